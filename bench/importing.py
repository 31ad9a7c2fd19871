"""How many seconds a megabyte takes to import, by the shape of the document; nothing is asserted.

Each shape is read at two sizes, the second four times the first: where the two rates agree, time
grows with the size. `python -m bench.importing [SHAPE …]` prints the table.
"""

import sys
import time
from collections.abc import Callable

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources

Shape = Callable[[int], str]
SMALL, LARGE = 100_000, 400_000


def repeated(text: str, before: str = "", after: str = "") -> Shape:
    """One text again and again, to a size in letters."""
    return lambda size: before + text * (size // len(text)) + after


def counted(line: str, before: str = "") -> Shape:
    """A line again and again, each with its number in it."""

    def made(size: int) -> str:
        count = max(size // (len(line) + 2), 1)
        return before + "".join(line.format(n=number) for number in range(count))

    return made


def sawtooth(size: int) -> str:
    """A list that goes a hundred deep and comes back, over and over."""
    tooth = "".join("  " * depth + "- item\n" for depth in range(100))
    return tooth * (size // len(tooth) + 1)


def real(size: int) -> str:
    """What a team writes, as many rounds of it as fit."""
    part = (
        "\n## Round {n}\n\n### Kai owns:\n- `src/part{n}/` (the parser)\n- `docs/part{n}.md`\n\n"
        "### Tasks\n- [ ] **T{n}** Write part {n} (kai), after T{m}\n"
        "- [x] **U{n}** Read it (1234abc)\n\n"
        "## Workflow {n}\n\n1. Pull before editing.\n2. Run `pytest tests/part{n}`.\n3. Push.\n\n"
        "Some words about the round that state nothing, as documents have them.\n"
    )
    count = size // len(part) + 1
    return "# Plan\n" + "".join(
        part.format(n=number, m=max(number - 1, 0)) for number in range(count)
    )


SHAPES: dict[str, Shape] = {
    "a coordination document": real,
    "one paragraph on one line": repeated("word "),
    "one paragraph of many lines": repeated("some words on a line\n"),
    "many paragraphs": repeated("Some words on a line.\n\n"),
    "many sentences that are rules": repeated("Never push before the tests pass.\n\n"),
    "a long list": counted("- item {n}\n"),
    "a long numbered list": repeated("1. item\n"),
    "a list of paths under an owner": counted("- `src/a{n}.py`\n", "## Kai owns\n\n"),
    "a list of checkboxes": counted("- [ ] **T{n}** do it\n", "## Tasks\n\n"),
    "a list a hundred deep": sawtooth,
    "one item nested without end": repeated("- ", after="end\n"),
    "quotes nested without end": repeated("> ", after="end\n"),
    "a quote of many lines": repeated("> words\n"),
    "a deep quote with lazy lines": repeated("words\n", "> " * 40 + "words\n"),
    "many headings": counted("## Heading {n}\n"),
    "many headings that are alike": repeated("## Rules\n\nNever do it.\n\n"),
    "headings deep and shallow": repeated("# a\n## b\n### c\n#### d\n##### e\n"),
    "many leads": counted("**Lead {n}:**\n\n- x\n\n"),
    "a long table": counted(
        "| T{n} | do it | kai | `src/a{n}.py` |\n", "| id | task | owner | files |\n|-|-|-|-|\n"
    ),
    "a table without a ruler": counted("| a {n} | b |\n"),
    "a wide table": lambda n: (
        "|" + "a|" * (n // 6) + "\n|" + "-|" * (n // 6) + "\n|" + "b|" * (n // 6)
    ),
    "many small tables": repeated("| a | b |\n|---|---|\n| c | d |\n\n"),
    "rows with too many cells": repeated("| a | `b|c` | d | e |\n", "| a | b |\n|---|---|\n"),
    "a fence": repeated("some code\n", "```bash\n", "```\n"),
    "a fence of commands": counted(
        "pytest tests/t{n}\n",
        "## Checks\n\n```bash\n",
    ),
    "a fence that never ends": repeated("x\n", "```\n"),
    "many fences": repeated("```\nx\n```\n"),
    "HTML": repeated("<div>\n"),
    "blank lines": repeated("\n", "- a\n", "b"),
    "links": repeated("[a](b) "),
    "definitions of links": counted("[a{n}]: b\n"),
    "backticks": repeated("`", "a "),
    "backticks that close": repeated("`a``b```c"),
    "stars": repeated("*", "a "),
    "strong words that never end": repeated("**a "),
    "underscores": repeated("_a "),
    "tildes": repeated("~~a "),
    "brackets": repeated("[", "a "),
    "brackets, eighty on a line": repeated("[" * 80 + "\n"),
    "images that never end": repeated("![", "a "),
    "images, eighty on a line": repeated("![" * 40 + "\n"),
    "links that never end": repeated("[a]("),
    "angles": repeated("<", "a "),
    "comments that never end": repeated("<!--", "a "),
    "comments, eighty on a line": repeated("a <!--" * 13 + "\n"),
    "pipes": repeated("|"),
    "lines of pipes": repeated("|||\n"),
    "backslashes": repeated("\\", "a "),
    "ampersands": repeated("&#", "a "),
    "colons": repeated("a: "),
    "brackets of words": repeated("(", "a "),
    "arrows": repeated("a -> "),
    "lines of arrows": counted("T{n} -> T0\n", "## Dependencies\n\n```\n"),
    "slashes": repeated("a/"),
    "lines of slashes": counted("- a{n}/b/c\n", "## Kai owns\n\n"),
    "dashes": repeated("- "),
    "spaces": repeated(" ", "a", "b"),
    "spaces between words": repeated("a" + " " * 200),
    "NUL": repeated("\0"),
    "lone carriage returns": repeated("a line\r"),
    "form feeds": repeated("a line\f"),
}


def seconds(text: str) -> float:
    """How long one document takes to be read and made a plan."""
    start = time.perf_counter()
    assemble(read_sources([Source("PLAN.md", text)]))
    return time.perf_counter() - start


def main(wanted: list[str]) -> None:
    """Print the table, of the shapes whose names hold one of the words if any are given."""
    print(f"{'seconds per MB':34}{SMALL // 1000:>7}K{LARGE // 1000:>7}K")
    for name, shape in SHAPES.items():
        if wanted and not any(word in name for word in wanted):
            continue
        rates = [seconds(shape(size)) / size * 1_000_000 for size in (SMALL, LARGE)]
        note = "  grows" if rates[1] > 2 * rates[0] and rates[1] > 1 else ""
        print(f"{name:34}{rates[0]:8.2f}{rates[1]:8.2f}{note}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
