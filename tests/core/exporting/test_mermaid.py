"""A chart is one that Mermaid draws, whatever stands in the plan, and shows all that waits."""

import html
import re

import pytest
from hypothesis import given, settings

from coord_tui.core.exporting.dependencies import edges
from coord_tui.core.exporting.mermaid import mermaid
from coord_tui.core.plan import Plan
from tests.builders import group, plan, task
from tests.plans import plans

LABEL = r"""\["(?:[\w \-.,:/()+=✓'’—–…·?!@]|#\d+;|<br/>)*"\]"""
NODE = r"[tgu]\d+(?:_\d+)?"
LINE = re.compile(
    "|".join(
        [
            "flowchart LR",
            rf"  subgraph g\d+{LABEL}|  end",
            rf"(?:  ){{1,2}}{NODE}{LABEL}(?::::(?:done|current|dropped|unknown))?",
            rf"  (?:%% )?{NODE} (?:-->|-\.->) {NODE}",
            r"  classDef \w+ [\w:#, -]+",
        ]
    )
)

CHART = """\
flowchart LR
  subgraph g1["Foundations ✓"]
    t1_1["S1 ✓: Data model<br/>senior"]:::done
  end
  subgraph g2["round-2"]
    t2_1["S4: Plan the inbox"]:::current
    t2_2["X1: Old one"]:::dropped
  end
  u1["S9"]:::unknown
  g1 --> t2_1
  t2_1 -.-> t1_1
  u1 --> t2_1
"""


def test_groups_tasks_and_both_kinds_of_arrows() -> None:
    chart = mermaid(
        plan(
            group("round-1", task("S1", "Data model", "senior", done="fb1"), state="done",
                  title="Foundations"),
            group(
                "round-2",
                task("S4", "Plan the inbox", after=("round-1", "S9"), enhances=("S1",)),
                task("X1", "Old one", dropped="no need"),
            ),
        )
    )  # fmt: skip
    assert sorted(chart.split("  classDef")[0].splitlines()) == sorted(CHART.splitlines())


@pytest.mark.parametrize(
    "title",
    [
        'say "end" now', "a]] --> b", "#quot; & <b>x</b>", "`code` [x](y)", "%% no comment",
        "two\nlines", "; classDef x", "{a} |b| (c)", "ü 漢 🎈", "_em_ *strong* ~~no~~ snake_case",
        "\x1b[2J", "\ud800",
    ],
)  # fmt: skip
def test_a_label_says_the_title_and_nothing_that_mermaid_obeys(title: str) -> None:
    chart = mermaid(plan(group("g", task("A", title))))
    (node,) = [line.strip() for line in chart.splitlines() if "t1_1[" in line]
    assert re.fullmatch(rf"t1_1{LABEL}:::current", node)
    text = node[len('t1_1["') : -len('"]:::current')].replace("<br/>", "\n")
    said = html.unescape(re.sub(r"#(\d+);", r"&#\1;", text))
    assert said == "A: " + "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in title)


@pytest.mark.parametrize("title", ["1. First", "- one", "+ two", "2) x"])
def test_a_title_that_looks_like_a_list_is_none(title: str) -> None:
    chart = mermaid(plan(group("g", title=title)))
    assert f'"{title}"' not in chart
    assert re.search(r'g1\["\d*#\d+; \w+"\]', chart)


def test_a_box_has_no_arrow_to_what_is_in_it() -> None:
    chart = mermaid(plan(group("g", task("A", after=("g",)))))
    assert "\n  %% g1 --> t1_1\n" in chart


@settings(max_examples=150, deadline=None)
@given(plans())
def test_any_plan_makes_a_chart_of_sound_lines(plan: Plan) -> None:
    chart = mermaid(plan)
    lines = chart.rstrip("\n").split("\n")
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    defined = set(re.findall(r"^ +(?:subgraph )?(\w+)\[", chart, re.M))
    arrows = re.findall(r"^  (?:%% )?(\w+) (?:-->|-\.->) (\w+)$", chart, re.M)
    assert len(arrows) == len(edges(plan))
    assert {end for arrow in arrows for end in arrow} <= defined
    assert lines.count("  end") == len(plan.groups)
