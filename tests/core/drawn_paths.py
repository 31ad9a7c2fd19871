"""Paths for properties, each drawn as one text, which costs far less than a list of names."""

from hypothesis import strategies as st


def paths_of(letters: str) -> st.SearchStrategy[str]:
    """Paths of a few short names of those letters."""
    return st.text(f"{letters}/", min_size=4, max_size=16).map(_tidy)


def paths_with(names: list[str], letters: str) -> st.SearchStrategy[str]:
    """Paths of those names and of short ones of those letters."""
    pieces = dict(enumerate((f"/{name}/" for name in names), 0xE000))  # a character stands for each
    return st.text(
        [*map(chr, pieces), *letters, "/"], min_size=1, max_size=8
    ).map(lambda text: _tidy(text.translate(pieces)))  # fmt: skip


def _tidy(text: str) -> str:
    """What a file may be called: no name is empty or leads elsewhere."""
    names = [name for name in text.split("/") if name not in ("", ".", "..")]
    return "/".join(names[:4]) or "a"
