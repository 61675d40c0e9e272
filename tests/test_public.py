"""What newslint promises to plugins: each name is what it says, is typed, is explained, and costs a start nothing."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import newslint
from newslint import analyses, testing

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
LAZY = [newslint, analyses]

# Run in a process of its own, so that nothing has been imported before; the second time after everything has been.
IMPORTS = """
import importlib, json, pkgutil, sys
import newslint
if {everything}:
    for module in pkgutil.walk_packages(newslint.__path__, "newslint."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    import newslint.analysis, newslint.check
found = {{}}
for public in (newslint, importlib.import_module("newslint.analyses")):
    for name, home in public._HOMES.items():
        there = getattr(public, name)
        exec(f"from {{public.__name__}} import {{name}} as imported")
        same = there is imported is getattr(importlib.import_module(home), name)
        found[f"{{public.__name__}}.{{name}}"] = [same, type(there).__name__]
print(json.dumps(found))
"""


def run(code: str) -> str:
    ignored = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", code]
    return subprocess.run(ignored, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("everything", [False, True], ids=["first", "after every module"])
def test_each_name_is_what_it_says(everything: bool) -> None:
    found = json.loads(run(IMPORTS.format(everything=everything)))
    assert found.keys() == {f"{public.__name__}.{name}" for public in LAZY for name in vars(public)["_HOMES"]}
    assert [name for name, (same, kind) in found.items() if not same or kind == "module"] == []


@pytest.mark.parametrize("public", LAZY)
def test_what_type_checkers_read_is_what_is_run(public: ModuleType) -> None:
    tree = ast.parse(Path(public.__file__ or "").read_text(encoding="utf-8"))
    (typed,) = [node for node in tree.body if isinstance(node, ast.If)]
    homes = {name.name: node.module for node in typed.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert homes == vars(public)["_HOMES"]
    assert sorted(homes) == [name for name in public.__all__ if name != "__version__"]
    assert set(public.__all__) <= set(dir(public))


def test_an_unknown_name_is_an_error() -> None:
    for public in LAZY:
        with pytest.raises(AttributeError, match=f"'{public.__name__}' has no attribute 'lnit'"):
            _ = public.lnit
    with pytest.raises(ImportError):
        import_module("newslint.lnit")


def test_no_module_bears_a_public_name() -> None:
    modules = {path.stem for path in (ROOT / "newslint").iterdir()}
    assert modules.isdisjoint(newslint.__all__)


def test_each_name_is_in_the_guide() -> None:
    listed = set(re.findall(r"`(\w+)[`(]", GUIDE[GUIDE.index("## What to import") : GUIDE.index("## The hooks")]))
    assert set(newslint.__all__) - {"__version__"} <= listed
    table = re.findall(r"^\| `(\w+)` \| `(?:tuple\[)?(\w+)", GUIDE, re.M)
    assert dict(table).keys() == analyses.ANALYSES.keys()
    for name, given in table:
        assert re.search(rf"\b{given}\b", getattr(analyses, name).__annotations__["return"]), name
    assert {given for _, given in table} | analyses.ANALYSES.keys() | {"in_quotation"} == set(analyses.__all__)
    said = GUIDE[GUIDE.index("## Testing") :]
    assert all(f"`{name}(" in said for name in ("registry_of", "marked", "document", "findings", "failures"))
    assert all(hasattr(testing, name) for name in re.findall(r"^- `(\w+)\(", said, re.M))


def test_each_analysis_is_one() -> None:
    for name in analyses.ANALYSES:
        assert hasattr(getattr(analyses, name), "__wrapped__"), name


def test_importing_newslint_imports_nothing_else() -> None:
    code = "import sys; before = {*sys.modules}; import newslint; print(*sorted({*sys.modules} - before))"
    assert run(code).split() == ["newslint", "newslint.version"]


def test_a_missing_module_of_anybody_elses_costs_nothing() -> None:
    code = """
import sys
import newslint
try:
    import nowhere_at_all
except ImportError:
    print("newslint.plugins" in sys.modules)
"""
    assert run(code) == "False\n"


def test_the_version_needs_no_plugin() -> None:
    code = """
import sys
sys.argv = ["newslint", "--version"]
from newslint.__main__ import main
try:
    main()
finally:
    print(*sorted(name for name in sys.modules if name.startswith("newslint")))
"""
    assert run(code).splitlines()[-1].split() == [
        "newslint",
        "newslint.__main__",
        "newslint.cli",
        "newslint.cli.asked",
        "newslint.cli.commands",
        "newslint.cli.ending",
        "newslint.cli.output",
        "newslint.errors",
        "newslint.plugins",
        "newslint.plugins.entrypoints",
        "newslint.startup",
        "newslint.startup.codefile",
        "newslint.startup.modules",
        "newslint.version",
    ]
