"""What counts as a whole only, and that its spellings are one."""

import pytest

from coord_tui.core.importing.wholes import folders, tails, wholes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("API", []),
        ("`api/`", ["api/"]),
        ("./api/** and /api/*", ["api/", "api/"]),
        ("`api/Routes/`, api\\routes", ["api/routes", "api/routes"]),
        ("ana/web", ["ana/web"]),
        ("tell #harbour (soon).", ["#harbour"]),
        ("#12 and 3/4 and 2.5", []),
        ("`setup.cfg`: the pins.", ["setup.cfg"]),
        ("web/a.py:12-30.", ["web/a.py"]),
        ("and/or, n/a, io.c/h", []),
        ("https://example.com/a/b", []),
        ("src/{a,b}/x", []),
        ("docs/だけを編集", ["docs/"]),
        ("set()/get()", []),
        ("**stop/go**", ["stop/go"]),
    ],
)
def test_wholes_of_a_text(text: str, found: list[str]) -> None:
    assert list(wholes(text)) == found


def test_what_a_path_is_called_below_its_folders_and_where_it_lies() -> None:
    assert list(tails("src/a/b.py")) == ["a/b.py", "b.py"]
    assert list(tails("src/web")) == ["web/"]
    assert list(folders("src/a/b.py")) == ["src/", "src/a"]
