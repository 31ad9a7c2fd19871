"""The command that editors and agents ask before every edit: whose is this file?

It goes past the workspace's front door: rules from the plan's cache, and nothing else.
"""

from __future__ import annotations

from coord_tui.cli.output import emit, harmless, show
from coord_tui.core.verdicts import UNOWNED
from coord_tui.presentation.owners import document, explained_lines, owner_lines, reason
from coord_tui.workspace.quick import explained, owners

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from coord_tui.cli.parser import Command, Parser


def _arguments(parser: Parser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--explain", action="store_true", help="every rule that takes the path")


def _owner(options: Namespace) -> int:
    if options.explain:
        return _explain(options)
    found = [(path or ".", verdict) for path, verdict in owners(options.repo, options.paths)]
    if options.json:
        emit([document(path, verdict) for path, verdict in found])
    else:
        show(owner_lines([(harmless(path), verdict) for path, verdict in found]))
    return 0


def _explain(options: Namespace) -> int:
    documents = []
    for path, rules in explained(options.repo, options.paths):
        if options.json:
            verdict = rules[0][0] if rules else UNOWNED
            whys = [reason(rule, why) for rule, why in rules]
            documents.append(document(path or ".", verdict) | {"rules": whys})
        else:
            show(explained_lines(harmless(path or "."), rules))
    if options.json:
        emit(documents)
    return 0


COMMANDS: dict[str, Command] = {"owner": (_arguments, _owner)}
