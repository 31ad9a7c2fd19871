"""Random CODEOWNERS files and paths, and whose a path is in the plan that came of a file."""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.importing.statements import Said, SaidOwned, SaidSession, SaidShared
from coord_tui.core.ownership import Ownership
from coord_tui.core.plan import Owned, Part, Plan, Session, Shared
from tests.core.codeowners.forges import Owners

FOLDERS = ["a", "b", "docs", "src", "api"]
FILES = ["x.py", "y.md", "README.md", "LICENSE", "z.test.py", "main"]
GLOBS = ["*", "*.py", "*.md", "**", "d*", "*.test.*", "[ab]*"]
SAID = ("a plan cannot let", "where this meets", "too many", "takes what is in", "would be of")
"""How warnings begin, or what they hold, that tell of an owner that changes."""

paths = st.builds(
    lambda folders, file: "".join(f"{FOLDERS[int(each)]}/" for each in folders) + file,
    st.text("01234", max_size=4),  # a list of folders would take a draw for each
    st.sampled_from(FILES),
)


def patterns(globs: Sequence[str] = tuple(GLOBS[:-1])) -> st.SearchStrategy[str]:
    """Patterns as people write them, and worse."""
    inner = st.lists(st.sampled_from([*FOLDERS, *FOLDERS, "*", "**", "d*"]), max_size=2)
    written = st.builds(
        lambda head, names, last, tail: head + "/".join([*names, last]) + tail,
        st.sampled_from(["", "/"]),
        inner,
        st.sampled_from([*FOLDERS, *FILES, *globs]),
        st.sampled_from(["", "", "/"]),
    )
    return written.filter(lambda text: "**/**" not in text and not text.endswith("**/"))


owners = st.sampled_from(["@ana", "@bob", "@cid", "@ana @bob", ""])
rules = st.builds("{} {}".format, patterns(), owners)
github_files = st.lists(rules, min_size=1, max_size=7).map("\n".join)
sections = st.sampled_from(["[A]", "[B] @dee", "^[C][2] @eve @dee"])
gitlab_files = st.lists(
    st.one_of(rules, rules, rules, patterns().map("!{}".format), sections), min_size=1, max_size=7
).map("\n".join)


def plan_of(said: Iterable[Said]) -> Plan:
    """The plan of what was read; sessions stand in an order that no file gives."""
    every = list(said)
    owned = [Owned(one.path, one.session) for one in every if isinstance(one, SaidOwned)]
    owned.sort(key=lambda one: one.session, reverse=True)
    shared = [
        Shared(one.path, sessions=tuple(Part(*part) for part in one.parts))
        for one in every
        if isinstance(one, SaidShared)
    ]
    return Plan(
        sessions=tuple(
            Session(one.name, one.role, emails=one.emails)
            for one in every
            if isinstance(one, SaidSession)
        ),
        ownership=tuple(one._replace(line=line) for line, one in enumerate(owned, 1)),
        shared=tuple(one._replace(line=line) for line, one in enumerate(shared, len(owned) + 1)),
    )


def plan_owners(plan: Plan, paths: Iterable[str]) -> dict[str, Owners]:
    """Whose each path is, as `@session`; those who share it; nobody."""
    index = Ownership.from_plan(plan)
    every = [session.name for session in plan.sessions]
    sharing = {one.path: [part.session for part in one.sessions] or every for one in plan.shared}
    found = {}
    for path in paths:
        verdict = index.owner_of(path)
        names = sharing[verdict.rule] if verdict.kind == "shared" else [verdict.owner]
        found[path] = frozenset(f"@{name}" for name in names if name)
    return found


def read(name: str, text: str, tree: Sequence[str] | None = None) -> tuple[Plan, list[str]]:
    """The plan of a file, and the warnings that tell of an owner that changes."""
    said, _, warnings = read_codeowners(name, text, tree)
    return plan_of(said), [one.text for one in warnings if any(each in one.text for each in SAID)]
