"""What the columns of a table hold."""

import pytest

from coord_tui.core.importing.columns import Columns, column, columns, label
from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.words.columns import COLUMN_WORDS


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("#", "id"),
        ("Task", "title"),
        ("File / directory", "path"),
        ("📁 Path", "path"),
        ("Files Owned", "owns"),
        ("Files (exclusive)", "owns"),
        ("Agent (model)", "session"),
        ("Primary Owner", "owner"),
        ("Blocked By", "after"),
        ("Don't touch", "avoid"),
        ("Branch name", "branch"),
        ("Last Commit", "commit"),
        ("Status", "status"),
        ("Responsable", "owner"),
        ("Dueño de", "owns"),
        ("Não mexer", "avoid"),
        ("Fichiers", "files"),
        ("Datei", "path"),
        ("Ответственный", "owner"),
        ("Sorumlu", "owner"),
        ("負責人", "owner"),
        ("担当エージェント", "session"),
        ("所有ファイル", "owns"),
        ("브랜치 이름", "branch"),
        ("담당자", "owner"),
        ("Agent 2", ""),
        ("Whole team", ""),
        ("팀 전체", ""),
        ("チーム全体", ""),
        ("Team", "session"),
        ("Team member", "session"),
        ("Owns these paths", "owns"),
        ("Files they own", "owns"),
        ("Dosya sahipliği", "owns"),
        ("소유 경로", "owns"),
        ("Paths that are not owned", "avoid"),
        ("Archivos de los que es dueño", "owns"),
        ("Fichiers dont il est responsable", "owns"),
        ("Dateien in Zuständigkeit", "owns"),
        ("Rutas de las que es dueña", "owns"),
        ("File path owner", "owner"),
        ("Fichier responsable", "owner"),
        ("May only edit", "owns"),
        ("只能碰的目录", "owns"),
        ("편집 가능 파일만", "owns"),
        ("Darf nur ändern", "owns"),
        ("Model", ""),
        ("Banana", ""),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, kind: str) -> None:
    assert column(heading) == kind


def test_a_label_must_say_it_itself() -> None:
    assert label("Files") == "files"
    assert label("Files that moved last week") == ""


def test_columns_are_found_by_kind() -> None:
    table = outline(
        "x.md", "| Session | Branch | Owns |\n|---|---|---|\n| A | b | c |"
    ).root.children[0]
    kinds = Columns(columns(table.rows[0]))
    assert kinds.first("path", "owns") == 2
    assert kinds.has("session", "branch")
    assert not kinds.has("owner")


def test_every_table_of_words_is_of_a_kind() -> None:
    kinds = {column(phrases.split(";")[0]) for phrases in COLUMN_WORDS.values()}
    assert kinds == set(COLUMN_WORDS)
