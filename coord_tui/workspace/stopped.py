"""Says in one line why a branch was not brought to what its upstream holds, and what to do."""

from __future__ import annotations

from coord_tui.adapters.commit_log import log
from coord_tui.adapters.half_way import half_way, overlooked
from coord_tui.adapters.status_records import records
from coord_tui.adapters.upstream import merge_base
from coord_tui.core.shell import word
from coord_tui.core.short_ids import SHORT
from coord_tui.errors import EnvironmentFailed
from coord_tui.workspace.whose_commit import counted, listed, who_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coord_tui.adapters.git import Git
    from coord_tui.adapters.half_way import HalfWay
    from coord_tui.adapters.in_the_way import Step
    from coord_tui.core.pulled import Pulled
    from coord_tui.workspace.workspace import Workspace

TRACKED = ("status", "--porcelain=v2", "-z", "--untracked-files=no", "--no-renames")
BY_HAND = "`git rebase` or `git merge` by hand, or let the plan say `branches: {pull: rebase}`"


def gone_apart(start: Pulled) -> str:
    """That both sides have commits, how many, and what to do."""
    one, other = counted(start.own, "commit"), counted(start.commits, "commit")
    return (
        f"{start.branch} has {one} that {start.upstream} lacks, and lacks {other} of it: {BY_HAND}"
    )


def blocked(
    workspace: Workspace, start: Pulled, tip: str, steps: Sequence[Step], stands: tuple[str, ...]
) -> Pulled:
    """That local work is in the way, which, and what to do."""
    who = who_changed(workspace, start.before, tip, stands)
    many = "is" if len(stands) == 1 else "are"
    what = f"{listed(stands)} {many} changed here and by {start.upstream}{who}"
    how = _out_of_the_way(workspace.git, steps, stands)
    return start._replace(in_the_way=stands, reason=f"{what}: {how}, then pull")


def _out_of_the_way(git: Git, steps: Sequence[Step], stands: tuple[str, ...]) -> str:
    left, unseen = half_way(git, steps), overlooked(git, stands)
    found = [_taking_back(left, stands)] if {*left.back, *left.away} & set(stands) else []
    for option in sorted(set(unseen.values())):
        paths = [path for path in stands if unseen.get(path) == option]
        flag = option.removeprefix("--no-")
        found.append(f"git overlooks {listed(paths)} ({flag}): `{_command(option, paths)}`")
    if not {*left.back, *left.away, *unseen}.issuperset(stands):
        found.append("commit or move away what is here")
    return ", and ".join(found)


def _command(option: str, paths: Sequence[str]) -> str:
    return f"git update-index {option} -- {_typed(paths)}"


def _taking_back(left: HalfWay, stands: Sequence[str]) -> str:
    """How to have what git left half done as it was before; nothing of anybody's goes with it."""
    back = [path for path in left.back if path in stands]
    away = [path for path in left.away if path in stands]
    said = [f"`git restore -- {_typed(back)}` brings back what was there"] if back else []
    said += [f"`rm -- {_typed(away)}` removes what came half way"] if away else []
    return " and ".join(said)


def _typed(paths: Sequence[str]) -> str:
    return " ".join(map(word, paths))


def stopped_half_way(git: Git, steps: Sequence[Step], error: EnvironmentFailed) -> str:
    """Why git failed, and what is not as it was, if anything is."""
    left = half_way(git, steps)
    paths = sorted({*left.back, *left.away})
    if not paths:
        return str(error)
    return f"{error}; git stopped half way: {listed(paths)}; {_taking_back(left, paths)}"


def conflict(
    workspace: Workspace, start: Pulled, tip: str, stuck: str, files: tuple[str, ...]
) -> str:
    """Which of one's own commits does not fit, in which files, and what to do."""
    (commit,) = log(workspace.git, "--no-walk", stuck)
    base = merge_base(workspace.git, start.before, tip)
    who = who_changed(workspace, base, tip, files)
    return (
        f'your {stuck[:SHORT]} "{commit.subject}" conflicts with {start.upstream} in '
        f"{listed(files)}{who}: {joining(workspace.git, start.upstream)} by hand"
    )


def joining(git: Git, upstream: str, but: Sequence[str] = ()) -> str:
    """The command that joins one's commits with the upstream's, as the working tree lets git.

    It shall be as if the changes of the paths `but` were committed.
    """
    here = [one for one in records(git.run(*TRACKED)) if one.path not in but and not one.module]
    if not here:
        return f"`git rebase {word(upstream)}`"
    if staged := [one.path for one in here if one.code[0] != "."]:
        when = f" (git does so only once {listed(staged)} is not staged any more)"
    else:
        when = ""
    return f"`git merge {word(upstream)}`{when}"
