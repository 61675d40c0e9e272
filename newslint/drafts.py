"""Which files are drafts: what the writer named, and what lies in the folders named, .gitignore respected."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import UnreadableError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".newslint_cache"}


def drafts(
    named: Iterable[Path], suffixes: Collection[str], exclude: tuple[str, ...] = ()
) -> Iterator[Path | UnreadableError]:
    """Every draft, once, in a settled order; for a path that isn't there, the error to report.

    A file named by the writer counts whatever its suffix; a folder gives its files with one of `suffixes`.
    """
    seen: set[Path] = set()
    for path in named:
        if path.is_dir():
            found: Iterable[Path] = _in_folder(path, suffixes, exclude)
        elif path.exists():
            found = [path]
        else:
            yield UnreadableError(str(path), "there's no such file or folder")
            continue
        for draft in found:
            if draft not in seen:
                seen.add(draft)
                yield draft


def _in_folder(folder: Path, suffixes: Collection[str], exclude: tuple[str, ...]) -> Iterator[Path]:
    ignored = [*_ignores_above(folder), *_own_ignore(folder)]
    if exclude:
        ignored.append((folder, _spec(exclude)))
    yield from _walk(folder, suffixes, ignored)


def _walk(folder: Path, suffixes: Collection[str], ignored: list[tuple[Path, GitIgnoreSpec]]) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = folder / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if ignored and _is_ignored(path, is_folder, ignored):
            continue
        if is_folder:
            if entry.name not in _NEVER:
                yield from _walk(path, suffixes, [*ignored, *_own_ignore(path)])
        elif os.path.splitext(entry.name)[1].lower() in suffixes and entry.is_file():
            yield path


def _is_ignored(path: Path, is_folder: bool, ignored: list[tuple[Path, GitIgnoreSpec]]) -> bool:
    for root, spec in ignored:
        relative = os.path.relpath(path, root).replace(os.sep, "/") + ("/" if is_folder else "")
        if spec.match_file(relative):
            return True
    return False


def _ignores_above(folder: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
    """The .gitignore files between the top of the checkout and `folder`, if it lies in one."""
    above = list(folder.absolute().parents)
    if (folder / ".git").exists():
        return
    for index, parent in enumerate(above):
        if (parent / ".git").exists():
            for inner in reversed(above[: index + 1]):
                yield from _own_ignore(inner)
            return


def _own_ignore(folder: Path) -> Iterator[tuple[Path, GitIgnoreSpec]]:
    file = folder / ".gitignore"
    if file.is_file():
        yield folder, _spec(file.read_text(encoding="utf-8", errors="replace").splitlines())


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
