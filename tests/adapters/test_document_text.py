"""The bytes of a document become its text: every name keeps its letters, or it is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.adapters.document_text import NoText, Text, decoded

TEXT = "# Plan\n\n- über: one\n"
GUESSED = "read as Windows-1252; save it as UTF-8 if words look odd"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_text_is_read_however_it_is_encoded(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == Text(TEXT)


@pytest.mark.parametrize(
    ("data", "text", "line", "flaw"),
    [
        (b"one\ncaf\xe9\n", "one\ncafé\n", 2, f"0xE9, which is no UTF-8: {GUESSED}"),
        (
            b"J\xfcrgen \x96 \x93K\xe4the\x94\nAnd \xc5ke\n",
            "Jürgen – “Käthe”\nAnd Åke\n",
            1,
            f"0xFC, which is no UTF-8, as one other line does: {GUESSED}",
        ),
        (
            "über\n".encode() + b"J\xfcrgen\nK\xe4the\nR\xf6schen\n",
            "über\nJürgen\nKäthe\nRöschen\n",
            2,
            f"0xFC, which is no UTF-8, as 2 other lines do: {GUESSED}",
        ),
        (
            "über …\n".encode()[:-2] + b"\nmore\n",
            "über \ufffd\nmore\n",
            1,
            "0xE2, which is no UTF-8: read as Windows-1252 or \ufffd; save it as UTF-8 if "
            "words look odd",
        ),
        (
            "über".encode("utf-16") + b"\0",
            "über\ufffd",
            1,
            "0x00, which is no UTF-16: read as \ufffd",
        ),
        (b"\xef\xbb\xbfcaf\xe9", "café", 1, f"0xE9, which is no UTF-8: {GUESSED}"),
    ],
)
def test_what_is_no_utf_8_is_read_as_far_as_it_goes_and_told(
    data: bytes, text: str, line: int, flaw: str
) -> None:
    assert decoded(data) == Text(text, f"holds the byte {flaw}", line)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"one\ntwo\0", "no text: it has a NUL byte on line 2"),
        (bytes(range(1, 256)) * 2, "no text: line 2 holds bytes that no text has"),
        ("Работа\n- Юрий владеет `src/`\n".encode("cp1251"), "an encoding that it does not tell"),
        ("作業\n- 田中さん `src/`\n".encode("shift-jis"), "an encoding that it does not tell"),
        ("Σχέδιο\n- Νίκος `src/`\n".encode("iso8859-7"), "save it as UTF-8, as with `iconv -f "),
    ],
)
def test_what_is_no_text_or_in_an_unknown_encoding_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(NoText) as refused:
        decoded(data)
    assert words in str(refused.value)


@given(st.text(st.characters(codec="latin-1", categories=("Lu", "Ll", "Nd")), min_size=1))
def test_text_of_western_europe_keeps_its_letters(words: str) -> None:
    data = f"Plan of J\xfcrgen: {' '.join(words)}\n".encode("latin-1")
    assert decoded(data).text == data.decode("latin-1")


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(NoText):
        assert decoded(data).line >= 1
