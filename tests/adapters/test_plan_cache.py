"""The cache answers for exactly the bytes it was made of, and is never worse than none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coord_tui import __version__
from coord_tui.adapters.plan_cache import read_cache, read_rules, write_cache
from coord_tui.adapters.plan_file import PlanBroken, load_plan, parse_plan
from coord_tui.core.ownership import rules_of

TOP = Path(__file__).parent.parent.parent
EXAMPLE = (TOP / "examples" / "two_sessions.yaml").read_bytes()
SMALL = b"""
project: "a[/]b"
sessions: {ana: x}
ownership: {ana: ["app/[id]/page.tsx"]}
groups:
- {id: g, tasks: [{title: t, id: a, dropped: true}, {title: u, after: [a]}]}
"""


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    path = tmp_path / "coord.yaml"
    path.write_bytes(SMALL)
    return path


@pytest.fixture
def cache_path(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path / ".git" / "coord" / "plan.json"


def test_a_cached_plan_is_the_same_plan(plan_path: Path, cache_path: Path) -> None:
    cold = load_plan(plan_path, cache_path)
    assert cold == load_plan(plan_path)
    assert cold.places["sessions.ana"] == (3, 12)
    assert os.listdir(cache_path.parent) == ["plan.json"]
    warm = load_plan(plan_path, cache_path)
    assert warm == cold._replace(places={})
    assert repr(warm.plan) == repr(cold.plan)
    assert [str(finding) for finding in warm.findings] == [
        "6:72: groups[0].tasks[1].after[0]: G.2 waits for a, which is dropped"
    ]
    assert read_rules(plan_path, cache_path) == rules_of(cold.plan) == warm.rules


def test_a_cached_plan_is_loaded_without_yaml(plan_path: Path, cache_path: Path) -> None:
    load_plan(plan_path, cache_path)
    loaded = modules_after(
        "from coord_tui.adapters.plan_file import load_plan;"
        f"load_plan({str(plan_path)!r}, {str(cache_path)!r})"
    )
    assert "coord_tui.core.plan" in loaded
    assert not loaded & {"yaml", "difflib", "pathlib", "dataclasses", "coord_tui.core.plan_reader"}


def test_the_rules_are_read_with_nothing_but_json(plan_path: Path, cache_path: Path) -> None:
    load_plan(plan_path, cache_path)
    code = (
        "from coord_tui.adapters.plan_cache import read_rules;"
        f"assert read_rules({str(plan_path)!r}, {str(cache_path)!r})"
    )
    extra = modules_after(code) - modules_after("import json, coord_tui")
    assert extra == {"__future__", "coord_tui.adapters", "coord_tui.adapters.plan_cache"}


def modules_after(code: str) -> set[str]:
    report = f"{code}\nimport sys; print(*sys.modules)"
    run = [sys.executable, "-c", report]
    return set(
        subprocess.run(run, cwd=TOP, text=True, capture_output=True, check=True).stdout.split()
    )


@pytest.mark.parametrize("changed", [SMALL + b" ", SMALL.replace(b"u,", b"v,"), b"\xff", b""])
def test_other_bytes_are_no_hit(changed: bytes, plan_path: Path, cache_path: Path) -> None:
    before = plan_path.stat()
    load_plan(plan_path, cache_path)
    plan_path.write_bytes(changed)
    os.utime(plan_path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read_rules(plan_path, cache_path) is None


def test_another_version_of_the_program_is_no_hit(
    plan_path: Path, cache_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_plan(plan_path, cache_path)
    monkeypatch.setattr("coord_tui.adapters.plan_cache.__version__", "0.0.0")
    assert read_rules(plan_path, cache_path) is None


def test_a_changed_plan_is_read_and_cached_anew(plan_path: Path, cache_path: Path) -> None:
    load_plan(plan_path, cache_path)
    plan_path.write_bytes(EXAMPLE)
    assert load_plan(plan_path, cache_path).plan.project == "atlas"
    assert read_cache(EXAMPLE, cache_path) is not None


def test_a_broken_plan_is_never_answered_from_the_cache(plan_path: Path, cache_path: Path) -> None:
    load_plan(plan_path, cache_path)
    plan_path.write_bytes(b"verison: 1\n")
    for _ in range(2):
        with pytest.raises(PlanBroken):
            load_plan(plan_path, cache_path)
    assert read_rules(plan_path, cache_path) is None


def with_other(**fields: object) -> bytes:
    """A cache that would be a hit, with other contents."""
    made = {"version": __version__, "source": SMALL.decode()}
    return json.dumps({**made, "rules": [], "plan": [], "findings": [], **fields}).encode()


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        with_other(version=None),
        with_other(plan=[]),
        with_other(plan=None),
        with_other(plan={}),
        with_other(findings=[["too few"]]),
        with_other(findings=1),
    ],
)
def test_garbage_in_the_cache_is_a_miss(garbage: bytes, plan_path: Path, cache_path: Path) -> None:
    cache_path.parent.mkdir(parents=True)
    cache_path.write_bytes(garbage)
    assert load_plan(plan_path, cache_path) == parse_plan(SMALL)
    assert read_rules(plan_path, cache_path)  # and it was made anew


def test_a_cache_that_cannot_be_written_does_no_harm(plan_path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    blocked = [tmp_path / "file" / "plan.json", tmp_path]
    for cache_path in blocked:
        assert load_plan(plan_path, cache_path) == parse_plan(SMALL)
    assert sorted(os.listdir(tmp_path)) == ["coord.yaml", "file"]


def test_many_processes_may_load_at_once(plan_path: Path, cache_path: Path) -> None:
    code = (
        "from coord_tui.adapters.plan_file import load_plan;"
        f"print(load_plan({str(plan_path)!r}, {str(cache_path)!r}).plan.project)"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code], cwd=TOP, stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    assert [run.communicate()[0] for run in runs] == [b"a[/]b\n"] * 4
    assert os.listdir(cache_path.parent) == ["plan.json"]


def test_a_repository_that_was_moved_away_does_not_come_back(tmp_path: Path) -> None:
    write_cache(b"version: 1", tmp_path / "moved/coord/plan.json", rules=[], plan=[], findings=[])

    assert list(tmp_path.iterdir()) == []
