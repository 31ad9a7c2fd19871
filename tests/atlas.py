"""The plan of the throw-away repository in which commands and use cases are tested."""

from pathlib import Path

from tests.repos import Repo, repository
from tests.templates import copied

PLAN = """\
version: 1
project: atlas
sessions:
  senior: {role: architecture, emails: [senior@example.com]}
  junior: {role: mail, emails: [junior@example.com]}
ownership:
  senior: [atlas/agents/, {path: "app/[[]id]/", note: pages}]
  junior: [atlas/mcp/]
shared:
  - {path: atlas/config.py, note: coordinate first}
groups:
  - id: round-1
    title: Foundations
    state: done
    tasks:
      - {id: S1, title: Data model, owner: senior, done: true}
  - id: round-2
    title: Agency workflow
    state: current
    tasks:
      - {id: S4, title: Plan the inbox, owner: senior, after: [S1], files: [atlas/agents/]}
      - {id: S5, title: "Approve [/] drafts", owner: senior, after: [S4, J5]}
      - {id: J5, title: Inbox to planner, owner: junior}
      - {id: X1, title: Tidy up, enhances: [S5]}
"""
FILES = ("atlas/agents/planner.py", "atlas/mcp/tool.py", "atlas/config.py", "app/[id]/page.tsx")


def atlas(path: Path, plan: str = PLAN) -> Repo:
    """A repository with that plan, in which `senior` commits."""

    def make(to: Path) -> None:
        repo = repository(to, *FILES)
        repo.write("coord.yaml", plan)
        repo.commit("coord.yaml", message="Plan")

    copied(path, ("atlas", plan), make)
    return Repo(path).settle()
