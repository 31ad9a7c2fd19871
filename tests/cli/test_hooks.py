"""The command hooks, and init --agents, as a person and a program call them."""

import json

import pytest

from coord_tui.workspace.agents import SHARED
from tests.cli.conftest import Call, process
from tests.hooking import with_coord_tui
from tests.repos import Repo


def test_install_and_uninstall_say_what_became_of_each_file(call: Call, place: Repo) -> None:
    place.hook("pre-commit", "exit 0")
    hooks = place.path / ".git/hooks"
    said = call("hooks", "install", "--json")
    assert (said.code, said.err) == (0, "")
    assert [(one["path"], one["change"]) for one in said.json] == [
        (str(hooks / "pre-commit.before-coord-tui"), "set aside"),
        (str(hooks / "pre-commit"), "written"),
        (str(hooks / "commit-msg"), "written"),
    ]
    assert all(set(one) == {"path", "change", "note"} for one in said.json)
    assert "✓ unchanged" in call("hooks", "install").out
    said = call("hooks", "uninstall", "--json")
    assert [one["change"] for one in said.json] == ["restored", "removed"]
    said = call("hooks", "uninstall")
    assert (said.code, said.out) == (0, "")
    assert "nothing of coord-tui was installed" in said.err


def test_an_agent_alone(call: Call, place: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", with_coord_tui())
    (one,) = call("hooks", "install", "--agent", "claude", "--json").json
    assert (one["path"], one["change"]) == (str(place.path / SHARED), "written")
    call("hooks", "install")
    (one,) = call("hooks", "uninstall", "--agent", "claude", "--json").json
    assert one["change"] == "removed"
    assert (place.path / ".git/hooks/pre-commit").exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("hooks", "install|uninstall"),
        ("hooks instal", "did you mean install?"),
        ("hooks install x", "one argument too many"),
        ("hooks trailers", "missing"),
        ("hooks install --agent clod", "did you mean claude?"),
        ("hooks trailers gone", "cannot read the message"),
    ],
)
def test_bad_input(typed: str, words: str, call: Call) -> None:
    said = call(*typed.split())
    assert said.code == 2
    assert words in said.err
    assert said.err.count("\n") == 1


def test_a_refusal_and_a_failure_have_their_codes(call: Call, place: Repo) -> None:
    place.write("tools", "a file")
    place.git("config", "core.hooksPath", "tools")
    assert call("hooks", "install").code == 3
    place.write(".husky/_/h")
    place.git("config", "core.hooksPath", ".husky/_")
    said = call("hooks", "install", "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1


def test_trailers_are_added_to_a_message_once(call: Call, place: Repo) -> None:
    file = place.write("MESSAGE", "Words\n")
    assert call("hooks", "trailers", "MESSAGE", "--json").json["trailers"] == [
        "Coord-Session: senior"
    ]
    call("hooks", "trailers", str(file))
    assert file.read_text() == "Words\n\nCoord-Session: senior\n"
    file.write_text("# Please enter\n# - {24}\n")
    call("hooks", "trailers", "MESSAGE")
    assert "Coord" not in file.read_text()


def test_an_observer_signs_nothing(call: Call, place: Repo) -> None:
    place.identify(email="guest@example.com")
    file = place.write("MESSAGE", "Words\n")
    assert call("hooks", "trailers", "MESSAGE").code == 0
    assert file.read_text() == "Words\n"


def test_init_tells_agents_beside_a_plan_and_with_a_new_one(call: Call, place: Repo) -> None:
    said = call("init", "--agents", "--json").json
    assert (said["path"], said["sessions"]) == (None, [])
    assert [one["change"] for one in said["agents"]] == ["written"]
    assert call("init").code == 1
    assert "✓ unchanged" in call("init", "--agents").out
    (place.path / "coord.yaml").unlink()
    made = call("init", "--agents", "--json").json
    assert made["path"] == str(place.path / "coord.yaml")
    assert made["agents"][0]["change"] == "unchanged"


def test_doctor_proves_that_they_fire(call: Call, place: Repo) -> None:
    call("hooks", "install")
    found = [one for one in call("doctor", "--json").json if one["name"] == "hooks"]
    assert [(one["level"], one["message"]) for one in found] == [
        ("ok", "pre-commit fires"), ("ok", "commit-msg fires"),
    ]  # fmt: skip


def test_they_are_installed_from_any_folder_of_the_repository(place: Repo) -> None:
    said = process("hooks", "install", "--json", cwd=place.path / "atlas/agents")
    paths = [one["path"] for one in json.loads(said.out)]
    assert paths[0] == str(place.path / ".git/hooks/pre-commit")
