"""Which command commits one's own staged paths alone; where none is safe, why."""

import pytest

from coord_tui.core.guard_alone import NOTHING, TOO_MANY, commit_alone

OWN, THEIRS = ["a/m.py", "n.py"], ["b/t.py", "-u"]
ONLY = "git commit --only -- a/m.py n.py"
MANY = [f"folder/file_{number}.py" for number in range(60)]


@pytest.mark.parametrize(
    ("own", "others", "apart", "command", "advice"),
    [
        (OWN, THEIRS, {}, ONLY, ""),
        (OWN, THEIRS, {"b/t.py", "else"}, ONLY, ""),
        (OWN, THEIRS, {"n.py"}, "git reset -q -- b/t.py ./-u && git commit", ""),
        (OWN, THEIRS, {"n.py", "-u"}, "", "n.py of yours and -u of theirs are staged otherwise"),
        ([], THEIRS, {}, "", NOTHING),
        (["x"], ["x/t.py"], {}, "", "x is staged as a file by one and as a folder by another"),
        (["x/deep/m.py"], ["x"], {}, "", "x is staged as a file by one"),
        (["x.py"], ["x/t.py"], {}, "git commit --only -- x.py", ""),
        (["n.py"], MANY, {"n.py"}, "", TOO_MANY),
    ],
)
def test_a_command_that_loses_nothing_or_why_there_is_none(
    own: list[str], others: list[str], apart: set[str], command: str, advice: str
) -> None:
    found, why = commit_alone(own, others, apart, "")
    assert found == command
    assert advice in why
    assert bool(found) != bool(why)


def test_the_command_fits_the_folder() -> None:
    assert commit_alone(["a/m.py"], ["b/t.py"], {"a/m.py"}, "a")[0] == (
        "git reset -q -- ../b/t.py && git commit"
    )
