"""Who answers for what in sentences of many languages, by their build."""

import pytest

from coord_tui.core.importing.duties import PATHS, answering, belongs_to_all, shape
from coord_tui.core.importing.outline import outline
from tests.core.importing.whose_reading import owners, said, shared_files

Owners = dict[str, list[str]]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (
            "Alice looks after `a/`. Bob is responsible for `b/` and `c/`.",
            {"alice": ["a/"], "bob": ["b/", "c/"]},
        ),
        (
            "Jonas kümmert sich um `a/`. Meike ist für `b/` und `c/` verantwortlich.",
            {"jonas": ["a/"], "meike": ["b/", "c/"]},
        ),
        (
            "Jonas ist zuständig für src/a/. Für src/b/ ist Meike zuständig.",
            {"jonas": ["src/a/"], "meike": ["src/b/"]},
        ),
        ("Jonas bearbeitet nur `a/`, Meike nur `b/`.", {"jonas": ["a/"], "meike": ["b/"]}),
        (
            "Jonas betreut `a/`. Der Agent Biber schreibt nur in `b/`.",
            {"jonas": ["a/"], "agent-biber": ["b/"]},
        ),
        (
            "Camille s'occupe de `a/`. Hugo est responsable de `b/` et de `c/`.",
            {"camille": ["a/"], "hugo": ["b/", "c/"]},
        ),
        (
            "Camille est chargée de `a/`. Hugo prend en charge `b/`.",
            {"camille": ["a/"], "hugo": ["b/"]},
        ),
        (
            "Lucía se encarga de `a/`. Mateo es el responsable de `b/` y `c/`.",
            {"lucía": ["a/"], "mateo": ["b/", "c/"]},
        ),
        ("Rafa é responsável por `a/`. Bia cuida de `b/`.", {"rafa": ["a/"], "bia": ["b/"]}),
        (
            "Giulia si occupa di `a/`. Marco è incaricato di `b/`.",
            {"giulia": ["a/"], "marco": ["b/"]},
        ),
        (
            "Sanne is voor `a/` verantwoordelijk. Daan zorgt voor `b/`.",
            {"sanne": ["a/"], "daan": ["b/"]},
        ),
        ("Ola odpowiada za `a/`. Za `b/` odpowiada Kuba.", {"ola": ["a/"], "kuba": ["b/"]}),
        ("За `a/` отвечает Аня. Борис ответственен за `b/`.", {"аня": ["a/"], "борис": ["b/"]}),
        ("田中は `a/` を担当します。`b/` の担当は佐藤です。", {"田中": ["a/"], "佐藤": ["b/"]}),
        ("小明负责 `a/`。`b/` 由小红负责。", {"小明": ["a/"], "小红": ["b/"]}),
        ("민수는 `a/` 를 담당합니다. `b/` 담당은 지영입니다.", {"민수": ["a/"], "지영": ["b/"]}),
    ],
)
@pytest.mark.parametrize("heading", ["", "# Plan\n\n", "# Plan\n\n## First week\n\n"])
def test_sentences_say_who_answers(heading: str, sentences: str, found: Owners) -> None:
    assert owners(f"{heading}{sentences}\n") == found


@pytest.mark.parametrize(
    "sentence",
    [
        "`a.md` and `b.md` belong to everyone.",
        "`a.md` und `b.md` gehören allen gemeinsam.",
        "`a.md` et `b.md` appartiennent à tout le monde.",
        "`a.md` y `b.md` son de todos.",
        "`a.md` e `b.md` são de todos.",
        "`a.md` e `b.md` sono di tutti.",
        "`a.md` en `b.md` zijn van iedereen.",
        "`a.md` i `b.md` są wspólne.",
        "`a.md` и `b.md` общие.",
        "`a.md` と `b.md` は共有です。",
        "`a.md` 和 `b.md` 由大家共同维护。",
        "`a.md` 와 `b.md` 는 공유합니다.",
    ],
)
def test_what_is_everybodys_is_shared(sentence: str) -> None:
    text = f"# Plan\n\nAna owns `x/`. {sentence}\n"
    assert shared_files(text) == ["a.md", "b.md"]
    assert owners(text) == {"ana": ["x/"]}


@pytest.mark.parametrize(
    "text",
    [
        "# Design\n\nParser owns `src/parse/`. Router takes `src/router/`.",
        "# Design\n\n## Parts\n\nScheduler owns `src/queue/`. It owns the rest of `src/`.",
        "# Aufbau\n\nFür `src/` ist eine eigene Pipeline zuständig.",
        "# Notes\n\nAlice reviewed `src/`. Bob tested `web/`.",
        "# Guide\n\nThe plan says who owns what:\n\n```\nalice: src/\nbob: web/\n```",
        "# Memory\n\n## Ownership of buffers\n\nEach module owns its own data in `src/mem/`.",
    ],
)
def test_parts_of_a_program_answer_for_nothing(text: str) -> None:
    assert owners(text) == {}


def test_a_name_that_nothing_else_names_is_a_guess() -> None:
    assert {each.sure for each in said("Alice looks after `a/`.")} == {"doubtful"}


def test_the_paths_of_a_sentence_stand_as_one_sign() -> None:
    (node,) = outline("X.md", "Ana: `a/`, b/c.py and `d/` for now.").root.children
    assert shape(node.runs) == f"Ana: {PATHS} for now."
    assert answering(node.runs) == ""


@pytest.mark.parametrize(
    ("words", "all_of_them"),
    [
        (" belongs to everyone.", True),
        (" gehören uns allen", True),
        (" belongs to Ana", False),
        (" is old", False),
        ("", False),
    ],
)
def test_words_after_paths_may_say_that_they_are_everybodys(words: str, all_of_them: bool) -> None:
    assert belongs_to_all(words) is all_of_them
