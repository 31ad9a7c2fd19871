"""A plan becomes a CODEOWNERS file, and what such a file cannot say is said."""

import pytest
from hypothesis import given, settings

from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.codeowners.writing import codeowners_text
from coord_tui.core.plan import Owned, Part, Plan, Session, Shared
from tests.core.codeowners.trees import plan_of, plan_owners
from tests.plans import plans

ANA, BOB = Session("ana"), Session("bob")


def lines(plan: Plan, gitlab: bool = False) -> list[str]:
    """The rules of the file."""
    text, _ = codeowners_text(plan, "gitlab" if gitlab else "github")
    return [line for line in text.splitlines() if line and not line.startswith("# Who owns")]


@pytest.mark.parametrize(
    ("owned", "expected"),
    [
        ([("src/", "ana"), ("*.py", "bob"), ("*", "bob")], ["* @bob", "*.py @bob", "src/ @ana"]),
        ([("/src/app/", "ana"), ("/src/", "bob")], ["/src/ @bob", "/src/app/ @ana"]),
        ([("src/app/x.py", "ana"), ("src/app/", "bob")], ["/src/app/ @bob", "/src/app/x.py @ana"]),
        ([("src/*", "ana")], ["/src/* @ana"]),
        ([("/x/", "ana"), ("/x/y/", "nobody")], ["/x/ @ana", "/x/y/"]),
        ([("with space/a b", "ana")], [r"/with\ space/a\ b @ana"]),
        ([(r"\#x.md", "ana"), (r"\!x.py", "bob")], ["**/#x.md @ana", "**/!x.py @bob"]),
        ([("/[ab]x.py", "ana"), ("y[0-2].md", "bob")],
         ["/ax.py @ana", "/bx.py @ana", "y0.md @bob", "y1.md @bob", "y2.md @bob"]),
        ([("/src/", "ana"), ("/src/x.py", "ana"), ("*.md", "ana")],
         ["*.md @ana", "/src/ @ana", "/src/x.py @ana"]),
        ([("a/[b]/c", "ana")], ["/a/b/c @ana"]),
    ],
)  # fmt: skip
def test_the_least_specific_comes_first(owned: list[tuple[str, str]], expected: list[str]) -> None:
    rules = tuple(Owned(path, who, line=line) for line, (path, who) in enumerate(owned, 1))
    found = lines(Plan(sessions=(ANA, BOB), ownership=rules))
    if len(owned) > 1 and "y[0-2].md" in owned[1][0]:
        assert sorted(found) == sorted(expected)
    else:
        assert found == expected


def test_gitlab_gets_a_line_for_the_file_and_one_for_the_folder() -> None:
    rules = (Owned("docs", "ana"), Owned("a/[!b]c.py", "bob", line=9), Owned("lib/x", "ana"))
    assert sorted(lines(Plan(sessions=(ANA, BOB), ownership=rules), gitlab=True)) == [
        "/a/[!b]c.py @bob",
        "/lib/x @ana",
        "/lib/x/ @ana",
        "docs @ana",
        "docs/ @ana",
    ]


def test_shared_files_have_all_who_share_them() -> None:
    shared = (
        Shared("a.py", "say so\nfirst", (Part("bob"), Part("ana"))),
        Shared("b.py"),
        Shared("c.py", sessions=(Part("ana"),)),
    )
    text, unsaid = codeowners_text(Plan(sessions=(ANA, BOB), shared=shared))
    assert text == (
        "# Who owns what. The last rule that matches decides.\n\n"
        "# say so\n# first\na.py @bob @ana\n\nb.py @ana @bob\nc.py @ana\n"
    )
    assert unsaid == ("c.py is shared, but by one or nobody in the file",)


@pytest.mark.parametrize(
    ("session", "owner"),
    [
        (Session("ana"), "@ana"),
        (Session("ana", emails=("a.b@example.com", "x@y.z")), "a.b@example.com"),
        (Session("web", "@acme/web"), "@acme/web"),
        (Session("web", "looks after @acme/web, mostly", emails=("w@x.y",)), "w@x.y"),
        (Session("Köln"), "@Köln"),
        (Session("a/b c"), "@a-b-c"),
        (Session("@"), "@session"),
    ],
)
def test_how_a_session_is_named(session: Session, owner: str) -> None:
    plan = Plan(sessions=(session,), ownership=(Owned("*", session.name),))
    assert lines(plan)[-1] == f"* {owner}"


def test_what_the_file_cannot_say_is_said() -> None:
    plan = Plan(
        project="atlas\nhere",
        sessions=(ANA, Session("agent_1"), Session("a b"), Session("a-b")),
        ownership=(
            Owned("[!a].py", "ana"),
            Owned(r"app/\[id]/x.ts", "ana"),
            Owned("../x", "ana"),
            Owned("y.md", "agent_1"),
            Owned("z.md", "a b"),
            Owned("w.md", "a-b"),
        ),
    )
    text, unsaid = codeowners_text(plan)
    assert text.startswith("# Who owns what in atlas here. The")
    assert "/app/?id?/x.ts @ana\n" in text
    assert "# [!a].py: GitHub knows no [ ]\n" in text
    assert [sentence.partition(" ")[0] for sentence in unsaid] == [
        "pattern", "agent_1", "a-b", "[!a].py", "[id]",
    ]  # fmt: skip


def test_a_name_that_the_owner_does_not_tell_stands_in_a_comment() -> None:
    plan = Plan(
        sessions=(
            Session("senior", emails=("a.smith@example.com",)),
            Session("lead", "@acme/core"),
        ),
        ownership=(Owned("*", "senior"), Owned("src/", "lead")),
    )
    text, unsaid = codeowners_text(plan)
    assert "# session senior is a.smith@example.com\n# session lead is @acme/core\n" in text
    assert unsaid == ()
    again = plan_of(read_codeowners("CODEOWNERS", text)[0])
    assert plan_owners(again, ["x", "src/x"]) == plan_owners(plan, ["x", "src/x"])


@settings(max_examples=100, deadline=None)
@given(plans())
def test_any_plan_gives_a_file_that_can_be_read(plan: Plan) -> None:
    for dialect in ("github", "gitlab"):
        text, unsaid = codeowners_text(plan, dialect)
        assert all("\n" not in sentence for sentence in unsaid)
        read_codeowners(f".{dialect}/CODEOWNERS", text)
