"""Values of a plan become the tree that is written: only what differs from the defaults."""

import pytest

from coord_tui.core.plan import Group, Owned, Plan, Rule, Session, Shared, Task
from coord_tui.core.plan_items import Value
from coord_tui.core.plan_reader import with_ids
from coord_tui.core.plan_shape import Many, Record, plan_shape
from coord_tui.core.plan_tree import Planting, made_ids
from coord_tui.core.yaml_layout import Leaf, Listed, Mapped, Tree

FIELDS = plan_shape().fields


def tree(name: str, value: Value, plan: Plan | None = None, **comments: str) -> Tree:
    """The tree of a field of the plan."""
    return Planting(plan or Plan(), comments).tree(FIELDS[name].shape, value)


@pytest.mark.parametrize(
    ("name", "value", "made"),
    [
        ("project", "x", Leaf("x")),
        ("sessions", (Session("a"),), Mapped((("a", Leaf("")),))),
        ("sessions", (Session("a", "b"),), Mapped((("a", Leaf("b")),))),
        ("ownership", (Owned("x/", "a"), Owned("y/", "b"), Owned("z/", "a")),
            Mapped((("a", Listed((Leaf("x/"), Leaf("z/")))), ("b", Listed((Leaf("y/"),)))))),
        ("shared", (Shared("x"),), Listed((Leaf("x"),), even=True, tall=True)),
        ("rules", (Rule("t", "x"),),
            Listed((Mapped((("title", Leaf("t")), ("text", Leaf("x")))),), even=True, tall=True)),
        ("claims", Plan().claims._replace(stale_after=5400),
            Mapped((("stale_after", Leaf("90m", raw=True)),))),
        ("channel", Plan().channel, Mapped(())),
    ],
)  # fmt: skip
def test_a_value_is_written_as(name: str, value: Value, made: Tree) -> None:
    if isinstance(made, Listed):
        assert isinstance(FIELDS[name].shape, Many)
    assert tree(name, value) == made


def planted(task: Task, **comments: str) -> list[tuple[str, Tree]]:
    """What is written of the only task of a plan."""
    plan = Plan(groups=with_ids((Group("round-1", tasks=(task,)),)))
    groups = FIELDS["groups"].shape
    assert isinstance(groups, Many)
    assert isinstance(groups.item, Record)
    tasks = groups.item.fields["tasks"].shape
    assert isinstance(tasks, Many)
    (made,) = Planting(plan, comments).tree(tasks, plan.tasks).items  # type: ignore[union-attr]
    assert isinstance(made, Leaf | Mapped)
    return list(made.pairs) if isinstance(made, Mapped) else [("", made)]


@pytest.mark.parametrize(
    ("task", "names"),
    [
        (Task("x"), [""]),
        (Task("x", "S1"), ["id", "title"]),
        (Task("x", owner="a", done=True), ["title", "owner", "done"]),
        (Task("x", "S1", dropped="no", files=("a",)), ["id", "title", "files", "dropped"]),
    ],
)
def test_a_task_says_its_id_first_and_only_when_people_gave_it(
    task: Task, names: list[str]
) -> None:
    assert [name for name, _ in planted(task)] == names


def test_what_a_task_says_of_itself_has_a_comment_where_it_comes_from_elsewhere() -> None:
    comments = {"task:S1": "C:1", "done:S1": "C:9", "after:S1:S2": "C:1", "after:S1:S3": "C:4"}
    made = planted(Task("x", "S1", after=("S2", "S3"), done=True), **comments)
    assert {name: one.note for name, one in made} == {
        "id": "", "title": "", "after": "C:4", "done": "C:9",
    }  # fmt: skip


def test_an_id_is_made_where_group_and_place_would_give_it() -> None:
    groups = (Group("round-2", tasks=(Task("a"), Task("b", "X"), Task("c", "R2.3"))),)
    assert made_ids(Plan(groups=with_ids(groups))) == {"R2.1": "round-2", "R2.3": "round-2"}
