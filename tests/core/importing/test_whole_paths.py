"""A file's name alone beside its whole path: both are one file."""

import pytest

from tests.core.importing.whose_reading import owners, shared_files

KEY = """# Reparto

## Equipo

## Persona 1 — Server

### {label}
{first}

## Persona 2 — Pages

### {label}
{second}
"""
A = ["Models/Order.cs", "Api/OrderApi.cs", "Jobs/*"]
B = ["Pages/Cart.cs", "Pages/Menu.cs", "Styles/*"]


def fenced(paths: list[str]) -> str:
    return "```\n" + "\n".join(paths) + "\n```"


def listed(paths: list[str]) -> str:
    return "\n".join(f"- `{path}`" for path in paths)


@pytest.mark.parametrize("label", ["Key files", "Archivos clave:", "关键文件", "Wichtige Dateien"])
@pytest.mark.parametrize("form", [fenced, listed])
def test_key_files_that_differ_from_part_to_part_are_owned_where_others_say_less(
    label: str, form: object
) -> None:
    assert callable(form)
    text = KEY.format(label=label, first=form(A), second=form(B)).replace(
        "Server\n", "Server\n\n**Responsabilidades:**\n- `Order.cs`, `OrderApi.cs`\n"
    )
    assert owners(text) == {"persona-1": A, "persona-2": B}


def test_key_files_of_which_others_have_the_same_are_nobodys() -> None:
    text = KEY.format(label="Key files", first=fenced(A), second=fenced([*B, A[0]]))
    assert owners(text) == {"persona-1": [], "persona-2": []}


def test_key_files_say_nothing_where_other_files_are_owned() -> None:
    text = KEY.format(label="Key files", first=fenced(A), second=fenced(B))
    text = text.replace("Server\n", "Server\n\n**Owns:** `core/`\n")
    assert owners(text) == {"persona-1": ["core/"], "persona-2": []}


TABLE = "| Path | Owner |\n|--|--|\n| `core/types.ts` | Agent 1 |\n| `web/` | Agent 2 |\n"


def test_a_bare_name_of_what_one_owns_is_no_second_path() -> None:
    text = TABLE + "\n## Agent 1\n\n**Owns:** `types.ts`\n"
    assert owners(text) == {"agent-1": ["core/types.ts"], "agent-2": ["web/"]}


def test_a_bare_name_that_another_surely_owns_is_a_path_of_its_own() -> None:
    text = TABLE + "| `types.ts` | Agent 2 |\n"
    assert owners(text) == {"agent-1": ["core/types.ts"], "agent-2": ["web/", "types.ts"]}


def test_a_bare_name_of_a_shared_file_is_no_second_one() -> None:
    text = TABLE + "\n## Shared files\n\n- `core/menu.ts`\n\n## Notes\n\n`menu.ts` is shared.\n"
    assert shared_files(text) == ["core/menu.ts"]


def test_in_a_column_of_paths_any_ending_is_a_files() -> None:
    text = "| Path | Owner |\n|--|--|\n| `voice.ckpt` | Agent 1 |\n| `web/` | Agent 2 |\n"
    assert owners(text) == {"agent-1": ["voice.ckpt"], "agent-2": ["web/"]}
