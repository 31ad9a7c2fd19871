"""What scripts of `bench.trees` do to files: each is a function of a working tree.

Each says what it did; nothing, when there was nothing to do it to.
"""

import os
import shutil

from bench.trees_made import IGNORED, MOVABLE
from bench.trees_tree import Tree


def write_new(tree: Tree) -> str:
    name = tree.fresh()
    tree.write(name, tree.word())
    return name


def edit(tree: Tree) -> str:
    if name := tree.tracked():
        lines = tree.at(name).read_text(errors="surrogateescape").split("\n")
        lines[tree.dice.randrange(len(lines))] = tree.word()
        tree.at(name).write_text("\n".join(lines), errors="surrogateescape")
    return name


def append(tree: Tree) -> str:
    if name := tree.tracked():
        with tree.at(name).open("a") as file:
            file.write(tree.word())
    return name


def save_as_editors_do(tree: Tree) -> str:
    """Write beside it, then put it in its place."""
    if name := tree.tracked():
        beside = tree.at(name + ".tmp~")
        beside.write_text(tree.word())
        beside.replace(tree.at(name))
    return name


def write_back(tree: Tree) -> str:
    """Have a changed file again as HEAD has it, by writing: git is not told."""
    name = tree.changed()
    text = tree.ask("show", f"HEAD:{name}") if name else None
    if text is None or not tree.is_plain(name):
        return ""
    tree.at(name).write_bytes(os.fsencode(text))
    return name


def touch(tree: Tree) -> str:
    if name := tree.tracked():
        os.utime(tree.at(name), (tree.dice.randrange(10**9), 10**9))
    return name


def delete(tree: Tree) -> str:
    if name := (tree.changed() if tree.dice.random() < 0.3 else tree.tracked()):
        tree.remove(name)
    return name


def delete_folder(tree: Tree) -> str:
    if name := tree.small_folder():
        tree.remove(name)
    return name


def rename(tree: Tree) -> str:
    if name := tree.tracked():
        to = tree.fresh(".py")
        tree.at(name).rename(tree.at(to))
        return f"{name} to {to}"
    return ""


def copy(tree: Tree) -> str:
    if name := tree.tracked():
        shutil.copy(tree.at(name), tree.at(tree.fresh(".py")), follow_symlinks=False)
    return name


def nested_folders(tree: Tree) -> str:
    """New folders in new folders, with files in them at once."""
    top = tree.fresh("-new", " [new]", "-é")
    for n in range(tree.dice.randrange(1, 6)):
        tree.write(f"{top}/{'deep/' * n}f{n}.txt", tree.word())
    return top


def empty_folder(tree: Tree) -> str:
    name = tree.fresh("-empty")
    tree.at(name).mkdir()
    return name


def fill_folder(tree: Tree) -> str:
    """Write into some untracked folder, such as one that was made empty."""
    homes = [one.path for one in os.scandir(tree.path) if one.is_dir(follow_symlinks=False)]
    home = tree.dice.choice(sorted(set(homes) - {str(tree.at(".git")), str(tree.at(IGNORED))}))
    name = os.path.relpath(os.path.join(home, f"fill{tree.mark}.txt"), tree.path)
    tree.mark += 1
    tree.write(name, tree.word())
    return name


def move_folder_in(tree: Tree) -> str:
    """A folder that was filled elsewhere comes by one rename."""
    outside = tree.path.with_name(tree.path.name + "-outside")
    for n in range(5):
        (outside / f"in{n % 2}").mkdir(parents=True, exist_ok=True)
        (outside / f"in{n % 2}" / f"f{n}.txt").write_text(tree.word())
    name = tree.fresh("-moved")
    outside.rename(tree.at(name))
    return name


def folder_to_file(tree: Tree) -> str:
    if name := tree.small_folder():
        tree.remove(name)
        tree.at(name).write_text(tree.word())
    return name


def file_to_folder(tree: Tree) -> str:
    if name := tree.tracked():
        tree.remove(name)
        tree.write(f"{name}/inside.txt", tree.word())
    return name


def file_to_link(tree: Tree) -> str:
    if name := tree.tracked():
        tree.remove(name)
        tree.at(name).symlink_to(tree.dice.choice(("hot/h1.txt", "nowhere", "..")))
    return name


def folder_to_link(tree: Tree) -> str:
    """A tracked folder becomes a link to another: what is behind it is not the folder's."""
    name, other = tree.small_folder(), tree.small_folder()
    if not name or not other or name == other:
        return ""
    tree.remove(name)
    tree.at(name).symlink_to(tree.at(other), target_is_directory=True)
    return f"{name} to {other}"


def new_link(tree: Tree) -> str:
    name = tree.fresh("-link")
    tree.at(name).symlink_to(tree.dice.choice(("hot/h1.txt", "nowhere", "src")))
    return name


def chmod(tree: Tree) -> str:
    if name := tree.tracked():
        tree.at(name).chmod(tree.at(name).stat().st_mode ^ 0o111)
    return name


def move_hundreds(tree: Tree) -> str:
    """A folder of hundreds of files gets another name, and at times its own again."""
    for name, to in ((MOVABLE, "assets/moved"), ("assets/moved", MOVABLE)):
        if tree.at(name).is_dir() and not tree.at(to).exists():
            tree.at(name).rename(tree.at(to))
            return f"{name} to {to}"
    return ""


def write_many(tree: Tree) -> str:
    """More files at once than anybody would ask for one by one."""
    names = [name for name in tree.names() if tree.is_plain(name)]
    names = tree.dice.sample(names, min(len(names), tree.dice.choice((40, 60, 150))))
    for name in names:
        with tree.at(name).open("a") as file:
            file.write("once more\n")
    return f"{len(names)} files"


def ignore(tree: Tree) -> str:
    """Change what is ignored: at the top, in a folder, or for the whole clone."""
    rule = tree.dice.choice(("*.md", "*.log", "n1*", "*-new/", "!*.log", "src/ui/", "# nothing"))
    home = tree.folder()
    file = tree.dice.choice((tree.at(".gitignore"), tree.at(f"{home}/.gitignore")))
    if tree.dice.random() < 0.15:
        file = tree.git_path("info/exclude")
        file.parent.mkdir(exist_ok=True)
    if file.is_dir() or file.is_symlink():
        return ""
    old = file.read_text().splitlines() if file.is_file() else []
    lines = [*old, rule] if rule not in old else [line for line in old if line != rule]
    file.write_text("".join(f"{line}\n" for line in lines))
    return f"{rule} in {os.path.relpath(file, tree.path)}"


def build_again(tree: Tree) -> str:
    """A build writes thousands of files that git ignores."""
    for n in range(2_000):
        file = tree.at(f"{IGNORED}/part{n % 40}/o{n}.o")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(tree.word() if n % 10 == 0 else "again\n")
    return "2000 files"


OPERATIONS = {
    write_new: 8, edit: 12, append: 4, save_as_editors_do: 5, write_back: 5, touch: 2, delete: 5,
    delete_folder: 2, rename: 4, copy: 2, nested_folders: 6, empty_folder: 2, fill_folder: 4,
    move_folder_in: 2, folder_to_file: 2, file_to_folder: 3, file_to_link: 2, folder_to_link: 1,
    new_link: 2, chmod: 3, move_hundreds: 2, write_many: 2, ignore: 4, build_again: 2,
}  # fmt: skip
"""Each with how often it is done."""
