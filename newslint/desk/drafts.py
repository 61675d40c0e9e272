"""Which files are drafts: what the writer named, and what lies in the folders named, .gitignore respected."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint import tree
from newslint.errors import ConfigError, LeftError, UnreadableError
from newslint.startup.row import Row
from newslint.word.formats import wanting

# What holds stories in some files and anything else in most.
_STRUCTURED = frozenset([".xml", ".json"])

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# With so many repetitions at most, even a path of four thousand letters takes a pattern no time.
_MANY_STARS = 3
_LONGEST = 4096  # letters of a path
# What Word keeps beside a document for as long as that is open.
_OWNED = "~$"
_NEVER = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".newslint_cache"}


class _Ignores(Row):
    """The patterns of one file (or of the configuration) and the folder that they are relative to."""

    root: str
    spec: GitIgnoreSpec

    def decide(self, path: str, is_folder: bool) -> bool | None:
        """Whether `path` is ignored; None where these patterns don't speak of it."""
        relative = os.path.relpath(path, self.root).replace(os.sep, "/") + ("/" if is_folder else "")
        return self.spec.check_file(relative).include


class Choice(Row):
    """Which files are drafts: those with one of `suffixes`, but for what the patterns of `exclude` name.

    The patterns are written as in .gitignore and start from the folder `root`, an absolute path.
    """

    suffixes: Collection[str]
    exclude: tuple[str, ...] = ()
    root: str = ""


class _Chooser:
    """What `choose` says of each folder, asked once; and what was passed over, by suffix, "" for what is excluded."""

    def __init__(self, choose: Callable[[Path], Choice]) -> None:
        self._choose = choose
        self._choices: dict[str, tuple[Choice, _Ignores | None]] = {}
        self._specs: dict[tuple[str, tuple[str, ...]], _Ignores] = {}
        self.passed: Counter[str] = Counter()

    def suffixes(self, folder: str) -> Collection[str]:
        return self._of(folder)[0].suffixes

    def excludes(self, path: str, is_folder: bool = False) -> bool:
        """Whether the configuration leaves `path` out."""
        patterns = self._of(os.path.dirname(path))[1]
        return patterns is not None and bool(patterns.decide(os.path.abspath(path), is_folder))

    def _of(self, folder: str) -> tuple[Choice, _Ignores | None]:
        if folder not in self._choices:
            choice = self._choose(Path(folder))
            key = choice.root, choice.exclude
            if choice.exclude and key not in self._specs:
                self._specs[key] = _Ignores(choice.root, _spec(choice.exclude))
            self._choices[folder] = choice, self._specs.get(key)
        return self._choices[folder]


def drafts(
    named: Iterable[Path], choose: Callable[[Path], Choice], allow_empty: bool = True
) -> Iterator[Path | UnreadableError]:
    """Every draft, once, in a settled order; for a path that isn't there or can't be read, the error to report.

    `choose` says which files of a folder are drafts. A file named by the writer counts whatever its suffix, unless it's
    excluded; a folder gives its drafts but for those that git ignores. Where it gives none, that's an error too, unless
    `allow_empty`. Links that lead out of the folder are left.
    """
    seen: set[str] = set()
    for path in named:
        if path.is_dir():
            found = _in_folder(path, choose, allow_empty)
        elif os.path.lexists(path):
            found = iter(() if _Chooser(choose).excludes(str(path)) else [path])
        else:
            yield UnreadableError(str(path), "there's no such file or folder")
            continue
        for draft in found:
            key = os.path.abspath(draft) if isinstance(draft, Path) else str(draft)
            if key not in seen:
                seen.add(key)
                yield draft


def _in_folder(folder: Path, choose: Callable[[Path], Choice], allow_empty: bool) -> Iterator[Path | UnreadableError]:
    """The drafts of a folder and of those in it; a folder behind a link isn't entered, so that no loop is."""
    chooser = _Chooser(choose)
    empty = True
    for found in _walked(folder, chooser):
        empty = empty and isinstance(found, LeftError)
        yield found
    if empty and not allow_empty:
        yield UnreadableError(str(folder), _nothing_read(chooser, folder))


def _nothing_read(chooser: _Chooser, folder: Path) -> str:
    """Why a folder gave no draft."""
    read = ", ".join(sorted(chooser.suffixes(str(folder))))
    passed = ", ".join(f"{number} {suffix or 'excluded'}" for suffix, number in sorted((+chooser.passed).items()))
    return f"holds no draft: newslint reads {read}" + (f"; passed over: {passed}" if passed else "")


def _walked(folder: Path, chooser: _Chooser) -> Iterator[Path | UnreadableError]:
    told: list[LeftError] = []
    stack: list[tuple[Path, list[_Ignores]] | Path] = [(folder, _ignores_above(folder, told))]
    while stack:
        item = stack.pop()
        if isinstance(item, Path):
            yield item
            continue
        inner, ignores = item
        ignores = [*ignores, *_own_ignores(inner, told)]
        yield from told
        told.clear()
        try:
            with os.scandir(inner) as entries:
                ordered = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield UnreadableError(str(inner), error.strerror or str(error))
            continue
        for entry in ordered:
            is_folder = entry.is_dir(follow_symlinks=False)
            path = inner / entry.name
            if not _is_wanted(entry, is_folder, chooser) or _is_ignored(entry.path, is_folder, ignores):
                continue
            if chooser.excludes(entry.path, is_folder):
                chooser.passed[""] += 1
                continue
            if entry.is_symlink() and tree.leads_out(path, folder):
                yield LeftError(str(path), f"left: it's a link that leads out of {tree.around(path, folder)}")
                continue
            if lack := "" if is_folder else wanting(path.suffix):
                yield LeftError(str(path), f"left: {lack}")
                continue
            if not is_folder and path.suffix.lower() in _STRUCTURED and not _holds_a_story(path):
                chooser.passed[path.suffix.lower()] += 1
                continue
            stack.append((path, ignores) if is_folder else path)


def _is_wanted(entry: os.DirEntry[str], is_folder: bool, chooser: _Chooser) -> bool:
    if is_folder:
        return entry.name not in _NEVER
    suffix = os.path.splitext(entry.name)[1].lower()
    if entry.name.startswith(_OWNED):
        return False
    if suffix not in chooser.suffixes(os.path.dirname(entry.path)):
        chooser.passed[suffix] += bool(suffix) and not entry.name.startswith(".")
        return False
    try:
        return entry.is_file()
    except OSError:  # a link that leads to itself
        return False


def _holds_a_story(path: Path) -> bool:
    """Whether the file begins as one of a newsroom's formats does; one that can't be read is told when it's read."""
    from newslint.parsers.news.formats import HEAD, is_news

    try:
        return is_news(tree.head(path, HEAD), path.suffix)
    except OSError:
        return True


def _is_ignored(path: str, is_folder: bool, ignores: list[_Ignores]) -> bool:
    """As git decides: the patterns nearest to the file first, and in one file the last that fits."""
    for patterns in reversed(ignores):
        decided = patterns.decide(path, is_folder)
        if decided is not None:
            return decided
    return False


def _ignores_above(folder: Path, told: list[LeftError]) -> list[_Ignores]:
    """The patterns between the top of the checkout and `folder`, if it lies in one, the outermost first."""
    above = [folder.absolute(), *folder.absolute().parents]
    top = next((index for index, parent in enumerate(above) if (parent / ".git").exists()), None)
    if top is None:
        return []
    shared = _patterns(above[top] / ".git" / "info" / "exclude", above[top], told)
    return [*shared, *(found for inner in reversed(above[1 : top + 1]) for found in _own_ignores(inner, told))]


def _own_ignores(folder: Path, told: list[LeftError]) -> list[_Ignores]:
    return _patterns(folder / ".gitignore", folder, told)


def _patterns(file: Path, root: Path, told: list[LeftError]) -> list[_Ignores]:
    """What the file says; a file that is there and can't be read is added to `told`."""
    try:
        lines = tree.read(file, tree.HAND_WRITTEN, file.parent).decode("utf-8", "replace").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        told.append(LeftError(str(file), f"left: {error.strerror}"))
        return []
    return [_Ignores(str(root), _spec(lines))]


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns; git passes over one that it can't read, and so do we."""
    from pathspec import GitIgnoreSpec

    lines = list(lines)
    for line in lines:
        if len(line) > _LONGEST:
            raise ConfigError(f"the pattern “{line[:30]}…” is longer than any path")
    try:
        return _bounded(GitIgnoreSpec.from_lines(lines))
    except ValueError:
        return _bounded(GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line)))


def _bounded(spec: GitIgnoreSpec) -> GitIgnoreSpec:
    """`spec` with every pattern that repeats much run within a budget: a name made for it would take years."""
    for pattern in spec.patterns:
        made: Any = pattern
        text = made.regex.pattern if getattr(made, "regex", None) is not None else ""
        if text.count("*") + text.count("+") > _MANY_STARS:
            from newslint.desk.globs import Glob

            made.regex = Glob(text)
    return spec


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
