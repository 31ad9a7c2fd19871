"""Owners of 100,000 paths under 200 rules, against a bare loop that splits each path.

Prints ratios: the two are timed in turn, and the median of the pairs counts. Ends with how many
answers differ from those that `pathspec` gives, rule by rule, on a sample of the paths.
"""

import random
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

import pathspec

from bench.table import Row, table
from coord_tui.core.ownership import Ownership
from coord_tui.core.patterns import parse
from coord_tui.core.verdicts import specificity

Rule = tuple[str, str, str, str, int]

PATHS, RULES, ROUNDS, SAMPLE = 100_000, 200, 11, 2_000
WORDS = ("api", "app", "billing", "core", "docs", "forms", "jobs", "models", "tests", "ui")
ENDINGS = (".py", ".ts", ".tsx", ".md", ".json", ".sql", "")


def tree(chance: random.Random) -> list[str]:
    """Paths of files in some 8,000 folders, in the order in which git lists them."""
    homes = [
        "/".join(f"{chance.choice(WORDS)}{chance.randrange(9)}" for _ in range(depth))
        for depth in chance.choices((1, 2, 3, 4, 5), (1, 4, 10, 10, 5), k=8_000)
    ]
    names = (f"{chance.choice(WORDS)}_{n}{chance.choice(ENDINGS)}" for n in range(PATHS))
    return sorted(f"{chance.choice(homes)}/{name}" for name in names)


def plan(chance: random.Random, paths: list[str]) -> list[Rule]:
    """Rules as plans have them: folders, files, endings, names anywhere, globs."""
    rules = []
    for line in range(1, RULES + 1):
        path = chance.choice(paths)
        folder, _, name = path.rpartition("/")
        top, word = path.partition("/")[0], name.partition("_")[0]
        kinds = (f"{folder}/", path, f"/{top}/", f"{folder}/*", f"**/{name}")
        globs = (f"*{chance.choice(ENDINGS[:-1])}", f"{top}/**/{word}_*", f"{folder}/{word}_?*.py")
        pattern = chance.choices(kinds + globs, (60, 50, 20, 15, 15, 10, 15, 15))[0]
        rules.append((pattern, "owned", chance.choice("abcd"), "", line))
    return rules


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def differing(rules: list[Rule], paths: list[str]) -> int:
    """How many paths get another rule than from pathspec's matches and the order of keys."""
    oracle = [
        (pathspec.PathSpec.from_lines("gitignore", [r[0]], backend="simple"), parse(r[0]), r[4])
        for r in rules
    ]
    owners = Ownership(rules)
    wrong = 0
    for path in paths:
        taking = ((one, line) for spec, one, line in oracle if spec.match_file(path))
        keys = [(specificity(one, one.reach(path), line), line) for one, line in taking]
        wrong += owners.owner_of(path).line != max(keys, default=((), 0))[1]
    return wrong


def measure() -> list[Row]:
    """Cold and warm, against a loop that only splits each path; stops if an answer is wrong."""
    chance = random.Random(1)
    paths = tree(chance)
    rules = plan(chance, paths)

    def bare() -> None:
        for path in paths:
            path.rpartition("/")

    def ask(owners: Ownership) -> None:
        for path in paths:
            owners.owner_of(path)

    cold, warm = [], []
    for _ in range(ROUNDS):
        owners = Ownership(rules)
        cold.append(seconds(partial(ask, owners)) / seconds(bare))
        warm.append(seconds(partial(ask, owners)) / seconds(bare))
    wrong = differing(rules, chance.sample(paths, SAMPLE))
    if wrong:
        raise SystemExit(f"{wrong} of {SAMPLE} answers are not those that pathspec gives")
    what = f"owners of {len(paths):,} paths under {len(rules)} rules"
    against = "a bare loop that splits each path"
    return [
        Row(f"{what}, cold", against, median(cold), 8),
        Row(f"{what}, warm", against, median(warm), 5),
    ]


if __name__ == "__main__":
    print(table(measure()))
