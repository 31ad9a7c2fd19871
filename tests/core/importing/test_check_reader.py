"""Checks are found where something is to be verified, and are gates when the document says so."""

import pytest

from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.readers import checks
from coord_tui.core.importing.statements import SaidCheck


def found(text: str) -> list[SaidCheck]:
    said = list(checks.read(outline("a.md", text), []))
    return [each for each in said if isinstance(each, SaidCheck)]


def runs(text: str) -> list[str]:
    return [each.run for each in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "## Verify\n\n- `pytest`\n",
        "## Checks\n\nWe use `pytest` for everything.\n",
        "Run `pytest` when you are done.\n",
        "- [ ] `pytest`\n",
        "## Before pushing\n\n```bash\ngit pull\npytest\n```\n",
        "Verification:\n\n```sh\n$ pytest\n```\n",
        "| Check | When |\n|---|---|\n| run `pytest` | always |\n",
        "**Done when:**\n- `pytest` passes\n",
        "## 检查\n\n- `pytest`\n",
        "## Prüfungen\n\n- `pytest`\n",
        "## Antes de enviar\n\n- Ejecutar `pytest`\n",
        "1. Do it\n2. Run the tests:\n   - `pytest`\n",
    ],
)
def test_a_command_is_a_check_where_something_is_verified(text: str) -> None:
    assert runs(text) == ["pytest"]


@pytest.mark.parametrize(
    "text",
    [
        "The settings of `pytest` are in `setup.cfg`.\n",
        "- **T1** Move to `pytest`\n",
        "## Log\n\n- ran `pytest`, all green\n",
        "| Task | State |\n|---|---|\n| run `pytest` | ✅ 18/18 |\n",
        "- Tests: `pytest` passed\n",
        "```python\npytest\n```\n",
        "```\npytest\n```\n",
        "## Files of kai\n\n- `tests/`\n- `scripts/check.sh`\n",
        "## Setup\n\nRun `npm install`.\n",
    ],
)
def test_a_command_that_nobody_is_told_to_run_is_none(text: str) -> None:
    assert runs(text) == []


def test_a_line_of_a_fence_is_the_place_of_its_command() -> None:
    text = "## Verify\n\n```bash\n# quick\npytest -x\n\ncd web\nnpm test\n```\n"
    first, second = found(text)
    assert (first.run, first.note, first.at.line) == ("pytest -x", "quick", 5)
    assert (second.run, second.note, second.at.line) == ("cd web && npm test", "", 8)


def test_what_stands_in_brackets_after_a_command_is_its_note() -> None:
    (check,) = found("## Verify\n\n- `pytest` (after `uv sync`)\n")
    assert (check.run, check.note) == ("pytest", "after `uv sync`")


def test_the_item_above_says_when_a_check_is_run() -> None:
    (check,) = found("1. If the parser changed, run the slow tests:\n   - `pytest -m slow`\n")
    assert check.note == "If the parser changed, run the slow tests"


@pytest.mark.parametrize(
    "text",
    [
        "## Must pass before merging\n\n- `pytest`\n",
        "**Pre-merge checklist:**\n- [ ] `pytest`\n",
        "## Definition of done\n\n- `pytest` passes\n",
        "Each commit must pass the tests: `pytest`.\n",
        "## 合并前\n\n- 运行 `pytest`\n",
    ],
)
def test_what_must_pass_is_a_gate(text: str) -> None:
    assert [(each.run, each.gate) for each in found(text)] == [("pytest", True)]


def test_what_only_verifies_is_no_gate() -> None:
    assert [each.gate for each in found("## Verify\n\n- `pytest`\n")] == [False]


POLICY = """
## How we test

- **Gate in CI:** quick offline suites.
- **Not a gate in CI:** suites against the live service, as it changes.

## Steps

1. Run the offline suites:
   - `pytest tests/offline`
   - `npm test`
2. When the client changed, run the live one:
   - `python3 tools/run_live_tests.py --user <name>`
"""


def test_a_policy_says_which_checks_are_gates() -> None:
    assert [(each.name, each.gate) for each in found(POLICY)] == [
        ("pytest", True),
        ("test", True),
        ("live-tests", False),
    ]
