"""What in a line is a path, and which paths stand in one list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coord_tui.core.importing.outline import outline
from coord_tui.core.importing.path_lists import listed_paths
from coord_tui.core.importing.paths import expanded, path_of, paths_of
from coord_tui.core.patterns import parse


def listed(line: str) -> list[str]:
    nodes = outline("x.md", line).root.children
    return [found.path for found in listed_paths(nodes[0].runs)] if nodes else []


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        ("`lib/api/`, `lib/db.py` and `docs/*`", ["lib/api/", "lib/db.py", "docs/*"]),
        ("lib/api/, lib/db.py and docs/*.md", ["lib/api/", "lib/db.py", "docs/*.md"]),
        (
            "`lib/jobs/run.py, queue.py, retry.py`",
            ["lib/jobs/run.py", "lib/jobs/queue.py", "lib/jobs/retry.py"],
        ),
        ("`web/{app,admin}/index.ts`", ["web/app/index.ts", "web/admin/index.ts"]),
        ("`lib/{a, b}.py`", ["lib/a.py", "lib/b.py"]),
        ("`core.rs:1-300` and `core.rs:300+`", ["core.rs"]),
        ("`./web/**`", ["web/**"]),
        ("`./**`", ["**"]),
        ("`win\\src\\main.c`", ["win/src/main.c"]),
        ("optionally `web/banner.tsx` (if absent)", ["web/banner.tsx"]),
        ("`lib/` (reads `etc/x.toml`), `web/`", ["lib/", "web/"]),
        ("Server (`api/`, `jobs/`)", ["api/", "jobs/"]),
        ("`lib/` — uses `etc/x.toml`", ["lib/"]),
        ("`lib/**` except `lib/vendor/`", ["lib/**"]),
        ("`docs/**` except released ones, `README.md`", ["docs/**", "README.md"]),
        ("the wording, `INTRO.md`, all slides, `TALK.md`", ["INTRO.md", "TALK.md"]),
        ("`lib/`, see `docs/plan.md`", ["lib/"]),
        ("`lib/a.ts`/`lib/b.ts`", ["lib/a.ts", "lib/b.ts"]),
        (
            "`Makefile`, `.github/`, `.env.example`, `*.cfg`",
            ["Makefile", ".github/", ".env.example", "*.cfg"],
        ),
        ("src/apiを担当、src/dbも", ["src/api", "src/db"]),
        ("`web/api/`（服务端）、`web/ui/`", ["web/api/", "web/ui/"]),
        ("[lib/main.go](lib/main.go)", ["lib/main.go"]),
        ("~~`lib/old/`~~ `lib/new/`", ["lib/new/"]),
        ("src/app/(auth)/login/", ["src/app/(auth)/login/"]),
        ("src/api.", ["src/api"]),
    ],
)
def test_a_list_of_paths_is_read_however_it_is_written(line: str, paths: list[str]) -> None:
    assert listed(line) == paths


@pytest.mark.parametrize(
    "line",
    [
        "and/or, CI/CD, read/write, input/output, w/ help",
        "https://example.com/lib/a.py",
        "`git checkout lib/`",
        "`pytest tests/`",
        "`feature/login`, `feat/api`, `origin/main`",
        "v1.2.3, 3.11, `1.0.x`, 24/7",
        "Node.js, Next.js and socket.io",
        "`@scope/package`",
        "`GET /api/users`",
        "`/api/users/{id}`",
        "`/v1/login`",
        "`json.dumps`, `self.name`, `process.env`",
        "`application/json`",
        "`../other-tree`",
        "`~/notes.md`",
        "`/home/ana/x.py`",
        "`specs/<feature>/plan.md`",
        "src/.../db/, `src/...`, `...`, `.../`, `src/a…/b`",
        "ana@example.com",
        "`tests/{name}.py`",
        "e.g. this",
        "` ' ' `, `\"\"`",
        "`run()`",
        "docs/tests",
    ],
)
def test_what_only_looks_like_a_path_is_none(line: str) -> None:
    assert listed(line) == []


def test_a_name_in_brackets_matches_itself_and_no_set_of_letters() -> None:
    assert parse(path_of("app/[slug]/page.tsx", code=True)).match("app/[slug]/page.tsx")


def test_a_plain_word_is_a_path_only_where_folders_are_listed() -> None:
    assert paths_of("backend", folder=True) == ("backend",)
    assert paths_of("backend") == ()


def test_braces_stand_for_few_patterns_or_for_none() -> None:
    assert expanded("a/{b,c}/{d,e}") == ("a/b/d", "a/b/e", "a/c/d", "a/c/e")
    assert expanded("{a,b}" * 10) == ()


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_line_gives_patterns_that_can_be_read(line: str) -> None:
    found = listed(line)
    assert [parse(path).text for path in found] == found


@given(
    st.lists(
        st.sampled_from(
            [
                "lib/",
                "web/a.py",
                "`db/`",
                "`x.go`",
                ", ",
                " and ",
                " — ",
                "(",
                ")",
                "{",
                "},",
                " ",
                "`'",
                "' `",
                ":1-2",
            ]
        )
    )
)
def test_any_mix_of_paths_and_signs_gives_patterns_that_can_be_read(parts: list[str]) -> None:
    found = listed("".join(parts))
    assert [parse(path).text for path in found] == found
