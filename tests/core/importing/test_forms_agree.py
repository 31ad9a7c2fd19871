"""One small plan, written in many forms, languages and ways of setting: each reads as the same."""

from collections.abc import Callable
from itertools import product
from typing import NamedTuple

import pytest

from coord_tui.core.importing.assembling import assemble
from coord_tui.core.importing.read import Source, read_sources

OWNED = {"Ana": ("server/api/", "server/db/"), "Ben": ("client/", "index.html")}
APART = "lib/x/"


class Words(NamedTuple):
    """How a language says it."""

    ownership: str
    owns: str
    files: str
    avoid: str
    owner: str
    path: str


LANGUAGES = {
    "English": Words("Ownership", "Owns", "Files", "Do not touch", "Owner", "Path"),
    "German": Words(
        "Zuständigkeiten", "Verantwortlich für", "Dateien", "Nicht anfassen", "Verantwortlich",
        "Pfad",
    ),
    "Spanish": Words(
        "Propiedad de archivos", "Responsable de", "Archivos", "No tocar", "Responsable", "Ruta"
    ),
    "French": Words(
        "Propriété des fichiers", "Responsable de", "Fichiers", "Ne pas toucher", "Responsable",
        "Chemin",
    ),
    "Portuguese": Words(
        "Propriedade dos arquivos", "Responsável por", "Arquivos", "Não mexer", "Responsável",
        "Caminho",
    ),
    "Italian": Words(
        "Proprietà dei file", "Responsabile di", "File", "Non toccare", "Responsabile", "Percorso"
    ),
    "Dutch": Words("Eigenaarschap", "Beheert", "Bestanden", "Niet aanraken", "Eigenaar", "Pad"),
    "Polish": Words(
        "Własność plików", "Odpowiada za", "Pliki", "Nie ruszać", "Właściciel", "Ścieżka"
    ),
    "Russian": Words(
        "Владение файлами", "Отвечает за", "Файлы", "Не трогать", "Ответственный", "Путь"
    ),
    "Turkish": Words("Dosya sahipliği", "Sorumlu", "Dosyalar", "Dokunma", "Sorumlu", "Yol"),
    "Vietnamese": Words(
        "Phân công file", "Phụ trách", "File", "Không sửa", "Người phụ trách", "Đường dẫn"
    ),
    "Chinese": Words("文件归属", "负责", "文件", "不要修改", "负责人", "路径"),
    "Japanese": Words("ファイル所有権", "担当", "ファイル", "触らない", "担当者", "パス"),
    "Korean": Words("파일 소유권", "담당", "파일", "수정 금지", "담당자", "경로"),
}  # fmt: skip


class Set(NamedTuple):
    """How a document is set."""

    code: bool
    blank: bool
    strong: bool

    def path(self, path: str) -> str:
        return f"`{path}`" if self.code else path

    def name(self, words: str) -> str:
        return f"**{words}**" if self.strong else words

    @property
    def gap(self) -> str:
        """What stands between a heading or label and what it heads."""
        return "\n\n" if self.blank else "\n"

    def line(self, paths: tuple[str, ...]) -> str:
        return ", ".join(map(self.path, paths))

    def points(self, paths: tuple[str, ...], indent: str = "") -> str:
        return "\n".join(f"{indent}- {self.path(path)}" for path in paths)


SETTINGS = [Set(*each) for each in product((True, False), repeat=3)]


def _sections(one: Callable[[str, tuple[str, ...]], str], title: str = "Plan") -> str:
    return f"# {title}\n\n" + "\n\n".join(one(*each) for each in OWNED.items())


def _lines(title: str, as_set: Set, lines: list[str]) -> str:
    return f"# {title}{as_set.gap}" + "\n".join(lines)


def _pairs() -> list[tuple[str, str]]:
    return [(who, path) for who, paths in OWNED.items() for path in paths]


def _table(as_set: Set, heads: list[str], rows: list[list[str]]) -> str:
    ruler = "|---" * len(heads) + "|"
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"# Plan{as_set.gap}| {' | '.join(heads)} |", ruler, *lines])


Form = Callable[[Words, Set], str]
FORMS: dict[str, Form] = {
    "a section each, what it owns and what not as lists": lambda w, s: _sections(
        lambda who, paths: (
            f"## {who}{s.gap}{s.name(w.owns + ':')}{s.gap}{s.points(paths)}"
            f"{s.gap}{s.name(w.avoid + ':')}{s.gap}- {s.path(APART)}"
        )
    ),
    "a section each with a list of files": lambda w, s: _sections(
        lambda who, paths: f"## {who}{s.gap}{s.name(w.files + ':')}{s.gap}{s.points(paths)}"
    ),
    "a section each with one line": lambda w, s: _sections(
        lambda who, paths: f"## {who}{s.gap}{s.name(w.owns + ':')} {s.line(paths)}"
    ),
    "a section each with fields": lambda w, s: _sections(
        lambda who, paths: (
            f"## {who}{s.gap}- {s.name(w.files + ':')} {s.line(paths)}"
            f"\n- {s.name(w.avoid + ':')} {s.path(APART)}"
        )
    ),
    "sections below a heading of ownership": lambda w, s: _sections(
        lambda who, paths: f"## {who}{s.gap}{s.points(paths)}", w.ownership
    ),
    "fences below a heading of ownership": lambda w, s: _sections(
        lambda who, paths: f"## {who}{s.gap}```\n" + "\n".join(paths) + "\n```", w.ownership
    ),
    "leads below a heading of ownership": lambda w, s: (
        f"# {w.ownership}\n\n"
        + s.gap.join(f"{s.name(who + ':')}{s.gap}{s.points(paths)}" for who, paths in OWNED.items())
    ),
    "names before a colon": lambda w, s: _lines(
        w.ownership, s, [f"- {s.name(who)}: {s.line(paths)}" for who, paths in OWNED.items()]
    ),
    "names before a dash": lambda w, s: _lines(
        w.ownership, s, [f"- {s.name(who)} — {s.line(paths)}" for who, paths in OWNED.items()]
    ),
    "lines of a paragraph": lambda w, s: _lines(
        w.ownership, s, [f"{s.name(who)}: {s.line(paths)}" for who, paths in OWNED.items()]
    ),
    "arrows from paths": lambda w, s: _lines(
        w.ownership, s, [f"- {s.path(path)} → {s.name(who)}" for who, path in _pairs()]
    ),
    "names in brackets behind paths": lambda w, s: _lines(
        w.ownership, s, [f"- {s.path(path)} ({who})" for who, path in _pairs()]
    ),
    "names with lists below": lambda w, s: _lines(
        w.ownership, s,
        [f"- {s.name(who)}\n{s.points(paths, '  ')}" for who, paths in OWNED.items()],
    ),
    "names with a colon and lists below": lambda w, s: _lines(
        w.ownership, s,
        [f"- {s.name(who + ':')}\n{s.points(paths, '  ')}" for who, paths in OWNED.items()],
    ),
    "points with fields below": lambda w, s: _lines(
        w.ownership, s,
        [
            f"- {s.name(who)}\n  - {w.owns}: {s.line(paths)}\n  - {w.avoid}: {s.path(APART)}"
            for who, paths in OWNED.items()
        ],
    ),
    "a table of owners": lambda w, s: _table(
        s, [w.owner, w.files], [[s.name(who), s.line(paths)] for who, paths in OWNED.items()]
    ),
    "a table with breaks in its cells": lambda w, s: _table(
        s, [w.owner, w.files],
        [[s.name(who), "<br>".join(map(s.path, paths))] for who, paths in OWNED.items()],
    ),
    "a table of paths": lambda w, s: _table(
        s, [w.path, w.owner], [[s.path(path), s.name(who)] for who, path in _pairs()]
    ),
    "a table with a column each": lambda w, s: _table(
        s, ["", *map(s.name, OWNED)], [[w.files, *map(s.line, OWNED.values())]]
    ),
    "a tree with arrows": lambda w, s: (
        f"# {w.ownership}\n\n```\n├── server/\n│   ├── api/   ← Ana\n│   └── db/    ← Ana\n"
        "├── client/      ← Ben\n└── index.html   ← Ben\n```"
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_whose_files_are_whose_reads_alike(form: str, language: str) -> None:
    for as_set in SETTINGS:
        text = FORMS[form](LANGUAGES[language], as_set)
        plan = assemble(read_sources([Source("PLAN.md", text)])).plan
        owned = {(one.session, one.path) for one in plan.ownership}
        assert owned == {(who.lower(), path) for who, path in _pairs()}, text
        assert {one.name for one in plan.sessions} == {"ana", "ben"}, text
