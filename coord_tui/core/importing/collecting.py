"""Collects what is said of the same thing at several places into one item."""

from collections.abc import Iterable

from coord_tui.core.importing.reading import Item
from coord_tui.core.importing.statements import Place, Said, Sure

SURENESS: tuple[Sure, ...] = ("certain", "likely", "doubtful")


class Items:
    """The items of a reading, one per key, without those that are left."""

    def __init__(self, left: frozenset[str]) -> None:
        self.left = left
        self._first: dict[str, Item] = {}
        self._places: dict[str, dict[Place, None]] = {}

    @property
    def found(self) -> dict[str, Item]:
        """The items by their keys, each with all its places."""
        return {
            key: item._replace(at=tuple(self._places[key])) for key, item in self._first.items()
        }

    def take(self, key: str, text: str, said: Iterable[Said]) -> bool:
        """Note an item with all places that say it; whether it is taken into the plan.

        The surest of them decides how sure it is.
        """
        saying = sorted(said, key=lambda each: SURENESS.index(each.sure))
        before = self._first.get(key)
        if before is None:
            first = saying[0]
            self._first[key] = Item(key, text, (), first.sure, first.why)
            self._places[key] = dict.fromkeys(sorted(each.at for each in saying))
        else:
            sure = min(before.sure, saying[0].sure, key=SURENESS.index)
            self._first[key] = before._replace(sure=sure)
            self._places[key].update(dict.fromkeys(each.at for each in saying))
        return key not in self.left

    def worded(self, key: str, place: Place) -> None:
        """Put the place first that gave an item its words: it is the item's source."""
        if place in (places := self._places[key]):
            self._places[key] = {place: None, **places}
