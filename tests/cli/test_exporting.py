"""`coord-tui export`, as a person, a script and CI call it."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui.core.importing.own.form import read_own
from coord_tui.core.importing.own.json_form import read_own_json
from coord_tui.core.plan_items import unplaced
from coord_tui.workspace.workspace import Workspace
from tests.cli.conftest import Call, process
from tests.repos import Repo


def plan_of(place: Repo) -> object:
    return unplaced(Workspace.open(str(place.path)).plan)


def test_alone_it_prints_the_document_that_reads_as_the_plan(place: Repo, call: Call) -> None:
    said = call("export")
    assert (said.code, said.err) == (0, "")
    assert "- [x] **S1** Data model · senior" in said.out.splitlines()
    assert read_own("x", said.out).plan == plan_of(place)


def test_json_is_the_plan(place: Repo, call: Call) -> None:
    for typed in (("export", "--json"), ("export", "json"), ("export", "json", "--json")):
        assert read_own_json("x", call(*typed).out).plan == plan_of(place)


def test_another_form_as_json_is_its_text(call: Call) -> None:
    document = call("export", "mermaid", "--json").json
    assert document["format"] == "mermaid"
    assert document["text"] == call("export", "mermaid").out
    assert document["problems"] == []


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("COORD.md", "<!-- coord-tui plan, digest "),
        ("docs/plan.json", "{\n"),
        ("tasks.mmd", "%% Written by"),
        (".github/CODEOWNERS", "# "),
    ],
)
def test_the_name_of_the_file_says_the_form(
    name: str, begins: str, place: Repo, call: Call
) -> None:
    said = call("export", "-o", name)
    assert (said.code, said.out) == (0, f"✓ written   {name}\n")
    assert (place.path / name).read_text().startswith(begins)


def test_a_forge_is_known_by_the_folder_or_named(place: Repo, call: Call) -> None:
    """GitLab takes sets of characters as they are."""
    plan = (place.path / "coord.yaml").read_text().replace("atlas/mcp/", "'atlas/m[ab]/'")
    place.write("coord.yaml", plan)
    assert call("export", "-o", ".gitlab/CODEOWNERS").code == 0
    assert call("export", "-o", "CODEOWNERS", "--dialect", "gitlab").code == 0
    found = (place.path / ".gitlab/CODEOWNERS").read_text()
    assert found == (place.path / "CODEOWNERS").read_text()
    assert found != call("export", "codeowners").out
    assert call("export", "-o", ".gitlab/CODEOWNERS", "--check").code == 0
    assert call("export", "-o", "CODEOWNERS", "--dialect", "gitlab", "--check").code == 0
    said = call("export", "-o", "CODEOWNERS", "--check")
    assert said.code == 1


def test_what_the_form_cannot_say_is_told(place: Repo, call: Call) -> None:
    place.write(
        "coord.yaml",
        (place.path / "coord.yaml").read_text().replace("atlas/mcp/", "'m[0-9a-z_]/[0-9a-z]/'"),
    )
    said = call("export", "codeowners")
    assert said.code == 0
    assert "GitHub" in said.err
    assert call("export", "codeowners", "--json").json["problems"]


def test_a_named_form_wins(place: Repo, call: Call) -> None:
    assert call("export", "mermaid", "-o", "x.md").code == 0
    assert "flowchart" in (place.path / "x.md").read_text()


def test_check_tells_ci_in_one_line_and_writes_nothing(place: Repo, call: Call) -> None:
    before = sorted(place.path.iterdir())
    said = call("export", "--into", "AGENTS.md", "--check")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "coord-tui: AGENTS.md holds no such block: `coord-tui export --into AGENTS.md` writes it\n"
    )
    assert sorted(place.path.iterdir()) == before
    place.write("AGENTS.md", "# Agents\n")
    assert call("export", "--into", "AGENTS.md").out == "✓ written   AGENTS.md\n"
    assert call("export", "--into", "AGENTS.md", "--check").out == "✓ fresh     AGENTS.md\n"
    assert call("done", "J5", "--as", "junior").code == 0
    said = call("export", "--into", "AGENTS.md", "--check")
    assert (said.code, said.out) == (1, "")
    assert re.fullmatch(
        r"coord-tui: AGENTS\.md:\d+: stale, it should read '`round-2` · 1 of 4 done': "
        r"`coord-tui export --into AGENTS\.md` renews it\n",
        said.err,
    )
    assert call("export", "--into", "AGENTS.md").out == "✓ refreshed AGENTS.md\n"


def test_the_line_names_the_very_command(call: Call) -> None:
    said = call("export", "mermaid", "-o", "a b.txt", "--plan-only", "--check")
    assert said.err.endswith("`coord-tui export mermaid -o 'a b.txt' --plan-only` writes it\n")


def test_the_plan_alone_does_not_go_stale_by_what_sessions_do(place: Repo, call: Call) -> None:
    call("export", "-o", "COORD.md", "--plan-only")
    call("done", "J5", "--as", "junior")
    assert call("export", "-o", "COORD.md", "--plan-only", "--check").code == 0
    assert call("export", "-o", "COORD.md", "--check").code == 1


def test_check_as_json(place: Repo, call: Call) -> None:
    call("export", "-o", "COORD.md")
    place.write("coord.yaml", (place.path / "coord.yaml").read_text().replace("Tidy", "Mop"))
    said = call("export", "-o", "COORD.md", "--check", "--json")
    assert said.code == 1
    document = said.json
    assert document["change"] == "stale"
    assert document["today"] in ("- [ ] **X1** Mop up · enhances S5",)
    line = (place.path / "COORD.md").read_text().split("\n")[document["line"] - 1]
    assert line == "- [ ] **X1** Tidy up · enhances S5"
    assert call("export", "-o", "COORD.md", "--json").json["change"] == "refreshed"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("--check",), "--check compares a file: name it with -o FILE or --into FILE"),
        (("-o", "a", "--into", "b"), "argument --into: not allowed with argument -o"),
        (("markdwon",), "argument FORMAT: no 'markdwon': did you mean markdown?"),
        (("json", "--into", "a"), "json is a whole file, no block in one: use -o a"),
        (("--into", "bad"), "bad:1: one <!-- coord-tui plan --> and after it one"),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    typed: tuple[str, ...], line: str, place: Repo, call: Call
) -> None:
    place.write("bad", "<!-- coord-tui plan -->\nno end\n")
    said = call("export", *typed)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"coord-tui: {line}")
    assert said.err.count("\n") == 1


def test_an_edited_file_of_somebody_stays(place: Repo, call: Call) -> None:
    place.write("COORD.md", "# Ours\n")
    said = call("export", "-o", "COORD.md")
    assert said.code == 1
    assert said.err == (
        "coord-tui: COORD.md holds what export did not write: --force replaces it, "
        "or --into puts a block into it\n"
    )
    assert call("export", "-o", "COORD.md", "--force").code == 0


def test_paths_are_from_the_folder_that_was_named(place: Repo) -> None:
    done = process("--repo", "atlas", "export", "-o", "COORD.md", "--no-sync", cwd=place.path)
    assert (done.code, done.out) == (0, "✓ written   COORD.md\n")
    assert (place.path / "atlas/COORD.md").exists()


def test_without_a_repository_or_plan_it_says_so(tmp_path: Path) -> None:
    done = process("export", cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1


ODD = "\U0001f468\u200d\U0001f469 \u0645\u06cc\u200c\u0631 \u202ex " + "long " * 600


@pytest.fixture
def odd(place: Repo) -> Repo:
    """A plan whose texts a terminal could obey, or would show otherwise."""
    plan = (place.path / "coord.yaml").read_text()
    plan = plan.replace("Tidy up", ODD.strip())
    plan = plan.replace("atlas/mcp/", r'"a\u200db/\x9b31m/"')
    place.write("coord.yaml", plan)
    return place


@pytest.mark.parametrize("format", ["markdown", "mermaid", "codeowners", "json"])
@pytest.mark.parametrize("locale", ["C.UTF-8", "C", "latin"])
def test_a_pipe_gets_the_very_bytes_of_the_file(format: str, locale: str, odd: Repo) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "LC_ALL": "C"}
    environment |= {"LC_ALL": locale} if locale != "latin" else {"PYTHONIOENCODING": "latin-1"}
    typed = [sys.executable, "-m", "coord_tui", "export", format, "--no-sync"]
    assert subprocess.run([*typed, "-o", "x"], cwd=odd.path, env=environment).returncode == 0
    piped = subprocess.run(typed, cwd=odd.path, env=environment, stdout=subprocess.PIPE)
    assert piped.stdout == (odd.path / "x").read_bytes()


@pytest.mark.parametrize("format", ["markdown", "mermaid", "codeowners", "json"])
def test_a_terminal_gets_nothing_that_it_could_obey(format: str, odd: Repo) -> None:
    shown = on_terminal(odd.path, "export", format, "--no-sync")
    assert "long" in shown or format == "codeowners"
    assert {letter for letter in shown if not letter.isprintable()} <= {"\n"}
    if format == "json":
        assert read_own_json("x", shown).plan == plan_of(odd)


def on_terminal(folder: Path, *typed: str) -> str:
    """What the command shows on a terminal."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "coord_tui", *typed]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=theirs, stderr=subprocess.DEVNULL
    ) as started:
        os.close(theirs)
        shown = b"".join(iter(lambda: _piece(ours), b""))
    os.close(ours)
    assert started.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _piece(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("AGENTS.md", "# Ours\n", "`coord-tui export --into AGENTS.md` puts a block into it"),
        ("CODEOWNERS", "* @a\n", "`coord-tui export --into CODEOWNERS` puts a block into it"),
        ("p.json", '{"a": 1}\n', "`coord-tui export -o p.json --force` replaces it"),
        ("COORD.md", "", "`coord-tui export -o COORD.md` writes it"),
    ],
)
def test_the_advice_can_be_followed(
    name: str, text: str, advice: str, place: Repo, call: Call
) -> None:
    place.write(name, text)
    said = call("export", "-o", name, "--check")
    assert said.code == 1
    assert advice in said.err
    typed = advice.split("`")[1].split()[1:]
    assert call(*typed).code == 0
    where = typed[1:3]
    assert call("export", *where, "--check").code == 0


def test_an_edit_by_hand_is_refused_told_by_check_and_undone_by_force(
    place: Repo, call: Call
) -> None:
    call("export", "--into", "AGENTS.md")
    path = place.path / "AGENTS.md"
    fresh = path.read_text()
    path.write_text(fresh.replace("- [x] **S1**", "- [ ] **S1**"))
    for said in (
        call("export", "--into", "AGENTS.md"),
        call("export", "--into", "AGENTS.md", "--check"),
    ):
        assert (said.code, said.out) == (1, "")
        assert re.fullmatch(
            r"coord-tui: AGENTS.md:\d+: edited by hand: taken out: S1 is done: .*\n", said.err
        )
    for more in ((), ("--check",)):
        said = call("export", "--into", "AGENTS.md", "--json", *more)
        assert said.code == 1
        document = said.json
        assert (document["change"], document["taken_out"]) == ("edited", ["S1 is done"])
        assert (document["edited_lines"], document["known"]) == ([], True)
    said = call("import", "AGENTS.md", "--check")
    assert (said.code, "in coord.yaml, not here: S1 is done" in said.out) == (1, True)
    assert call("export", "--into", "AGENTS.md", "--force").code == 0
    assert path.read_text() == fresh
    assert call("import", "AGENTS.md", "--check").code == 0


@pytest.mark.parametrize("option", ["-o", "--into"])
@pytest.mark.parametrize("name", ["plan.yaml", "docs/plan.yml"])
def test_a_name_for_yaml_is_refused_unless_the_form_is_named(
    place: Repo, call: Call, option: str, name: str
) -> None:
    said = call("export", option, name)
    assert said.code == 2
    assert said.err == (
        f"coord-tui: {name} is a name for YAML, which is what coord.yaml is in: name another file, "
        "or say which form it gets: markdown, mermaid, codeowners, json\n"
    )
    assert not (place.path / name).exists()
    assert call("export", "markdown", option, name).code == 0


def test_a_drawing_can_be_imported_again(call: Call) -> None:
    assert call("export", "-o", "tasks.mmd").code == 0
    assert call("import", "tasks.mmd", "--check", "-o", "coord.yaml").code == 0


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("--dialect", "gitlab"), "this is markdown"),
        (("mermaid", "--dialect", "gitlab"), "this is mermaid"),
        (("--force",), "name it with -o FILE or --into FILE"),
        (("--into", "A.md", "--check", "--force"), "leave one out"),
        (("--into", "-"), "name the file"),
        (("-o", "-", "--check"), "--check compares a file"),
    ],
)
def test_what_would_do_nothing_is_refused(
    place: Repo, call: Call, typed: tuple[str, ...], words: str
) -> None:
    said = call("export", *typed)
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert not (place.path / "-").exists()


def test_a_dash_is_the_standard_output(place: Repo, call: Call) -> None:
    assert call("export", "-o", "-").out == call("export").out
    assert not (place.path / "-").exists()
