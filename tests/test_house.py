"""The house stands as ARCHITECTURE.md draws it: rooms bear the names of packs, files know their floor, nothing goes round."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from newslint.packs.catalogue import all_stanzas, builtin_packs
from newslint.plugins.registry import Registry

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "newslint"
# Packs of a desk's own are made of these.
OF_ALL = "general"
FILES = sorted(PACKAGE.rglob("*.py"))


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path, known: set[str]) -> set[str]:
    """The modules that `path` imports as soon as it is, or for its annotations; not those that a function asks for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(node) for function in ast.walk(tree) if isinstance(function, ast.FunctionDef) for node in ast.walk(function)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and id(node) not in inside:
            found.update(
                name if (name := f"{node.module}.{alias.name}") in known else node.module for alias in node.names
            )
    return (found & known) - {module(path)}


def test_no_files_import_one_another_in_a_circle() -> None:
    """Annotations counted. The package's own front, which hands on names of all rooms, is imported by none of them."""
    known = {module(path) for path in FILES}
    graph = {module(path): imported(path, known) - {"newslint"} for path in FILES}
    assert len(list(TopologicalSorter(graph).static_order())) == len(known)


@pytest.mark.parametrize("pack", sorted(builtin_packs()))
def test_a_pack_and_its_room_bear_one_name(pack: str, built_in: Registry) -> None:
    for stanza in all_stanzas({pack: builtin_packs()[pack]}):
        home = built_in.check(stanza.check).__module__.split(".")
        assert home[:2] == ["newslint", "topics"]
        assert home[2] in (pack, OF_ALL), stanza.id


@pytest.mark.parametrize(
    "folder", sorted(path.parent for path in PACKAGE.rglob("__init__.py")), ids=lambda path: path.name
)
def test_each_room_says_what_it_is_for(folder: Path) -> None:
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert told is not None
    assert len(told) > 20


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_file_is_one_idea_and_its_name_a_noun(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 400
    assert not re.search(r"util|helper|manager|common|misc|^base$", path.stem)


def test_tests_lie_where_what_they_test_lies() -> None:
    rooms = {path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if path.is_dir() and path.name != "__pycache__"}
    apart = {Path("corpus"), Path("schemas"), Path("tools")}  # stories, other people's schemas, and the project's tools
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    assert folders - apart - {Path()} <= rooms
