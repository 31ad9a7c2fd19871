"""The tables of phrases by which readers tell whose files are whose."""

from coord_tui.core.importing.phrases import Phrases
from coord_tui.core.importing.words.other_times import LOGGING, PLANNING
from coord_tui.core.importing.words.whom import (
    AVOIDING,
    EXAMPLES,
    KEY_LISTS,
    OTHER_LISTS,
    OUTRIGHT,
    OWNING,
    SHARING,
    WORKING_HERE,
)

OWNS, AVOIDS, SHARES = Phrases(OWNING), Phrases(AVOIDING), Phrases(SHARING)
OWNS_OUTRIGHT = Phrases(OUTRIGHT)
PEOPLE, EXAMPLE, OTHER = Phrases(WORKING_HERE), Phrases(EXAMPLES), Phrases(OTHER_LISTS)
LOG, PLANNED, KEY = Phrases(LOGGING), Phrases(PLANNING), Phrases(KEY_LISTS)
