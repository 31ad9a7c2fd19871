"""The patterns by which a sentence says who owns: what stands between a name and its paths."""

import re

from coord_tui.core.importing.words.whom import (
    OWN_VERBS,
    OWN_VERBS_GLUED,
    OWN_VERBS_LAST,
    OWNED_BY,
    OWNED_BY_KNOWN,
    WORK_VERBS,
)


def _spaced(phrases: str) -> str:
    words = sorted((each.strip() for each in phrases.split(";")), key=len, reverse=True)
    spaced = "|".join(r"\s+".join(map(re.escape, each.split())) for each in words if each)
    return spaced.replace("'", "['’]")


OWNING_VERB = re.compile(
    rf"(?:^|(?<=\s))(?:(?:will|must|should|shall|exclusively|solely|only)\s+)?(?:{_spaced(OWN_VERBS)}|own(?:s)?(?:\s+only)?)(?=[\s:：]|$)"
    rf"|(?:{_spaced(OWN_VERBS_GLUED)})",
    re.IGNORECASE,
)
WORKING_VERB = re.compile(rf"(?:^|(?<=\s))(?:{_spaced(WORK_VERBS)})(?=\s|$)", re.IGNORECASE)
BY = re.compile(rf"(?:^|(?<=\s))(?:{_spaced(OWNED_BY)})(?=\s|$)", re.IGNORECASE)
BY_KNOWN = re.compile(rf"(?:^|(?<=\s))(?:{_spaced(OWNED_BY_KNOWN)})(?=\s|$)", re.IGNORECASE)
LAST = re.compile(rf"^\s*['’]?\S{{0,4}}?\s*(?:{_spaced(OWN_VERBS_LAST)})", re.IGNORECASE)
PARTICLE = re.compile(
    r"(?P<who>[^\s、。,.:：]+?(?:\s[^\s、。,.:：]+?)?)\s*(?:は|が|은|는|이|가|,)\s*$"
)
