"""Paths and names that a document cuts short with an ellipsis."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.paths import is_cut, path_of
from coord_tui.core.importing.read import Source, read_sources
from tests.core.importing.whose_reading import owners, reading

TABLE = "## Ownership\n\n| Path | Owner |\n|--|--|\n| `{0}` | Claude |\n| `hull/` | Codex |\n"


@pytest.mark.parametrize("path", ["deck/.../ropes/", "…/sails/", ".../sails/jib.kt", "a/…/b.py"])
def test_a_path_without_the_folders_within_is_kept_as_it_is_written(path: str) -> None:
    text = TABLE.format(path)
    assert is_cut(path)
    assert owners(text) == {"claude": [path], "codex": ["hull/"]}
    sure = {item.key: (item.sure, item.why) for item in reading(text).items}
    assert sure[f"owned:claude:{path}"] == (
        "likely",
        "the document leaves out folders of the path",
    )
    assert sure["owned:codex:hull/"][0] == "certain"


@pytest.mark.parametrize("words", ["deck/...", "…", ".../", "deck/ro…/jib", "deck…", "a.../b"])
def test_an_ellipsis_that_stands_for_no_folder_makes_no_path(words: str) -> None:
    assert path_of(words, code=True) == ""


def test_a_path_is_cut_short_in_code_only() -> None:
    assert path_of("deck/.../ropes/") == ""


@pytest.mark.parametrize("cut", ["`run-11aa…`", "run-11aa…", "`run-11aa...`"])
def test_an_agent_whose_id_is_cut_short_owns_its_row(cut: str) -> None:
    text = (
        "# Board\n\n| ID | Task | Agent | Files they own | State |\n|--|--|--|--|--|\n"
        f"| A | Cut the cloth | {cut} | `sails/jib.ts`, `sails/main.ts` | done |\n"
        f"| B | Tar | {cut.replace('11aa', '22bb')} | `hull/keel.ts` | running |\n"
    )
    plan = assemble(read_sources([Source("BOARD.md", text)])).plan
    assert [(each.session, each.path) for each in plan.ownership] == [
        ("run-11aa", "sails/jib.ts"),
        ("run-11aa", "sails/main.ts"),
        ("run-22bb", "hull/keel.ts"),
    ]
    tasks = [task for group in plan.groups for task in group.tasks]
    assert [task.owner for task in tasks] == ["run-11aa", "run-22bb"]
