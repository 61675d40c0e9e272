"""newslint's own modules, read from one file.

A run needs three hundred of them. To look for each in its folder, open its bytecode and read it takes Python a tenth of the
time in which one draft is linted. So their bytecode is kept together as well, beside this module's own, and like that it's
believed only while the source is as long and as old as it was. Those of a folder are read at once: each name that several use
is made once. Where nothing is to be kept, Python imports as always.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from newslint.startup.codefile import CodeFile, beside

_PACKAGE = __name__.partition(".")[0]
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_INIT = "__init__.py"
_SUFFIX = f".{sys.implementation.cache_tag}.pyc"
# Of a module: its file, how old and long that is, and its bytecode.
_Entry = tuple[str, tuple[int, int], CodeType]


class _Loader(SourceFileLoader):
    """Python's own, but with the bytecode at hand."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        return self._code


class Modules:
    """Finds newslint's modules in a file of bytecode. Of others, and of one whose source is another by now, it knows nothing."""

    def __init__(self, kept: CodeFile) -> None:
        self._kept = kept
        self._read: dict[str, dict[str, _Entry]] = {}
        self._done = set(sys.modules)

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """What the import system asks for."""
        known = self._of(_folder(name)).get(name) if name.startswith(f"{_PACKAGE}.") else None
        if not known or not _is_fresh(known):
            return None
        place, _, code = known
        file = f"{_ROOT}{os.sep}{place}"
        self._done.add(name)
        package = os.path.basename(file) == _INIT
        spec = ModuleSpec(name, _Loader(name, file, code), origin=file, is_package=package)
        spec.has_location = True
        spec.cached = _bytecode(file)
        if package:
            spec.submodule_search_locations = [os.path.dirname(file)]
        return spec

    def _of(self, folder: str) -> dict[str, _Entry]:
        """What is kept of the modules of a folder."""
        if folder not in self._read:
            self._read[folder] = self._kept.get((folder, 0)) or {}
        return self._read[folder]

    def keep(self) -> None:
        """Keep the bytecode of what had to be looked for, for the next run. A failure costs only time."""
        new: dict[str, dict[str, _Entry]] = {}
        for name in list(sys.modules):
            looked_for = name.startswith(f"{_PACKAGE}.") and name not in self._done
            if looked_for and (entry := _entry(name)):
                new.setdefault(_folder(name), {})[name] = entry
        if new:
            self._done.update(name for entries in new.values() for name in entries)
            kept = {(folder, 0): self._still(folder) | entries for folder, entries in new.items()}
            self._kept.keep(kept, [(entry.partition(".")[0], 0) for entry in os.listdir(_ROOT)])

    def _still(self, folder: str) -> dict[str, _Entry]:
        """Of a folder's modules those that are what they were."""
        return {name: entry for name, entry in self._of(folder).items() if _is_fresh(entry)}


def _folder(name: str) -> str:
    """The first folder in the package that a module lies in, or the module itself that lies in none."""
    return name.split(".", 2)[1]


def _entry(name: str) -> _Entry | None:
    """What is kept of a module; None where it has no file of its own."""
    spec = getattr(sys.modules[name], "__spec__", None)
    loader = spec.loader if spec else None
    if type(loader) is not SourceFileLoader or not loader.path.startswith(_ROOT + os.sep):
        return None
    stamp = _stamp(loader.path)
    code = loader.get_code(name)
    return (loader.path[len(_ROOT) + 1 :], stamp, code) if stamp and code else None


def _is_fresh(entry: _Entry) -> bool:
    """Whether a module's source lies where it lay, as long and as old as it was."""
    place, stamp, code = entry
    file = f"{_ROOT}{os.sep}{place}"
    return _stamp(file) == stamp and code.co_filename == file


def _bytecode(file: str) -> str:
    """Where Python itself keeps the bytecode of a file."""
    folder, _, name = file.rpartition(os.sep)
    return os.sep.join((folder, "__pycache__", name.removesuffix(".py") + _SUFFIX))


def _stamp(file: str) -> tuple[int, int] | None:
    """When a file was written, in nanoseconds, and how many bytes it has; None where there is none."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def install() -> None:
    """Import from the file from now on, unless Python was told to keep other bytecode, or elsewhere."""
    name = beside(__spec__, "modules")
    if name and not (sys.flags.optimize or sys.pycache_prefix):
        sys.meta_path.insert(0, Modules(CodeFile(name, summed=False)))


def keep() -> None:
    """Keep what this run had to look for, unless Python was told to keep no bytecode: then, as it does, only read what is there."""
    for finder in sys.meta_path:
        if isinstance(finder, Modules) and not sys.dont_write_bytecode:
            finder.keep()
