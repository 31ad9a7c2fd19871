"""What coding agents send before they edit, as each of them writes it."""

import pytest

from coord_tui.core.edits import read_edit

PATCH = """*** Begin Patch
*** Update File: src/a.py
*** Move to: src/b c.py
@@
-*** Add File: no.py
+x
*** Add File: new.py
*** Delete File: old.py
*** Update File: src/a.py
*** End Patch"""
PATCHED = ["src/a.py", "src/b c.py", "new.py", "old.py"]


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        ({"tool_name": "Edit", "tool_input": {"file_path": "/r/a.py"}}, ["/r/a.py"]),
        ({"tool_input": {"file_path": "/r/[id].tsx", "edits": [{"x": ""}]}}, ["/r/[id].tsx"]),
        ({"tool_input": {"notebook_path": "/r/n.ipynb", "new_source": ""}}, ["/r/n.ipynb"]),
        ({"tool_name": "replace", "tool_input": {"absolute_path": "/r/a.py"}}, ["/r/a.py"]),
        ({"tool_name": "apply_patch", "tool_input": {"command": PATCH}}, PATCHED),
        ({"tool_input": {"command": ["apply_patch", PATCH]}}, PATCHED),
        ({"tool_input": {"input": PATCH}}, PATCHED),
        ({"tool_input": PATCH}, PATCHED),
        ({"tool_input": {"command": f"apply_patch <<'EOF'\n{PATCH}\nEOF"}}, PATCHED),
        ({"file_path": "/r/a.py", "edits": [{"old_string": "x"}]}, ["/r/a.py"]),
        ({"agent_action_name": "x", "tool_info": {"file_path": "/r/a.py"}}, ["/r/a.py"]),
        ({"tool_input": {"edits": [{"file_path": "a"}, {"file_path": "b"}]}}, ["a", "b"]),
        ({"tool_input": {"file_path": "a", "path": "a"}}, ["a"]),
    ],
)  # fmt: skip
def test_every_file_of_an_edit_is_found(document: dict[str, object], paths: list[str]) -> None:
    said = {"cwd": "/r", "hook_event_name": "PreToolUse"} | document
    edit = read_edit(said)
    assert (edit.paths, edit.cwd, edit.event) == (paths, "/r", "PreToolUse")


def test_an_agent_need_not_say_where_it_is_nor_what_it_calls_this() -> None:
    edit = read_edit({"file_path": "a", "cwd": None})
    assert (edit.cwd, edit.event) == ("", "")


@pytest.mark.parametrize(
    "document",
    [
        {}, [], "file_path", 7, None, True,
        {"tool_input": {"command": "ls"}}, {"tool_input": {"file_path": ""}},
        {"tool_input": {"file_path": ["a"]}}, {"tool_input": {"file_path": None, "command": None}},
        {"tool_input": {"command": "*** Add File: "}}, {"tool_input": [[[["a"]]]]},
    ],
)  # fmt: skip
def test_what_names_no_file_is_no_edit(document: object) -> None:
    with pytest.raises(ValueError, match=r"object|no file"):
        read_edit(document)
