"""A CODEOWNERS file becomes sessions, what they own and what they share; what it cannot is told."""

import pytest

from coord_tui.core.codeowners.forge import dialect_of, is_codeowners
from coord_tui.core.codeowners.parsing import lines_of, parse_file
from coord_tui.core.codeowners.reading import read_codeowners
from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.statements import SaidOwned, SaidSession, SaidShared
from coord_tui.core.lint import lint
from coord_tui.core.ownership import Ownership

GITHUB, GITLAB = ".github/CODEOWNERS", ".gitlab/CODEOWNERS"


def owned(text: str, name: str = GITHUB) -> list[tuple[int, str, str]]:
    """Line, pattern and sessions of each rule."""
    said, _, _ = read_codeowners(name, text)
    found = []
    for one in said:
        if isinstance(one, SaidOwned):
            found.append((one.at.line, one.path, one.session))
        elif isinstance(one, SaidShared):
            found.append((one.at.line, one.path, " ".join(name for name, _ in one.parts)))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* @ana\n/src/ @bob", [(1, "*", "ana"), (2, "/src/", "bob")]),
        (
            "docs/ @ana\n*.md @bob",
            [(1, "**/docs/", "ana"), (2, "*.md", "bob"), (2, "**/docs/**/*.md", "bob")],
        ),
        ("/docs/x.md @ana\n*.md @bob", [(2, "*.md", "bob")]),
        ("README.md @ana\n/docs/ @bob", [(1, "**/README.md", "ana"), (2, "/docs/", "bob")]),
        ("/docs/ @ana\nREADME.md @bob", [(1, "/docs/", "ana"), (2, "README.md", "bob")]),
        ("/a/ @ana\n/a/b/ @bob\n/a/ @cid", [(3, "/a/", "cid")]),
        ("/docs @ana\n/* @bob", [(1, "/docs/", "ana"), (2, "/*", "bob")]),
        ("/apps/ @ana\n/apps/web", [(1, "/apps/", "ana"), (2, "/apps/web", "nobody")]),
        ("/apps/web\n/lib/ @ana", [(2, "/lib/", "ana")]),
        ("/apps/ @ana @bob\n/apps/*.md", [(1, "/apps/", "ana bob"), (2, "/apps/*.md", "nobody")]),
        (r"/with\ space/x @ana", [(1, "/with space/x", "ana")]),
        ("*.js @ana # said aside\n*.ts @bob #and here", [(1, "*.js", "ana"), (2, "*.ts", "bob")]),
        ("\t* \t @ana\r\n\r\n/b @bob\r", [(1, "*", "ana"), (3, "/b", "bob")]),
    ],
)
def test_the_last_match_of_github_as_the_most_specific(
    text: str, expected: list[tuple[int, str, str]]
) -> None:
    assert owned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("inner/x.md @ana", [(1, "**/inner/x.md", "ana")]),
        ("/docs/** @ana\n/lib/**/* @bob", [(1, "/docs/*", "ana"), (2, "/lib/**/*", "bob")]),
        (
            "* @ana\n[Docs] @bob\ndocs/\n[Guides]\n*.md @cid",
            [(1, "*", "ana"), (3, "**/docs/", "bob"), (5, "*.md", "cid"),
             (5, "**/docs/**/*.md", "bob cid")],
        ),
        ("[A] @ana\n/a/\n[a]\n/b/\n/a/x.py @bob", [(2, "/a/", "ana"), (5, "/a/x.py", "bob")]),
        ("* @ana\n!pom.xml\n/x/pom.xml @bob", [(1, "*", "ana"), (2, "pom.xml", "nobody")]),
        ("*.rb @ana\n!/config/\n[B]\n/config/ @bob", [(1, "*.rb", "ana"), (4, "/config/", "bob")]),
        (r"\#x @ana", [(1, r"\#x", "ana")]),
        ("/[ab]*.py @ana", [(1, "/[ab]*.py", "ana")]),
        ("*.py @ana # and @bob", [(1, "*.py", "ana bob")]),
        ("/x/ @@maintainer a@example.com", [(1, "/x/", "maintainer a")]),
    ],
)  # fmt: skip
def test_what_gitlab_alone_knows(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert owned(text, GITLAB) == expected


def test_a_session_has_one_word_and_keeps_what_the_word_does_not_tell() -> None:
    text = "* @ana @acme/web @Web docs@example.com @acme/docs @a/b/docs @@developer @acme/all"
    said, _, _ = read_codeowners(GITLAB, text)
    assert [(one.name, one.role, one.emails) for one in said if isinstance(one, SaidSession)] == [
        ("ana", "", ()),
        ("acme-web", "@acme/web", ()),
        ("web", "@Web", ()),
        ("docs", "", ("docs@example.com",)),
        ("acme-docs", "@acme/docs", ()),
        ("b-docs", "@a/b/docs", ()),
        ("developer", "@@developer", ()),
        ("acme-all", "@acme/all", ()),
    ]


def test_an_owner_is_the_same_one_in_any_case() -> None:
    said, _, _ = read_codeowners(GITHUB, "/a/ @Ana\n/b/ @ana @ANA\n/c/ @Acme/Web\n/d/ @acme/web\n")
    assert [(one.name, one.role) for one in said if isinstance(one, SaidSession)] == [
        ("ana", "@Ana"),
        ("web", "@Acme/Web"),
    ]
    assert [(one.path, one.session) for one in said if isinstance(one, SaidOwned)] == [
        ("/a/", "ana"), ("/b/", "ana"), ("/c/", "web"), ("/d/", "web"),
    ]  # fmt: skip


def test_whose_name_elsewhere_means_nobody_is_somebody_here() -> None:
    text = "/x/ @x\n/n/ @none @bo\n/r/ @nobody\n"
    plan = assemble(read_sources([Source(GITHUB, text)])).plan
    assert [one.name for one in plan.sessions] == ["x", "none", "bo", "nobody-2"]
    assert [(one.session, one.path) for one in plan.ownership] == [
        ("x", "/x/"), ("nobody-2", "/r/"),
    ]  # fmt: skip
    assert [part.session for part in plan.shared[0].sessions] == ["none", "bo"]


def test_what_a_section_gives_up_has_no_note_of_it() -> None:
    said, _, _ = read_codeowners(GITLAB, "[Data] @dba\ndb/\n\n[Ruby] @ruby\n*.rb\n!db/m.rb\n")
    notes = {one.path: one.note for one in said if isinstance(one, SaidOwned)}
    assert notes["**/db/m.rb"] == "section Data"


def test_a_comment_can_tell_the_session_of_an_owner() -> None:
    text = "# session senior is @acme/core\n* @acme/core"
    said, unread, _ = read_codeowners(GITHUB, text)
    assert [one.name for one in said if isinstance(one, SaidSession)] == ["senior"]
    assert unread == ()


def test_a_comment_right_above_a_lone_rule_is_its_note_and_others_are_no_rules() -> None:
    text = "# All of it\n# and more\n* @ana\n\n# ----\n# Two of them\n/a/ @ana\n/b/ @ana # x\n"
    said, unread, _ = read_codeowners(GITHUB, text)
    notes = {one.path: one.note for one in said if isinstance(one, SaidOwned)}
    assert notes == {"*": "All of it\nand more", "/a/": "", "/b/": "x"}
    assert not unread


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        (GITHUB, "!/x @ana", 1, "knows no `!`"),
        (GITHUB, "a\n[ab] @ana", 2, "knows no `[ ]`"),
        (GITHUB, r"\#x @ana", 1, r"knows no `\#`"),
        (GITHUB, "*.py ana", 1, "'ana' names no owner"),
        (GITHUB, "../x @ana", 1, "leaves the repository"),
        (GITHUB, "/ @ana", 1, "names no file"),
        (GITLAB, "/[ab @ana", 1, "without `]`"),
    ],
)
def test_a_line_that_counts_for_nothing_is_passed_over_with_its_reason(
    name: str, text: str, line: int, words: str
) -> None:
    said, unread, warnings = read_codeowners(name, text)
    assert not [one for one in said if isinstance(one, SaidOwned) and one.session != "nobody"]
    assert [one.at.line for one in unread] == [line]
    (warned,) = [one for one in warnings if words in one.text]
    assert warned.at.line == line


def test_rules_that_decide_nothing_and_what_a_plan_has_no_word_for_are_told() -> None:
    text = "^[Docs][2] @ana\n/docs/x/\n/docs/\n[Two][2] @bob\n/two @bob whoever\n"
    _, _, warnings = read_codeowners(GITLAB, text)
    assert [(one.at.line, one.text) for one in warnings] == [
        (
            1,
            "section Docs is optional for GitLab, as are its 2 approvals; a plan has owners only",
        ),
        (2, "/docs/x/ decides nothing: line 3 takes all of it, and comes later"),
        (4, "section Two wants 2 approvals; a plan does not count them"),
        (5, "'whoever' names no owner"),
    ]


def test_a_name_that_gitlab_takes_for_a_file_is_less_than_certain() -> None:
    said, _, _ = read_codeowners(GITLAB, "docs @ana\nREADME.md @ana\nlib/ @ana\nMakefile @ana")
    sure = {one.path: one.sure for one in said if isinstance(one, SaidOwned)}
    assert sure == {
        "docs": "likely",
        "README.md": "certain",
        "lib/": "certain",
        "Makefile": "certain",
    }


@pytest.mark.parametrize(
    ("name", "text", "dialect"),
    [
        ("CODEOWNERS", "* @ana", "github"),
        ("docs/CODEOWNERS", "[Docs]\n* @ana", "gitlab"),
        ("CODEOWNERS", "^[Docs][2] @ana\n*.md", "gitlab"),
        ("CODEOWNERS", "* @ana\n!x", "gitlab"),
        ("CODEOWNERS", "* @@owner", "gitlab"),
        ("CODEOWNERS", "[ab].py @ana", "github"),
        (".github/CODEOWNERS", "[Docs]\n* @ana", "github"),
        (".gitlab/CODEOWNERS", "* @ana", "gitlab"),
    ],
)
def test_whose_file_it_is(name: str, text: str, dialect: str) -> None:
    assert dialect_of(name, text) == dialect
    assert is_codeowners(name, text)
    assert not is_codeowners(f"{name}.md", text)
    assert is_codeowners(f"x/y.{name.rpartition('/')[2]}", text)


@pytest.mark.parametrize(
    "text",
    ["", "\0\xff\ud800 @x", "[", "[]", "[A", "^", "\\", "\\ ", "!", "# \x1b[31m", "a" * 10_000,
     "**/" * 500 + "x @a\n" + "*a" * 500 + " @b", "/".join(["**", "a"] * 60) + " @a\n*b/ @b"],
)  # fmt: skip
def test_any_text_is_read_in_some_way(text: str) -> None:
    lines = range(1, text.count("\n") + 2)
    for name in (GITHUB, GITLAB, "CODEOWNERS"):
        said, unread, warnings = read_codeowners(name, text)
        told = [*said, *unread, *warnings]
        assert [one for one in told if one.at.line not in lines or one.at.file != name] == []
        assert {entry.line for entry in lines_of(parse_file(name, text))} <= {*lines}


def test_many_rules_that_all_may_meet_are_told_where_nobody_looked() -> None:
    text = "\n".join(f"f{number}/ @u{number % 3}" for number in range(900))
    said, _, warnings = read_codeowners(GITHUB, text)
    assert len([one for one in said if isinstance(one, SaidOwned)]) >= 900
    assert any(one.text.startswith("too many rules meet") for one in warnings)


def test_the_plan_of_a_file_is_sound_and_says_who_decides() -> None:
    text = "* @ana\n/apps/ @bolt @acme/web\n/apps/old\n*.md docs@example.com\n"
    reading = assemble(read_sources([Source("CODEOWNERS", text)]))
    assert not [one for one in lint(reading.plan) if one.level == "error"]
    index = Ownership.from_plan(reading.plan)
    verdicts = {
        path: (index.owner_of(path).kind, index.owner_of(path).owner)
        for path in ("x", "apps/x", "apps/old/x", "apps/old/x.md")
    }
    assert verdicts == {
        "x": ("owned", "ana"),
        "apps/x": ("shared", ""),
        "apps/old/x": ("unowned", ""),
        "apps/old/x.md": ("owned", "docs"),
    }
    assert reading.plan.session("web") is not None
