"""Which commands check work, what they are called and what they take."""

import pytest

from coord_tui.core.importing.commands import commands


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("pytest", "pytest"),
        ("python3 -m pytest tests/", "pytest"),
        ("uv run pytest -q", "pytest"),
        ("CI=1 pytest", "pytest"),
        ("python -m unittest", "unittest"),
        ("ruff check", "ruff-check"),
        ("ruff format --check .", "ruff-format"),
        ("uvx ty check", "ty-check"),
        ("cargo check", "cargo-check"),
        ("cargo fmt -- --check", "cargo-fmt"),
        ("go test ./...", "go-test"),
        ("golangci-lint run", "golangci-lint"),
        ("npx tsc --noEmit", "tsc"),
        ("npm test", "test"),
        ("npm run lint", "lint"),
        ("bun run test:e2e", "test-e2e"),
        ("yarn typecheck", "typecheck"),
        ("make test", "test"),
        ("./gradlew :app:lint", "app-lint"),
        ("pre-commit run --all-files", "pre-commit"),
        ("python3 scripts/doctor.py", "doctor"),
        ("python3 scripts/run_smoke_tests.py", "smoke-tests"),
        ("./scripts/check.sh", "check"),
        ("node tools/verify-links.mjs", "verify-links"),
    ],
)
def test_a_check_has_a_short_name(shown: str, name: str) -> None:
    (found,) = commands(shown)
    assert (found.run, found.kind, found.name) == (shown, "check", name)


@pytest.mark.parametrize(
    "shown",
    [
        "git status", "gh pr checks", "cd app", "npm install", "npm run dev", "npm run test:watch",
        "docker compose up", "pip install pytest", "mkdir tests", "scripts/doctor.py", "tests/",
        "docs/TESTING.md", "eslint-config", "ruff format", "make", "", "test", "see `pytest`",
        "x" * 500,
    ],
)  # fmt: skip
def test_what_checks_nothing_is_no_check(shown: str) -> None:
    assert commands(shown) == ()


@pytest.mark.parametrize(
    ("shown", "kind"),
    [("npm run build", "build"), ("go build ./...", "build"), ("python3 main.py", "script")],
)
def test_a_build_or_a_script_checks_only_where_work_is_verified(shown: str, kind: str) -> None:
    assert commands(shown)[0].kind == kind


@pytest.mark.parametrize(
    ("shown", "runs"),
    [
        ("cargo check && yarn lint", ["cargo check", "yarn lint"]),
        ("git pull && pytest; npm test", ["pytest", "npm test"]),
        ("vitest + eslint", ["vitest", "eslint"]),
        ("$ pytest", ["pytest"]),
        ("cd web && npm test && npm run lint", ["cd web && npm test", "cd web && npm run lint"]),
        ("cd ../copy/web && npm test", ["npm test"]),
        ("cd /srv/app && npm test", ["npm test"]),
    ],
)
def test_commands_one_after_another_are_checks_of_their_own(shown: str, runs: list[str]) -> None:
    assert [each.run for each in commands(shown)] == runs


def test_what_is_left_open_becomes_a_parameter() -> None:
    (found,) = commands('python3 tools/verify.py --target <name> --say "<first words>" <FILE>')
    assert found.run == "python3 tools/verify.py --target {target} --say {say} {file}"
    assert found.parameters == (
        ("target", "", "name"),
        ("say", "", "first words"),
        ("file", "", ""),
    )


def test_braces_of_the_shell_are_no_parameters() -> None:
    (found,) = commands("pytest tests/{unit,api} <name>")
    assert (found.run, found.parameters) == ("pytest tests/{unit,api} <name>", ())


def test_a_comment_is_a_note() -> None:
    (found,) = commands("pytest -x  # the quick ones")
    assert (found.run, found.note) == ("pytest -x", "the quick ones")


def test_quotes_that_do_not_close_are_read_as_words() -> None:
    (found,) = commands("pytest -k 'not slow")
    assert found.name == "pytest"
