"""A source is read by the reader of its form, and what an export says stands before all else."""

from hypothesis import given, settings

from coord_tui.core.exporting.formats import json_body, whole
from coord_tui.core.exporting.markdown import markdown
from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources
from coord_tui.core.importing.reading import Reading
from coord_tui.core.plan import Owned, Plan, Rule, Session
from tests.builders import group, plan, task
from tests.plans import plans

KAI = Session("kai", "the parser")
SMALL = plan(
    group("round-1", task("T1", "Read it"), task("T2", "Write it", after=("T1",))),
    sessions=(KAI, Session("mia")),
    ownership=(Owned("src/", "kai"),),
    shared=(),
    rules=(Rule("Rules", "Pull first."),),
)


def read(*sources: tuple[str, str], left: tuple[str, ...] = ()) -> Reading:
    return assemble(read_sources([Source(*each) for each in sources]), frozenset(left))


def exported(written: Plan) -> str:
    return whole(markdown(written, 1), "markdown")


@given(plans())
@settings(max_examples=50, deadline=None)
def test_an_export_gives_the_very_plan(written: Plan) -> None:
    written = _of_its_sessions(written)
    assert read(("PLAN.md", exported(written))).plan == written
    assert read(("plan.json", json_body(written))).plan == written


def test_the_items_of_an_export_have_their_lines() -> None:
    text = exported(SMALL)
    (rule,) = [item for item in read(("PLAN.md", text)).items if item.key == "rule:Rules"]
    assert "Rules" in text.splitlines()[rule.at[0].line - 1]


def test_what_is_left_of_an_export_stays_out_with_what_hangs_on_it() -> None:
    found = read(("PLAN.md", exported(SMALL)), left=("session:kai", "rule:Rules")).plan
    assert [session.name for session in found.sessions] == ["mia"]
    assert (found.ownership, found.rules) == ((), ())
    assert [each.id for each in found.tasks] == ["T1", "T2"]


def test_what_stands_around_an_export_is_read_too() -> None:
    before, after = (
        "# Ours\n\n## Conventions\n\n- One change each.\n\n",
        "\n## More\n\nSome words.\n",
    )
    text = before + exported(SMALL) + after
    reading = read(("AGENTS.md", text))
    assert [rule.title for rule in reading.plan.rules] == ["Rules", "Conventions"]
    assert reading.plan.tasks == SMALL.tasks
    assert [each.text for each in reading.unread] == ["## More\n\nSome words."]


def test_other_documents_add_to_an_export_and_change_nothing_in_it() -> None:
    other = "# P\n\nProject: quill\n\n## Rules\n\n- Never push.\n"
    reading = read(("NOTES.md", other), ("PLAN.md", exported(SMALL)))
    assert reading.plan.project in ("quill", SMALL.project)
    assert reading.plan.rules == SMALL.rules
    assert [(each.at.file, each.at.line) for each in reading.warnings] != []


def test_owners_of_code_are_read_by_their_own_reader() -> None:
    reading = read((".github/CODEOWNERS", "* @kai\n/docs/ @mia\n"))
    assert [(each.session, each.path) for each in reading.plan.ownership] == [
        ("kai", "*"),
        ("mia", "/docs/"),
    ]


def _of_its_sessions(plan: Plan) -> Plan:
    """The plan with nobody in it who is none of its sessions."""
    known = {session.name for session in plan.sessions}
    return plan._replace(
        ownership=tuple(one for one in plan.ownership if one.session in known),
        shared=tuple(
            one._replace(sessions=tuple(part for part in one.sessions if part.session in known))
            for one in plan.shared
        ),
        groups=tuple(
            group._replace(
                tasks=tuple(
                    task if task.owner in known else task._replace(owner="") for task in group.tasks
                )
            )
            for group in plan.groups
        ),
    )
