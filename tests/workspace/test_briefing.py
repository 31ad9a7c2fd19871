"""Which files tell agents of the commands, and that nothing else in them changes."""

import re
from pathlib import Path

import pytest

from coord_tui.cli.main import MODULES
from coord_tui.core.marked_block import BEGIN
from coord_tui.errors import BadInput
from coord_tui.workspace.briefing import BLOCK
from coord_tui.workspace.setup import init_agents
from tests.repos import Repo, repository

CASES: dict[str, tuple[dict[str, str], set[str]]] = {
    "none": ({}, {"AGENTS.md"}),
    "agents": ({"AGENTS.md": "# A\n"}, {"AGENTS.md"}),
    "claude": ({"CLAUDE.md": "# C\n"}, {"CLAUDE.md"}),
    "both": ({"AGENTS.md": "# A\n", "CLAUDE.md": "# C\n"}, {"AGENTS.md", "CLAUDE.md"}),
    "an import": ({"AGENTS.md": "# A\n", "CLAUDE.md": "@AGENTS.md\n"}, {"AGENTS.md"}),
    "an import among words": (
        {"AGENTS.md": "# A\n", "CLAUDE.md": "# C\n@./AGENTS.md\nmore\n"}, {"AGENTS.md"},
    ),
    "an import of nothing": ({"CLAUDE.md": "@AGENTS.md"}, {"AGENTS.md"}),
    "no import": ({"AGENTS.md": "", "CLAUDE.md": "see @AGENTS.md\n"}, {"AGENTS.md", "CLAUDE.md"}),
}  # fmt: skip


def having(place: Repo) -> set[str]:
    files = (place.path / name for name in ("AGENTS.md", "CLAUDE.md"))
    return {file.name for file in files if file.exists() and BEGIN in file.read_text()}


@pytest.mark.parametrize("name", CASES)
def test_which_files_get_the_block(name: str, place: Repo) -> None:
    files, expected = CASES[name]
    for file, text in files.items():
        place.write(file, text)
    plan = (place.path / "coord.yaml").read_bytes()
    made, changes = init_agents(str(place.path))
    assert made is None
    assert {Path(one.path).name for one in changes} == having(place) == expected
    for file, text in files.items():
        assert (place.path / file).read_text().startswith(text)
    assert {one.change for one in init_agents(str(place.path)).agents} == {"unchanged"}
    assert (place.path / "coord.yaml").read_bytes() == plan


@pytest.mark.parametrize(("link", "to"), [("CLAUDE.md", "AGENTS.md"), ("AGENTS.md", "CLAUDE.md")])
def test_two_names_of_one_file_get_one_block(link: str, to: str, place: Repo) -> None:
    place.write(to, "# One\n")
    (place.path / link).symlink_to(to)
    init_agents(str(place.path))
    assert (place.path / link).is_symlink()
    assert (place.path / to).read_text().count(BEGIN) == 1


def test_an_old_block_is_renewed_in_its_place(place: Repo) -> None:
    file = place.write("AGENTS.md", "")
    file.write_bytes(
        b"\xef\xbb\xbf# A\r\n<!-- coord-tui -->\r\nold\r\n<!-- end of coord-tui -->\r\nlast"
    )
    file.chmod(0o664)
    (change,) = init_agents(str(place.path)).agents
    assert change.change == "refreshed"
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# A\r\n<!-- coord-tui -->\r\n## ")
    assert data.endswith(b"<!-- end of coord-tui -->\r\nlast")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert file.stat().st_mode & 0o777 == 0o664


def test_without_a_plan_one_is_written_too(tmp_path: Path) -> None:
    place = repository(tmp_path / "r")
    made, (change,) = init_agents(str(place.path))
    assert made is not None
    assert Path(made.path).exists()
    assert change.change == "written"


@pytest.mark.parametrize("text", ["<!-- coord-tui -->\n", "\xff", "a\0b"])
def test_a_file_that_cannot_take_it_stops_all(text: str, tmp_path: Path) -> None:
    place = repository(tmp_path / "r")
    file = place.write("AGENTS.md", "")
    file.write_text(text, "latin-1")
    with pytest.raises(BadInput, match=r"AGENTS\.md.* stays as it is"):
        init_agents(str(place.path))
    assert file.read_text("latin-1") == text
    assert not (place.path / "coord.yaml").exists()


def test_a_link_out_of_the_repository_is_refused(place: Repo, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# Mine\n")
    (place.path / "AGENTS.md").symlink_to(tmp_path / "other.md")
    with pytest.raises(BadInput, match="leads out of the repository"):
        init_agents(str(place.path))
    assert (tmp_path / "other.md").read_text() == "# Mine\n"


def test_the_block_is_short_and_names_commands_that_exist() -> None:
    assert len(BLOCK.splitlines()) <= 15
    assert set(re.findall(r"coord-tui ([a-z]+)", BLOCK)) <= {*MODULES}
    assert len(re.findall(r"(?m)^\d\. ", BLOCK)) == 5
