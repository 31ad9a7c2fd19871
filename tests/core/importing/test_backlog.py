"""Tasks and milestones of Backlog.md become tasks and groups; odd front matter is named."""

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.backlog import is_backlog, read_backlog
from coord_tui.core.importing.front_matter import front_matter
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.statements import (
    SaidGroup,
    SaidLink,
    SaidProject,
    SaidSession,
    SaidTask,
)

TASK = """---
id: BACK-7.1
title: 'Berths: the ''long'' list'
status: In Progress
assignee:
  - '@ana'
  - bolt@example.com
created_date: '2025-02-03 10:11'
labels: [cli, "two, words"]
dependencies:
  - BACK-3
  - BACK 4
milestone: m-1
parent_task_id: BACK-7
priority: high
modified_files: ["src/[id].py"]
ordinal: 2000
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
Show **all** berths.
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [x] #1 sorted
<!-- AC:END -->
"""
FOLDER = "backlog/tasks/back-7.1 - Berths.md"


def task(name: str = FOLDER, text: str = TASK) -> SaidTask:
    (found,) = [one for one in read_backlog(name, text)[0] if isinstance(one, SaidTask)]
    return found


def test_a_task_with_all_that_it_says() -> None:
    found = task()
    assert (found.id, found.title) == ("BACK-7.1", "Berths: the 'long' list")
    assert (found.status, found.owner, found.group) == ("claimed", "ana", "m-1")
    assert found.files == (r"/src/\[id].py",)
    assert found.details == (
        "Status: In Progress\n\nShow **all** berths.\n\n## Acceptance Criteria\n- [x] #1 sorted\n\n"
        "Labels: cli, two, words\n\nPriority: high\n\nWith: bolt@example.com"
    )


def test_what_it_waits_for_and_belongs_to() -> None:
    said, unread, warnings = read_backlog(FOLDER, TASK)
    assert [(one.at.line, one.target, one.kind) for one in said if isinstance(one, SaidLink)] == [
        (10, "BACK-3", "after"),
        (10, "BACK-4", "after"),
        (14, "BACK-7", "enhances"),
    ]
    assert [(one.name, one.emails) for one in said if isinstance(one, SaidSession)] == [
        ("ana", ()),
        ("bolt", ("bolt@example.com",)),
    ]
    assert (unread, warnings) == ((), ())


@pytest.mark.parametrize(
    ("folder", "status", "expected"),
    [
        ("tasks", "To Do", "open"),
        ("tasks", "Done", "done"),
        ("tasks", "✅ done", "done"),
        ("tasks", "In Review", "claimed"),
        ("tasks", "Won't… ", "open"),
        ("tasks", "Cancelled", "dropped"),
        ("completed", "In Progress", "done"),
        ("archive/tasks", "To Do", "dropped"),
        ("archive/tasks", "Done", "done"),
    ],
)
def test_the_state_is_that_of_the_file_and_its_folder(
    folder: str, status: str, expected: str
) -> None:
    text = TASK.replace("In Progress", status)
    assert task(f"backlog/{folder}/x.md", text).status == expected


def test_a_draft_is_for_later() -> None:
    text = TASK.replace("milestone: m-1\n", "")
    said, _, _ = read_backlog("backlog\\drafts\\x.md", text)
    assert [(one.title, one.state) for one in said if isinstance(one, SaidGroup)] == [
        ("Drafts", "later")
    ]
    assert task("backlog/drafts/x.md", text).group == "Drafts"


MILESTONE = '---\nid: m-1\ntitle: "Harbour opens"\n---\n\n## Description\n\nAll berths.\n'


def test_a_folder_of_tasks_and_milestones_is_a_plan() -> None:
    first = TASK.replace("BACK-7.1", "BACK-3").replace("- BACK-3", "- BACK-9")
    sources = [
        Source("backlog/milestones/m-1 - harbour.md", MILESTONE),
        Source(FOLDER, TASK),
        Source("backlog/completed/back-3.md", first.replace("  - BACK-9\n  - BACK 4\n", "")),
    ]
    plan = assemble(read_sources(sources)).plan
    (group,) = plan.groups
    assert (group.id, group.title, group.note) == ("m-1", "Harbour opens", "All berths.")
    assert {one.id: (one.after, bool(one.done)) for one in group.tasks} == {
        "BACK-7.1": (("BACK-3",), False),
        "BACK-3": ((), True),
    }


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("any.md", TASK, True),
        ("any.txt", TASK, False),
        ("backlog/milestones/m.md", MILESTONE, True),
        ("m.md", MILESTONE, False),
        ("a.md", "---\ntitle: x\nstatus: Done\nlabels: []\n---\n", False),
        ("a.md", "---\nid: d-1\ntitle: x\ndate: 1\nstatus: accepted\n---\n", False),
        ("a.md", "# id: 1\n", False),
        ("a.md", "---\nid: 1\ntitle: x\nstatus: y\nlabels: []\n", False),
        ("a.md", "---", False),
    ],
)
def test_whether_a_file_is_of_backlog_md(name: str, text: str, expected: bool) -> None:
    assert is_backlog(name, text) == expected


def test_windows_line_ends_change_nothing() -> None:
    assert task(text=TASK.replace("\n", "\r\n")) == task()


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("k: plain text # aside", "plain text"),
        ("k: a#b: c", "a#b: c"),
        ("k: 'it''s # so' # aside", "it's # so"),
        (r'k: "a\tbé\"" # aside', 'a\tbé"'),
        ("k: >-\n  one\n  two\n\n  three\n", "one two\nthree"),
        ("k: |\n  one\n   two\n", "one\n two"),
        ("k: one\n  two\n", "one two"),
        ("k: ~", ""),
        ("k: null", ""),
        ("k:", ""),
        ("k: []", ()),
        ("k: [a, 'b, c', \"d\"] # aside", ("a", "b, c", "d")),
        ("k:\n- a\n- 'b'\n", ("a", "b")),
        ("k:\n  - a\n    b\n  -\n    c\n", ("a b", "c")),
        ("k: [a,\n  b]", ("a", "b")),
        ("k: @ana", "@ana"),
        ("k: 2025-01-02", "2025-01-02"),
    ],
)
def test_a_value_of_front_matter(yaml: str, expected: str | tuple[str, ...]) -> None:
    found = front_matter(f"---\n{yaml}\nlast: x\n---\nbody")
    assert found.values == {"k": expected, "last": "x"}
    assert found.odd == ()


@pytest.mark.parametrize(
    "yaml",
    ["k: {a: b}", "k:\n  a: b", "k: &x y", "k: 'open", 'k: "open', r'k: "\q"', "k: [a, {b: c}]",
     "k: [a, b[c]]", "no key at all", "k: !tag x"],
)  # fmt: skip
def test_what_is_more_than_texts_and_lists_is_named_and_the_rest_read(yaml: str) -> None:
    found = front_matter(f"---\nfirst: 1\n{yaml}\nlast: x\n---\nbody")
    assert found.odd == (3,)
    assert {key: found.text(key) for key in ("first", "last")} == {"first": "1", "last": "x"}
    said, unread, warnings = read_backlog("x.md", f"---\nid: 1\n{yaml}\ntitle: t\n---\n")
    assert said
    assert [one.at.line for one in unread] == [3]
    assert [one.at.line for one in warnings] == [3]


@pytest.mark.parametrize(
    "text", ["", "---", "---\n---", "---\n\0: \ud800\n---\n", "--- \nid: \n...\n"]
)
def test_any_text_is_read_in_some_way(text: str) -> None:
    lines = text.count("\n") + 1
    said, unread, warnings = read_backlog("x.md", text)
    assert not is_backlog("x.md", text)
    assert 1 <= front_matter(text).body <= lines + 1
    assert [(type(one), one.at.line) for one in said] == [(SaidTask, 1)]
    places = [*(one.at for one in unread), *(one.at for one in warnings)]
    assert all(1 < at.line <= at.end <= lines for at in places)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('labels: []\nproject_name: "Quay #2" # ours\n', "Quay #2"),
        ("projectName: 'Quay'\n", "Quay"),
        ("project_name: Quay 2  # ours\r\nlabels: []\r\n", "Quay 2"),
    ],
)
def test_the_settings_name_the_project(text: str, name: str) -> None:
    assert is_backlog("backlog/config.yml", text)
    said = read_backlog("backlog/config.yml", text)[0]
    assert [one.name for one in said if isinstance(one, SaidProject)] == [name]


def test_settings_that_name_no_project_are_no_backlog() -> None:
    assert not is_backlog("config.yml", "name: x\n")
    assert read_backlog("backlog/config.yml", "project_name:\n")[0] == ()


def test_a_subtask_that_waits_for_its_parent_is_not_said_to_better_it() -> None:
    text = TASK.replace("  - BACK 4\n", "  - BACK-7\n")
    links = [one for one in read_backlog(FOLDER, text)[0] if isinstance(one, SaidLink)]
    assert [(one.target, one.kind) for one in links] == [("BACK-3", "after"), ("BACK-7", "after")]


@pytest.mark.parametrize(
    ("body", "details"),
    [
        ("## Description\n\nDo it.\n", "Do it."),
        ("### Description\nIn short.\n\n## Description\nIn full.\n",
         "### Description\nIn short.\n\n## Description\nIn full."),
        ("Intro\n\n## Description\n\nDo it.\n", "Intro\n\n## Description\n\nDo it."),
        ("<!-- SECTION:PLAN:BEGIN -->\n## Description\n\n```md\n<!-- AC:BEGIN -->\n"
         "## Description\n```\n<!-- AC:END -->\nEnd\n",
         "```md\n<!-- AC:BEGIN -->\n## Description\n```\nEnd"),
    ],
)  # fmt: skip
def test_only_the_heading_over_all_of_it_and_marks_outside_of_fences_go(
    body: str, details: str
) -> None:
    text = f"---\nid: t-1\ntitle: One\nstatus: To Do\nassignee: []\n---\n{body}"
    (task,) = (one for one in read_backlog("backlog/t.md", text)[0] if isinstance(one, SaidTask))
    assert task.details == details


BARE = "---\nid: t-1\ntitle: One\nstatus: Done\n---\n\nIt was.\n"


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("backlog/completed/t-1.md", True), ("tasks/t-1.md", True), ("docs/t-1.md", False)],
)
def test_a_task_without_more_keys_is_known_by_its_folder(name: str, is_one: bool) -> None:
    assert is_backlog(name, BARE) is is_one


@pytest.mark.parametrize(
    ("old", "new", "line", "lacks"),
    [("title: One", "title: [oops", 3, "title"), ("id: t-1", "id: {a", 2, "id")],
)
def test_why_a_task_was_not_read_is_told(old: str, new: str, line: int, lacks: str) -> None:
    name, text = "backlog/tasks/t-1.md", BARE.replace(old, new)
    stated = read_sources([Source(name, text)])
    assert stated.said == ()
    assert [(one.at.line, one.at.end, one.text) for one in stated.unread] == [(1, 7, text.strip())]
    (warned,) = stated.warnings
    assert (warned.at.line, warned.text) == (
        line, f"no task was read: this cannot be read, and without it there is no {lacks}"
    )  # fmt: skip


def test_other_documents_with_front_matter_are_none_though_it_is_odd() -> None:
    assert not is_backlog("docs/a.md", "---\ntitle: {a\nstatus: draft\n---\nText.\n")
    assert not is_backlog("tasks/a.md", "---\ntitle: {a\nby: me\n---\nText.\n")
