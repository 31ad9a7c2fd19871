"""Any bytes at all become a plan or lines that say what is wrong; the cache never changes which."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coord_tui.adapters import plan_file, plan_yaml
from coord_tui.adapters.plan_file import PlanBroken, PlanMissing, load_plan, parse_plan
from coord_tui.errors import EnvironmentFailed

TOP = Path(__file__).parent.parent.parent
EXAMPLE = (TOP / "examples" / "two_sessions.yaml").read_bytes()
SMALL = b"""
project: "a[/]b"
sessions: {ana: x}
ownership: {ana: ["app/[id]/page.tsx"]}
groups:
- {id: g, tasks: [{title: t, id: a, dropped: true}, {title: u, after: [a]}]}
"""


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may have been built without libyaml."""
    if request.param == "pure Python":
        monkeypatch.setattr(plan_yaml, "_LOADER", yaml.SafeLoader)


def lines_of(source: bytes) -> tuple[str, ...]:
    """What is wrong with a plan, each thing on one line; nothing for a sound one."""
    try:
        parse_plan(source)
    except PlanBroken as broken:
        assert not any("\n" in line for line in broken.lines)  # noqa: PT017
        return broken.lines
    return ()


def bomb(levels: int) -> bytes:
    lines = ["rules: &a0 [{title: x}]"]
    lines += [f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (b"", "coord.yaml:1:1: found nothing, allowed: a mapping of version"),
        (b"# only words\n", "coord.yaml:1:1: found nothing, allowed: a mapping of version"),
        (b"- a\n- b\n", "coord.yaml:1:1: found a list, allowed: a mapping of version"),
        (b"version: 1\n---\nversion: 1\n", "coord.yaml:2:1: found a second document, allowed: one"),
        (b"project: a\n\tb: c\n", "coord.yaml:2:1: found broken YAML: a tab; indent with spaces"),
        (b"rules:\n\t- title: x\n", "coord.yaml:2:1: found broken YAML: a tab; indent with spaces"),
        (b"rules: [a\n", "coord.yaml:2:1: found broken YAML: "),
        (
            b"rules:\n- title: a: b\n",
            "coord.yaml:2:11: found broken YAML: mapping values are not allowed",
        ),
        (b"project: \xff\n", "coord.yaml:1:10: found the byte 0xFF, allowed: UTF-8"),
        (b"project: a\n# \xc3\xa4\xc3\n", "coord.yaml:2:4: found the byte 0xC3, allowed: UTF-8"),
        ("version: 1".encode("utf-16"), "coord.yaml:1:1: found the byte 0xFF, allowed: UTF-8"),
        (b"project: a\nb: \x07\n", "coord.yaml:2:4: found the control character U+0007"),
        (b"project: \x00\n", "coord.yaml:1:10: found the control character U+0000"),
        (
            b"project: !!python/object/apply:os.system [echo]\n",
            "coord.yaml:1:10: found the tag '!!python/object/apply:os.system'",
        ),
        (b"project: !x y\n", "coord.yaml:1:10: found the tag '!x', allowed: values without tags"),
        (b"!x\nproject: y\n", "coord.yaml:1:1: found the tag '!x', allowed: values without tags"),
        (b"project: *a\n", "coord.yaml:1:10: found the alias '*a', allowed: the name of an anchor"),
        (b"shared: [*.py]\n", "coord.yaml:1:11: found broken YAML: "),
        (b"rules: &a [*a]\n", "coord.yaml:1:12: found the alias '*a', allowed: the name of"),
        (b"[" * 100_000, "coord.yaml:1:31: found a nesting too deep, allowed: 30 levels"),
        (b"{a: " * 50_000, "coord.yaml:1:121: found a nesting too deep, allowed: 30 levels"),
        (b"- " * 1000 + b"a", "coord.yaml:1:61: found a nesting too deep, allowed: 30 levels"),
        (bomb(9), "coord.yaml:7:10: found more than 500,000 values, aliases written out"),
        (b"{<<: [a]}", "coord.yaml:1:7: <<: found no mapping, allowed: an alias of a mapping"),
        (b"{<<: a}", "coord.yaml:1:6: <<: found no mapping, allowed: an alias of a mapping"),
        (b"#" * 10_000_000, "coord.yaml:1:1: found more than 4,000,000 bytes"),
    ],
)
def test_a_broken_plan_names_the_place(source: bytes, line: str) -> None:
    assert lines_of(source)[0].startswith(line)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_make_no_difference(mark: bytes, ending: bytes) -> None:
    changed = parse_plan(mark + EXAMPLE.replace(b"\n", ending))
    assert changed._replace(source=b"") == parse_plan(EXAMPLE)._replace(source=b"")


def test_aliases_and_merge_keys_are_written_out() -> None:
    short = b"""
groups:
- id: g
  tasks:
  - &base {id: a, title: t, files: &files [x/], owner: ana}
  - {<<: *base, id: b}
  - {id: c, title: u, files: *files}
  - {<<: [{title: v}, *base], id: d, owner: ~}
sessions: {ana: x}
"""
    tasks = parse_plan(short).plan.tasks
    assert [(t.id, t.title, t.files, t.owner) for t in tasks] == [
        ("a", "t", ("x/",), "ana"),
        ("b", "t", ("x/",), "ana"),
        ("c", "u", ("x/",), ""),
        ("d", "v", ("x/",), ""),
    ]


def test_every_problem_has_a_line_and_the_message_counts_the_others(tmp_path: Path) -> None:
    path = tmp_path / "coord.yaml"
    path.write_text("verison: 1\nproject: !x y\nclaims: {stale_after: soon}\n")
    with pytest.raises(PlanBroken) as broken:
        load_plan(path)
    assert [line.split(" found")[0] for line in broken.value.lines] == [
        "coord.yaml:1:1: verison:",
        "coord.yaml:2:10:",
        "coord.yaml:3:23: claims.stale_after:",
    ]
    more = "(+2 more; what it means is checked next)"
    assert str(broken.value) == f"{broken.value.lines[0]} {more}"
    assert broken.value.exit_code == 2


def test_a_plan_that_contradicts_itself_is_broken() -> None:
    with pytest.raises(PlanBroken) as broken:
        parse_plan(b"ownership: {ghost: [a]}\nshared: [a]\n", "other.yaml")
    assert broken.value.lines == (
        "other.yaml:1:13: ownership.ghost: 'ghost' is no session of the plan",
        "other.yaml:2:10: shared[0]: 'a' is shared, and owned by ghost on line 1",
    )
    assert str(broken.value) == broken.value.lines[0] + " (+1 more)"


def test_what_a_plan_means_is_checked_once_all_of_it_can_be_read() -> None:
    source = b"sessions: {ana: x}\nowership: {ana: [a]}\nownership: {ghost: [a]}\n"
    with pytest.raises(PlanBroken) as broken:
        parse_plan(source)
    assert [line.split(" found")[0] for line in broken.value.lines] == ["coord.yaml:2:1: owership:"]
    assert str(broken.value).endswith("did you mean ownership? (what it means is checked next)")
    assert lines_of(source.replace(b"owership", b"docs: [] # ")) == (
        "coord.yaml:3:13: ownership.ghost: 'ghost' is no session of the plan",
    )


def test_warnings_come_with_the_plan() -> None:
    assert [finding.rule for finding in parse_plan(SMALL).findings] == ["waits-for-dropped"]


def test_no_plan_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PlanMissing) as missing:
        load_plan(tmp_path / "coord.yaml")
    assert str(missing.value) == (
        f"no coord.yaml in {tmp_path}: `coord-tui import FILE` makes one of your documents, "
        "`coord-tui init` a new one"
    )
    assert missing.value.exit_code == 3


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed, match=r"cannot read .*: Is a directory"):
        load_plan(tmp_path)


MUTATIONS = st.lists(
    st.tuples(st.integers(0, len(EXAMPLE)), st.integers(0, 9), st.binary(max_size=4)), max_size=4
)


@settings(max_examples=60, deadline=None)
@given(MUTATIONS)
def test_a_mutated_plan_is_a_plan_or_broken(changes: list[tuple[int, int, bytes]]) -> None:
    source = EXAMPLE
    for at, cut, added in changes:
        source = source[:at] + added + source[at + cut :]
    assert all(line.startswith("coord.yaml:") for line in lines_of(source))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=40) | st.text("[]{}:-,&*!|>'\"#%@ \n\tab", max_size=30).map(str.encode))
@example(b'"\\ud800": 1')
@example(b"? \n: \n? \n: ")
@example(b"<<: {<<: {a: b}}")
def test_any_bytes_are_a_plan_or_broken(source: bytes) -> None:
    assert all(line.startswith("coord.yaml:") for line in lines_of(source))


def test_limits_leave_room_for_large_plans() -> None:
    tasks = [{"title": f"task {n}", "files": ["a", "b"], "details": "x" * 200} for n in range(3000)]
    source = json.dumps({"groups": [{"id": "g", "tasks": tasks}]}).encode()
    assert len(source) < plan_file.MAX_BYTES
    assert len(parse_plan(source).plan.tasks) == 3000
