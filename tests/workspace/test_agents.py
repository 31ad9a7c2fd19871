"""Claude Code's project settings: the guard goes in and out, everything else stays as it is."""

import json
import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from coord_tui.errors import BadInput
from coord_tui.workspace.agents import (
    COMMAND,
    MATCHER,
    OWN,
    SHARED,
    install_agent,
    uninstall_agent,
    uninstall_all,
)
from coord_tui.workspace.hooks import Installed, install
from tests.atlas import PLAN
from tests.hooking import content, with_coord_tui, without_coord_tui
from tests.repos import Repo


@pytest.fixture(autouse=True)
def _on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", with_coord_tui())


def put_in(place: Repo) -> Installed:
    return install_agent(str(place.path), "claude")


def take_out(place: Repo) -> Installed:
    return uninstall_agent(str(place.path))


def groups(place: Repo, name: str = SHARED) -> Any:  # noqa: ANN401 - whatever stands there
    return json.loads((place.path / name).read_text("utf-8-sig"))["hooks"]["PreToolUse"]


def test_a_project_without_settings_gets_a_file_and_loses_it_again(place: Repo) -> None:
    before = content(place.path)
    done = put_in(place)
    assert [(one.path, one.change) for one in done.changes] == [
        (str(place.path / SHARED), "written")
    ]
    assert "commit .claude/settings.json" in done.notes[0]
    assert groups(place) == [
        {"matcher": MATCHER, "hooks": [{"type": "command", "command": COMMAND}]}
    ]
    assert put_in(place).changes[0].change == "unchanged"
    take_out(place)
    assert content(place.path) == before
    assert take_out(place) == Installed(())


@pytest.mark.parametrize("folder", ["plain", "with space", "it's", "$(id)", "a;b", 'a"b', "naïve"])
def test_our_command_is_known_again_whatever_the_path_to_the_program_holds(
    folder: str, place: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", without_coord_tui())
    python = tmp_path / folder / "python"
    monkeypatch.setattr("sys.executable", str(python))
    before = content(place.path)
    put_in(place)
    ((hook,),) = (group["hooks"] for group in groups(place, OWN))
    assert shlex.split(hook["command"])[0] == str(python)
    assert put_in(place).changes[0].change == "unchanged"
    take_out(place)
    assert content(place.path) == before


SETTINGS = {
    "other keys": '{\n  "model": "opus",\n  "permissions": {"allow": ["Bash(ls:*)", "Read"]}\n}\n',
    "tabs": '{\n\t"z": 1.0,\n\t"a": 1e3\n}',
    "four": '{\n    "env": {\n        "A": "ž \\u00e9"\n    }\n}\n\n',
    "one line": '{"model":"opus"}',
    "crlf": '{\r\n  "model": "opus"\r\n}\r\n',
    "a mark of byte order": '\ufeff{\n  "model": "opus"\n}\n',
    "other events": '{\n  "hooks": {\n    "Stop": [{"hooks": []}]\n  },\n  "a": 1\n}\n',
    "other hooks": '{"hooks": {"PreToolUse": [{"matcher": "Bash", "hooks": [{"command": "x"}]}]}}',
    "others, in lines": '{\n  "hooks": {\n    "PreToolUse": [\n      {\n        "matcher": "Bash"\n'
    '      }\n    ]\n  }\n}\n',
    "odd but sound": '{ "a":1 ,"b" : [ ]\n, "c":{}}',
}  # fmt: skip


@pytest.mark.parametrize("name", SETTINGS)
def test_what_stands_there_stays_byte_for_byte(name: str, place: Repo) -> None:
    text = SETTINGS[name]
    file = place.write(SHARED, "")
    file.write_bytes(text.encode())
    file.chmod(0o640)
    put_in(place)
    data = json.loads(file.read_text("utf-8-sig"))
    assert groups(place)[-1]["hooks"][0]["command"] == COMMAND
    was = json.loads(text.removeprefix("\ufeff"))
    assert [*data] == [*was, *({"hooks": 0}.keys() - was.keys())]
    assert all(data[key] == was[key] for key in was.keys() - {"hooks"})
    assert file.stat().st_mode & 0o777 == 0o640
    assert put_in(place).changes[0].change == "unchanged"
    take_out(place)
    assert file.read_bytes() == text.encode()
    assert os.listdir(file.parent) == ["settings.json"]


BROKEN = {
    "comments": '{\n  // mine\n  "model": "opus"\n}\n',
    "a comma too many": '{"a": 1,}',
    "nothing": "",
    "half": '{"hooks": {',
    "a list": "[]",
    "hooks of another kind": '{"hooks": []}',
    "groups of another kind": '{"hooks": {"PreToolUse": {}}}',
    "no text": "\0\xff",
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_kept_is_refused_and_stays(name: str, place: Repo) -> None:
    file = place.write(SHARED, "")
    file.write_text(BROKEN[name], "latin-1")
    with pytest.raises(BadInput, match=r"settings\.json.* stays as it is") as raised:
        put_in(place)
    assert "\n" not in str(raised.value)
    assert file.read_text("latin-1") == BROKEN[name]


def test_settings_that_a_link_shares_with_other_projects_are_not_ours(
    place: Repo, tmp_path: Path
) -> None:
    (tmp_path / "dotfiles").mkdir()
    (place.path / ".claude").symlink_to(tmp_path / "dotfiles")
    with pytest.raises(BadInput, match="leads out of the repository"):
        put_in(place)
    assert os.listdir(tmp_path / "dotfiles") == []


def test_our_command_in_a_group_of_somebody_else_goes_alone(place: Repo) -> None:
    ours = {"type": "command", "command": COMMAND.removesuffix(" || exit 2")}
    others: dict[str, Any] = {"type": "command", "command": "tools/check coord-tui guard --stdin"}
    group = {"matcher": "*", "hooks": [others, ours]}
    place.write(SHARED, json.dumps({"hooks": {"PreToolUse": [group], "Stop": []}}, indent=4))
    assert put_in(place).changes[0].change == "refreshed"
    assert groups(place)[0]["hooks"][1]["command"] == COMMAND
    take_out(place)
    assert groups(place) == [{"matcher": "*", "hooks": [others]}]


def test_off_the_path_it_goes_into_the_persons_own_settings(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", without_coord_tui())
    place.write(SHARED, SETTINGS["tabs"])
    (note,) = put_in(place).notes
    assert "for you alone; keep it out of git" in note
    command = groups(place, OWN)[0]["hooks"][0]["command"]
    assert "coord_tui/__main__.py guard --stdin" in command
    file = place.path / OWN
    file.write_text(file.read_text().replace(command.split(" ")[0], "/gone/python"))
    assert put_in(place).changes[0].change == "refreshed"
    assert groups(place, OWN)[0]["hooks"][0]["command"] == command
    take_out(place)
    assert not file.exists()
    assert (place.path / SHARED).read_text() == SETTINGS["tabs"]


def test_in_a_folder_that_git_ignores_nothing_need_be_kept_out(
    place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", without_coord_tui())
    place.write(".gitignore", "settings.local.json\n")
    (note,) = put_in(place).notes
    assert note.endswith("for you alone")


@pytest.mark.parametrize(
    ("tool", "code"), [("atlas/agents/planner.py", 0), ("atlas/mcp/tool.py", 2)]
)
@pytest.mark.parametrize("on_path", [True, False])
def test_the_command_that_stands_there_stops_an_edit(
    tool: str, code: int, on_path: bool, place: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", with_coord_tui() if on_path else without_coord_tui())
    place.write("coord.yaml", PLAN + "guard: {mode: block}\n")
    put_in(place)
    command = groups(place, SHARED if on_path else OWN)[0]["hooks"][0]["command"]
    edit = {"tool_name": "Edit", "cwd": str(place.path), "hook_event_name": "PreToolUse",
            "tool_input": {"file_path": str(place.path / tool)}}  # fmt: skip
    done = subprocess.run(
        command, shell=True, cwd=place.path, input=json.dumps(edit), text=True, capture_output=True
    )
    assert done.returncode == code, done.stderr
    assert ("junior" in done.stderr) == (code == 2)


def test_a_guard_that_is_gone_stops_the_edit_and_says_so(place: Repo) -> None:
    done = subprocess.run(
        COMMAND, shell=True, cwd=place.path, text=True, capture_output=True,
        env={"PATH": without_coord_tui()},
    )  # fmt: skip
    assert done.returncode == 2
    assert "coord-tui" in done.stderr


def test_uninstall_takes_out_all_that_was_installed(place: Repo) -> None:
    before = content(place.path)
    install(str(place.path))
    put_in(place)
    assert len(uninstall_all(str(place.path)).changes) == 3
    assert content(place.path) == before


def test_uninstall_tells_of_settings_that_it_cannot_read(place: Repo) -> None:
    install(str(place.path))
    text = f"// mine\n{json.dumps({'hooks': COMMAND})}\n"
    file = place.write(SHARED, text)
    done = uninstall_all(str(place.path))
    assert [one.change for one in done.changes] == ["removed", "removed"]
    assert "no strict JSON" in done.notes[0]
    assert file.read_text() == text


def test_settings_that_do_not_speak_of_the_guard_are_no_concern(place: Repo) -> None:
    place.write(SHARED, BROKEN["comments"])
    assert uninstall_all(str(place.path)) == Installed(())
