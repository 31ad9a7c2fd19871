"""Prose under a heading over rules is a rule as it is written; orders elsewhere are rules too."""

import pytest

from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.readers import rules
from coord_tui.core.importing.statements import Place, Said, SaidOwned, SaidRule, SaidTask


def found(text: str, *said: Said) -> list[SaidRule]:
    each = rules.read(outline("a.md", text), said)
    return [rule for rule in each if isinstance(rule, SaidRule)]


def titled(text: str, *said: Said) -> list[tuple[str, str]]:
    return [(rule.title, rule.text) for rule in found(text, *said)]


STEPS = "1. Say so\n2. Pull\n   - twice\n3. Push"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("## Protocol", "Protocol"),
        ("## 3) How we work (short)", "How we work (short)"),
        ("### 🔒 Rules for shared files:", "Rules for shared files"),
        ("## **Branch discipline**", "Branch discipline"),
        ("**Before you push:**", "Before you push"),
        ("## Definition of done (all)", "Definition of done (all)"),
        ("## Reglas importantes", "Reglas importantes"),
        ("## Regras de trabalho", "Regras de trabalho"),
        ("## Règles communes", "Règles communes"),
        ("## Arbeitsregeln", "Arbeitsregeln"),
        ("## Правила", "Правила"),
        ("## 协作规范", "协作规范"),
        ("## 作業ルール", "作業ルール"),
        ("## 협업 규칙", "협업 규칙"),
    ],
)
def test_a_section_over_rules_is_one_rule_as_it_is_written(heading: str, title: str) -> None:
    text = f"# Plan\n\n{heading}\n\n{STEPS}\n"
    assert titled(text) == [(title, STEPS)]
    assert found(text)[0].at == Place("a.md", 3, 8)


@pytest.mark.parametrize(
    "heading",
    ["Rules engine", "Protocol buffers", "Overview", "Workflow status", "Communication log"],
)
def test_a_section_over_something_else_is_none(heading: str) -> None:
    assert titled(f"# Plan\n\n## {heading}\n\n- some words\n- more words\n") == []


def test_the_title_of_a_document_makes_no_rule_of_all_that_is_below_it() -> None:
    text = "# Coordination protocol\n\nSome words.\n\n## Files\n\n- one\n\n## Rules\n\n- two\n"
    assert titled(text) == [("Rules", "- two")]


def test_a_document_that_has_only_a_title_over_rules_is_one_rule() -> None:
    assert titled("# Our rules\n\n- one\n- two\n") == [("Our rules", "- one\n- two")]


def test_sections_below_are_rules_of_their_own_and_leads_are_not() -> None:
    text = (
        "## Workflow\n\nFirst words.\n\n**A lead:**\n- one\n\n### Merging\n\n- two\n\n"
        "### Log\n\n- three\n"
    )
    assert titled(text) == [
        ("Workflow", "First words.\n\n**A lead:**\n- one"),
        ("Workflow: Merging", "- two"),
    ]


def test_two_rules_of_one_title_also_name_what_they_stand_under() -> None:
    text = "# P\n\n## Kai\n\n### Rules\n\n- one\n\n## Mia\n\n### Rules\n\n- two\n"
    assert titled(text) == [("Kai: Rules", "- one"), ("Mia: Rules", "- two")]


@pytest.mark.parametrize(
    "words",
    [
        "Never push to `main`.",
        "Whoever needs a file of another session must ask first.",
        "You must not edit what is not yours.",
        "No edits across folders without asking.",
        "不要修改他人的文件。",
        "他の人のファイルは編集禁止です。",
        "Niemals direkt auf `main` pushen.",
        "Nunca edites los archivos de otra persona.",
    ],
)
def test_a_sentence_that_orders_is_a_rule_named_by_its_heading(words: str) -> None:
    (rule,) = found(f"# Plan\n\n## Who does what\n\nSome words.\n\n{words}\n")
    assert (rule.title, rule.text, rule.sure) == ("Who does what", words, "likely")
    assert (rule.at.line, rule.at.end) == (7, 7)


@pytest.mark.parametrize(
    "words",
    [
        "The parser reads the whole file.",
        "Must this be one file? Nobody knows.",
        "- [ ] must be read",
        "`never`",
    ],
)
def test_a_sentence_that_orders_nothing_is_none(words: str) -> None:
    assert found(f"# Plan\n\n## Who does what\n\n{words}\n") == []


def test_a_sentence_below_the_title_is_named_by_its_first_words() -> None:
    (rule,) = found("# Plan\n\nNever edit a file that belongs to somebody else.\n\n## A\n")
    assert rule.title == "Never edit a file that belongs …"


def test_an_order_under_an_owner_is_named_by_the_section_above() -> None:
    text = "## Ownership\n\n**Kai owns:**\n- `src/`\n\nAsk before editing, always.\n"
    owned = SaidOwned(Place("a.md", 3, 4), "Kai", "src/")
    assert titled(text, owned) == [("Ownership", "Ask before editing, always.")]


def test_notes_are_a_rule_as_a_whole_when_many_of_them_order() -> None:
    text = "# P\n\n## Notes\n\n- Never push to `main`.\n- The tests are slow.\n"
    assert titled(text) == [("Notes", "- Never push to `main`.\n- The tests are slow.")]


def test_steps_that_say_when_are_orders() -> None:
    text = (
        "# P\n\n**IMPORTANT:** several of us merge on one day.\n"
        "1. **Before the merge:** look\n2. **After it:** tell\n"
    )
    ((_, rule),) = titled(text)
    assert rule == text.partition("\n\n")[2].rstrip()


def test_a_field_named_as_a_rule_is_one() -> None:
    text = "# P\n\n## Repository\n\n- Branch strategy: one branch each\n  - kai: `feat/a`\n"
    assert titled(text) == [
        ("Branch strategy", "- Branch strategy: one branch each\n  - kai: `feat/a`")
    ]


def test_what_was_taken_as_work_or_ownership_is_no_rule() -> None:
    text = (
        "# P\n\n## Process tasks\n\n- must do it\n\n## Rules\n\n- `a/` never\n- `b/` never\n- ask\n"
    )
    task = SaidTask(Place("a.md", 5, 5), title="must do it")
    owned = [SaidOwned(Place("a.md", line, line), "kai", "a/") for line in (9, 10)]
    assert titled(text, task, *owned) == []
    assert titled(text, task, owned[0]) == [("Rules", "- `a/` never\n- `b/` never\n- ask")]


def test_brackets_of_headings_that_order_are_rules() -> None:
    text = (
        "## Files\n\n### Kai OWNS (ask first):\n- a\n\n### Mia OWNS (ask first):\n- b\n\n"
        "### Both (say so, coordinate):\n- c\n\n### Old (2019)\n- d\n"
    )
    assert titled(text) == [
        ("Files", "ask first"),
        ("Files", "ask first"),
        ("Both", "say so, coordinate"),
    ]


def test_brackets_of_a_field_at_the_top_are_a_rule() -> None:
    assert titled("# P\n\nTeam: Kai, Mia (no edits at night)\n\n## A\n") == [
        ("Team", "no edits at night")
    ]


def test_a_very_long_paragraph_is_no_rule() -> None:
    assert found("# P\n\n## A\n\n" + "You must do it. " * 1000) == []


def test_a_ban_of_files_among_owners_is_named_by_its_own_words() -> None:
    text = "# P\n\n## Who owns which files\n\nNever edit `infra/` on a Friday evening please.\n"
    (rule,) = found(text)
    assert rule.title == "Never edit infra/ on a Friday …"


@pytest.mark.parametrize(
    "stamp",
    [
        "Last updated 2031-05-04. Please keep this short.",
        "Stand: 4.5.2031. Bitte nie lang machen.",
        "最后更新：2031年5月。不要写长。",
    ],
)
def test_what_a_document_says_of_its_own_age_is_no_rule(stamp: str) -> None:
    assert found(f"# P\n\n## Ways\n\n{stamp}\n") == []
