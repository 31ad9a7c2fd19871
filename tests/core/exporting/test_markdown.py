"""The document reads as one that a person wrote, and no text of the plan leaves its place."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt

from coord_tui.adapters.plan_file import parse_plan
from coord_tui.core.exporting.markdown import markdown
from coord_tui.core.plan import Group, Owned, Plan, Rule, Session, Task
from tests.builders import group, plan, task
from tests.plans import plans

TOP = Path(__file__).parents[3]

DOCUMENT = """\
<!-- Written by `coord-tui export`, which writes it anew: change coord.yaml instead. -->

# atlas: who does what

What happens at the moment: `coord-tui status`. What you may take: `coord-tui ready`.

## Sessions

- **senior** (agent): architecture
  - emails: s@example.com
- **junior**

## Who owns what

### senior

- `atlas/agents/` — planning

## Rules

- **Small commits**

  One change each.

  - pushed at once

- **Pull**: before editing

## Tasks

### Foundations ✓

`round-1` · 1 of 1 done

- [x] **S1** Data model · senior · ✓ fb17380

### round-2 (current)

`round-2` · 0 of 2 done

- [ ] **S4** Plan the inbox · senior · after S1, J5
  - files: `atlas/agents/`
  - details: soon
- [ ] **J5** ~~Inbox~~ · dropped: no need

## What waits for what

```text
S1 ✓ ──▸ S4
J5 ✗ ──▸ S4
```

`A ──▸ B`: B waits for A. `A ┈┈▸ B`: B gets better by A, without waiting for it.

## Settings

- claims.stale_after: 4h
"""


def test_the_whole_document() -> None:
    text = "One change each.\n\n- pushed at once\n"
    found = plan(
        group("round-1", task("S1", "Data model", "senior", done="fb17380"), title="Foundations",
              state="done"),
        group(
            "round-2",
            task("S4", "Plan the inbox", "senior", after=("S1", "J5"), files=("atlas/agents/",),
                 details="soon"),
            task("J5", "Inbox", dropped="no need"),
        ),
        sessions=(
            Session("senior", "architecture", "agent", ("s@example.com",)), Session("junior"),
        ),
        ownership=(Owned("atlas/agents/", "senior", "planning"),),
        shared=(),
        rules=(Rule("Small commits", text), Rule("Pull", "before editing")),
        claims=Plan().claims._replace(stale_after=4 * 3600),
    )  # fmt: skip
    assert markdown(found) == DOCUMENT


def test_in_a_file_of_others_every_heading_is_one_lower() -> None:
    example = parse_plan((TOP / "config.example.yaml").read_bytes()).plan
    ours, inside = markdown(example).split("\n"), markdown(example, 2).split("\n")
    assert inside == [f"#{line}" if line.startswith("#") else line for line in ours]


@pytest.mark.parametrize("name", ["two_sessions.yaml", "phased_roadmap.yaml"])
def test_in_the_examples_every_text_stands_as_it_was_written(name: str) -> None:
    example = parse_plan((TOP / "examples" / name).read_bytes()).plan
    text = markdown(example)
    assert '`"' not in text
    assert "\\" not in text
    words = [task.title for task in example.tasks] + [owned.note for owned in example.ownership]
    assert [word for word in words if word not in text] == []


@settings(max_examples=200, deadline=None)
@example(Plan(groups=(Group("a", tasks=(Task("", "A.1", after=("#",)),)),)))
@given(plans())
def test_no_text_makes_a_heading_or_hides_what_follows(plan: Plan) -> None:
    """Whoever renders it sees exactly the headings that are meant."""
    text = markdown(plan)
    tokens = MarkdownIt("commonmark").parse(text)
    shown = [token.map[0] for token in tokens if token.type == "heading_open" and token.map
             and token.level == 0]  # fmt: skip
    drawn = {n for token in tokens if token.type == "fence" and token.map
             for n in range(*token.map)}  # fmt: skip
    lines = enumerate(text.split("\n"))
    meant = [n for n, line in lines if line.startswith("#") and n not in drawn]
    assert shown == meant
    owners = {owned.session for owned in plan.ownership}
    deep = [token for token in tokens if token.type == "heading_open" and token.tag == "h3"
            and token.level == 0]  # fmt: skip
    assert len(deep) == len(owners) + len(plan.groups)
