"""Reads one line that names somebody and paths: `api/ — Ana`, `Ana: api/, db/`, `Ana → api/`."""

import re
from collections.abc import Sequence

from coord_tui.core.importing.bare_names import echoes, without_article
from coord_tui.core.importing.calling import Called, called, called_all, named_first
from coord_tui.core.importing.clauses import clauses
from coord_tui.core.importing.columns import label
from coord_tui.core.importing.evident import evident
from coord_tui.core.importing.fields import Field, field
from coord_tui.core.importing.markdown.blocks import Run, plain
from coord_tui.core.importing.names import Names
from coord_tui.core.importing.owners import either, owner_in
from coord_tui.core.importing.path_lists import Found, listed_paths
from coord_tui.core.importing.paths import paths_of
from coord_tui.core.importing.whom import AVOIDS, OWNS
from coord_tui.core.importing.words.whom import OWNER_WORDS

BANS = "❌🚫⛔✗✘🔒"
"""Signs that keep hands off what stands after them."""


Named = tuple[tuple[Called, ...], tuple[Found, ...]]
"""Who is named in a line, and the paths that it gives them."""


def label_of(runs: Sequence[Run]) -> Field | None:
    """What a line says of what; a label of several styles ends where a colon does.

    `Shared, **frozen on Monday**: `a/`` is a field as `Shared: `a/`` is.
    """
    if said := field(runs):
        return said
    for at, run in enumerate(runs):
        if run.code:
            return None
        if found := _COLON.search(run.text):
            label = plain((*runs[:at], run._replace(text=run.text[: found.start()])))
            rest = run._replace(text=run.text[found.end() :])
            short = label and len(label.split()) < 8
            return Field(label, (rest, *runs[at + 1 :])) if short else None
    return None


_COLON = re.compile(r"\s*[:：](?:\s|$)")


def ending_label(runs: Sequence[Run]) -> Field | None:
    """The last clause before a colon in front of paths: `What came later, all of Ana: `a/``."""
    at = next((at for at, run in enumerate(runs) if run.code), 0)
    words = plain(runs[:at])
    clause = _CLAUSE.split(words[:-1])[-1] if words.endswith((":", "：")) else ""
    return Field(clause, tuple(runs[at:])) if 0 < len(clause.split()) < _SHORT else None


_CLAUSE = re.compile(r"[,;，；(（]\s*|\s[–—-]\s|[.。]\s")
_SHORT = 6


def named_pairs(runs: Sequence[Run], names: Names) -> tuple[Named, ...]:
    """Several names with the paths of each in one line: `Ana → api/, db/; Ben → web/`."""
    saying = {True: "first", False: ""}
    found = tuple(clauses(tuple(runs), lambda words: saying[bool(_PAIR.match(words))]))
    pairs = tuple(named_line(each, names, owners=True) for each in found)
    return tuple(each for each in pairs if each) if len(found) > 1 and all(pairs) else ()


_PAIR = re.compile(r"[^\W\d_][^/`:：→=>]{0,40}?\s*(?:→|⇒|->|=>|[:：]\s|[:：]$|→$)")


def named_line(runs: Sequence[Run], names: Names, owners: bool = False) -> Named | None:
    """What a line says of somebody and paths; None when it names nobody.

    Where owners are listed (`owners`), one capitalised word before a sign is a name too.
    """
    if not runs or ((said := field(runs)) and (label(said.label) or OWNS.whole(said.label))):
        return None
    found, words = listed_paths(runs), plain(runs)
    if not found:
        who = called(words)
        sure = who and (names.of(who.name) or evident(who.name) or runs[0].strong)
        return ((who,), ()) if who and sure else None
    if before := before_paths(runs, found[0]):
        if owners and (who := _marked(before)):
            return (who,), tuple(found)
        return _name_first(runs, before, found, names, owners)
    if owners and (who := _marked(words.rpartition(found[-1].path)[2])):
        return (who,), tuple(found)
    note = found[-1].note
    owners_of_it = tuple(who for each in _THEN.split(note) if (who := owner_in(each, names)))
    if not owners_of_it and _is_name(note) and (one := called(note)):
        owners_of_it = (one,)
    kept = tuple(each._replace(note="" if each.note == note else each.note) for each in found)
    return (owners_of_it, kept) if owners_of_it else None


_MARK = re.compile(r"[\s:–—-]*(?:\[(?P<inside>[^\[\]]{1,30})\]|@(?P<handle>[\w-]{2,}))[\s:–—`-]*")


def _marked(words: str) -> Called | None:
    """Whom a mark before or after the paths names: `[Ana]`, `@ana`."""
    found = _MARK.fullmatch(words)
    return called(found["inside"] or found["handle"]) if found else None


def marked_all(runs: Sequence[Run]) -> tuple[str, ...]:
    """Those who are named together after paths: `a.md @ana @ben`, `a.md (Ana, Ben)`; not one."""
    found = listed_paths(runs) if begins_with_path(runs) else ()
    after = plain(runs).rpartition(found[-1].path)[2] if found else ""
    names = tuple(re.findall(r"@([\w-]{2,})", after)) if _MARKS.fullmatch(after) else ()
    if not names and found:
        several = [each.name for each in called_all(found[-1].note)]
        names = tuple(several) if all(each.isalpha() and each.istitle() for each in several) else ()
    return names if len(names) > 1 else ()


_MARKS = re.compile(r"[\s:–—-]*(?:@[\w-]{2,}[\s,&+]*)+")
_THEN = re.compile(
    r"[,;]?\s+(?:and\s+)?(?:then|luego|después|depois|puis|dann|poi|затем|sonra)\s+|然后|次に|다음"
)
"""Between two owners of whom one follows the other."""


def _name_first(
    runs: Sequence[Run], before: str, found: Sequence[Found], names: Names, owners: bool
) -> Named | None:
    """A name, a sign, and paths."""
    if AVOIDS.within(before) or any(sign in before for sign in BANS):
        return None
    said = field(runs)
    if said and (who := called(said.label)):
        sure = names.of(who.name) or evident(who.name)
        paths = listed_paths(said.value)
        maybe = (runs[0].strong or _is_name(who.name)) and not is_component(said, paths)
        return ((who,), paths) if sure or (maybe and begins_with_path(said.value)) else None
    who = called(re.sub(r"[\s:：\-–—→=>(`]+$", "", before))
    sign = re.search(r"[:：\-–—→>]\s*`?$", before)
    if (
        who
        and sign
        and len(who.name.split()) < 4
        and (names.of(who.name) or evident(who.name) or (owners and _may_own(who.name, sign[0])))
    ):
        return (who,), tuple(found)
    one = named_first(before, names)
    told = before.endswith((".", ":", "：", "。")) and _DASH.search(before)
    if told and who and names.of(who.name):
        return (who._replace(also=()),), tuple(found)
    # `A `lib.rs` change …` has an article before the path, and not the session A.
    after = plain(runs).rpartition(found[-1].path)[2]
    article = len(before) == 1 and re.match(r"[\s`]*\w", after)
    return ((one,), tuple(found)) if one and len(one.role.split()) < 3 and not article else None


def is_component(said: Field, paths: Sequence[Found]) -> bool:
    """Whether a line tells what a part of a program does: `Lexer: `src/lexer/` makes tokens`."""
    after = said.words.rpartition(paths[-1].path)[2].split() if paths else ()
    return len(after) >= _PROSE and echoes(said.label, (each.path for each in paths))


_PROSE = 3
_DASH = re.compile(r"\w\s[-–—]\s")
"""Between a name and what somebody does, which ends before the paths: `Ana — parser. `a/``."""


def owned_by(runs: Sequence[Run], names: Names) -> Named | None:
    """What a line says anywhere: paths and then who their owner is, or `Codex -> a/`."""
    if (arrow := _ARROW.match(plain(runs))) and (who := called(arrow["who"])):
        sure = names.of(who.name) or evident(who.name)
        paths = listed_paths(runs)
        return ((who,), paths) if sure and paths and len(paths[-1].note.split()) < 5 else None
    found = listed_paths(runs) if begins_with_path(runs) else ()
    note = found[-1].note if found else ""
    if not _OWNER.match(note):
        return None
    who = owner_in(note, names)
    return ((who,), tuple(each._replace(note="") for each in found)) if who else None


_ARROW = re.compile(r"(?P<who>[^→⇒>=:/]{1,30}?)\s*(?:→|⇒|->|=>)\s*(?=[\w.*/`])")
_OWNER = re.compile(rf"(?:{either(OWNER_WORDS)})\s*[:：=]|owned by\b", re.IGNORECASE)


def only_paths(runs: Sequence[Run], most: int = 4) -> bool:
    """Whether a line is nothing but a list of paths, with a few words on them at `most`."""
    found = listed_paths(runs) if begins_with_path(runs) else ()
    return bool(found) and len(found[-1].note.split()) <= most


def before_paths(runs: Sequence[Run], first: Found) -> str:
    """The words before the first path of a line."""
    words = ""
    for run in runs:
        if (run.code or run.link) and paths_of(run.text):
            break
        # Of one that was written with braces, only what stands before them is there.
        folder = first.path.rpartition("/")[0]
        before, found, _ = ("", "", "") if first.code else run.text.partition(folder or first.path)
        words += before if found else run.text
        if found:
            break
    return words.strip()


def begins_with_path(runs: Sequence[Run]) -> bool:
    """Whether a line is one of a list of paths: only signs stand before the first."""
    if not runs:
        return False
    first = next((run for run in runs if re.search(r"\w", run.text) and not _is_kind(run)), None)
    if first is None or any(sign in run.text for run in runs[:2] for sign in BANS):
        return False
    if first.code or first.link:
        return bool(paths_of(first.text))
    word = re.match(r"\W*?([\w.*@/(\[][^\s:：,;（(]*)", first.text)
    return bool(word and paths_of(word[1], code=False)) and bool(listed_paths(runs))


def _is_kind(run: Run) -> bool:
    """Whether words only say what the path after them is: `folder `a/``, `la carpeta `a/``."""
    words = without_article(run.text.strip())
    return words.isalpha() and not (run.code or run.strong) and label(words) in ("path", "files")


def _may_own(name: str, sign: str) -> bool:
    """Whether somebody unknown is meant before a sign: a capitalised word, any before an arrow."""
    return _is_name(name) or (sign[:1] in "→>" and name.isalpha())


def _is_name(note: str) -> bool:
    """Whether all that is said of a path is one capitalised word, or a short one without case."""
    capital = note[:1].isupper() and len(note) > 2
    short = note[:1].isalpha() and not note[:1].islower() and not note.isascii() and len(note) < 5
    return len(note.split()) == 1 and note.isalpha() and (capital or short)
