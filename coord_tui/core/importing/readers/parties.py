"""Reads cells that say who owns something and who else uses it: `Ana owns, Ben reads`.

A column of such cells is known by them, whatever its heading, where one says that somebody owns;
or by a heading of editing, `Writers`, above nothing but known names.
"""

import re
from collections.abc import Sequence

from coord_tui.core.importing.alone import touches, without_only
from coord_tui.core.importing.calling import Called, called, called_all, everybody
from coord_tui.core.importing.columns import Columns
from coord_tui.core.importing.markdown.blocks import Row, plain
from coord_tui.core.importing.names import Names, folded
from coord_tui.core.importing.phrases import said, wordlist
from coord_tui.core.importing.readers.table_contents import rows_of
from coord_tui.core.importing.statements import Sure
from coord_tui.core.importing.topics import words_of
from coord_tui.core.importing.whom import AVOIDS

Owners = tuple[Called, ...]

_OWNS = re.compile(
    r"(?P<who>[^,;.:()，；。：（）]{1,30}?)(?:\s+(?:owns|posee|possui|possède|besitzt|possiede"
    r"|bezit|владеет)\b|\s*(?:负责|拥有|所有))",
    re.IGNORECASE,
)


def owning(words: str) -> str:
    """The name that a cell says owns something, before it says more; empty when it says none."""
    found = _OWNS.match(words.strip())
    one = called(found["who"]) if found and not AVOIDS.within(found[0]) else None
    several = found and (everybody(found["who"]) or len(called_all(found["who"])) != 1)
    return "" if several or not one else one.name


def before_others(words: str) -> str:
    """Whom a cell names before it speaks of others: `Ana only. The rest read it`; else empty."""
    first, _, rest = (*_THEN.split(words.strip(), maxsplit=1), "", "")[:3]
    alone = without_only(first).strip(" *")
    one = called(alone) if rest and len(alone.split()) < _FEW and not AVOIDS.within(first) else None
    told = alone != first.strip(" *") or _OTHERS.within(rest)
    return one.name if one and told else ""


_FEW = 4
_THEN = re.compile(r"\s*(?:([.;](?=\s)|[。；(（—]|\s[-–]\s))\s*")
_OTHERS = words_of("""others; other; else; the rest; remaining; demás; otros; resto; outros; demais;
    autres; andere; anderen; alle anderen; übrigen; altri; anderen; rest; остальные; остальным;
    другие; другим; diğerleri; pozostali; reszta; inni; những người khác; yang lain; andra; andre;
    其他; 其余; 他の; 他は; ほかの; その他; 다른; 나머지""")


def parties_at(rows: Sequence[Row], kinds: Columns, names: Names) -> int | None:
    """The column of unknown heading whose cells name parties, and one of them who owns."""
    unknown = (at for at, kind in enumerate(kinds.kinds) if not kind)
    return next((at for at in unknown if _are_parties(rows, at, names)), None)


def _are_parties(rows: Sequence[Row], at: int, names: Names) -> bool:
    cells = [plain(cell) for cell in rows_of(rows, at)]
    owners = [name for name in map(owning, cells) if name]
    told = any(whole_name(each, names) for each in owners) or (
        touches(plain(rows[0].cells[at])) and len(cells) > 1
    )
    return told and all(
        owning(each) or everybody(each) or _all_known(each, names) for each in cells
    )


def _all_known(words: str, names: Names) -> bool:
    several = called_all(words)
    return bool(several) and all(whole_name(each.name, names) for each in several)


def led(owners: Owners, words: str) -> tuple[Owners, tuple[Sure, str]]:
    """The owners whom a cell names, or the one who leads them: `Ana lead / Ben QA`; how sure."""
    leads = tuple(each for each in owners if _LEADS & set(_beside(each, owners, words)))
    if len(owners) > 1 and len(leads) == 1:
        return leads, ("likely", "leads the others whom the cell names")
    return owners, ("certain", "")


def _beside(one: Called, owners: Owners, words: str) -> list[str]:
    """What a cell says after a name, up to the next one."""
    after = words.partition(one.name)[2]
    ends = (after.find(each.name) for each in owners if each != one)
    return said(after[: min((end for end in ends if end >= 0), default=None)]).split()


_LEADS = wordlist("""lead leads leading leader main primary principal líder lidera dirige jefe jefa
    chef chefe coordena mène leitung leitet hauptverantwortlich guida capo leidt лид ведущий ведёт
    главный лидер lider prowadzi prowadzący yürütücü trưởng ketua 主 主责 主导 牵头 组长 主導 主担当
    リード 리드 주담당""")


def in_full(who: Called, names: Names) -> Called:
    """Somebody under the name that the document gives elsewhere, if it gives one."""
    return who._replace(name=whole_name(who.name, names) or who.name)


def whole_name(name: str, names: Names) -> str:
    """The known name, or the one that an initial and a number stand for: `A1` is `Agent 1`."""
    if names.of(name):
        return name
    found = _SHORT.fullmatch(folded(name))
    like = re.compile(rf"{found[1]}[^\W\d_]+{found[2]}") if found else None
    whose = {whole for key, whole in names.words.items() if like and like.fullmatch(key)}
    return whose.pop() if len(whose) == 1 else ""


_SHORT = re.compile(r"([^\W\d_])(\d{1,2})")
