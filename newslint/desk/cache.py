"""What was found in a draft before, kept for the user until the draft, the rules or newslint itself change.

A folder for each configuration, 64 files in it, a line for each draft. A file is written beside and renamed, so that
several processes may share a cache; what one of them doesn't see of another's costs only time. Each line is sealed for
its draft and its configuration with the user's own key: one that is damaged, moved, or that somebody else wrote, is as
if it weren't there.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any

from newslint import tree
from newslint.config.gate import Gate
from newslint.config.settings import Config
from newslint.desk.writing import replace_file
from newslint.errors import ConfigError
from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity, Sign
from newslint.plugins.registry import Registry
from newslint.report import Report
from newslint.source import Location, Source
from newslint.startup import userfiles
from newslint.startup.expressions import compiled
from newslint.stets.comments import Stet
from newslint.version import VERSION

_FILES = 64
_LINES = 4_000
_FILE_BYTES = 2_000_000
_CONFIGURATIONS = 24
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# made by newslint; may be deleted\n"
_TAG = "CACHEDIR.TAG"
_KEY = compiled(r"[0-9a-f]{20}\Z")
_NAME = compiled(r"\d\d\.txt\Z")
_DAMAGE = (ValueError, TypeError, KeyError, IndexError, RecursionError)


@dataclass(frozen=True)
class Cache:
    """The results of one configuration in `folder`. What `put` is given is on disk after `save`."""

    folder: Path
    named: bool = False
    _read: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    _new: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    @property
    def used(self) -> bool:
        """Whether a run with this very configuration ended before, so that it's known to be free of mistakes."""
        return self.folder.is_dir()

    def get(self, source: Source) -> Report | None:
        """What `lint` said of the draft before, if that is known."""
        key = self._key(source)
        file = _file(key)
        if file not in self._read:
            self._read[file] = _lines(self.folder / file)
        line = self._read[file].get(key)
        if line is None:
            return None
        try:
            return _report(source, self._opened(key, line))
        except _DAMAGE:
            return None

    def put(self, source: Source, report: Report) -> None:
        """Keep what `lint` said of the draft, unless a rule failed."""
        if report.failures:
            return
        key = self._key(source)
        text = json.dumps(_data(report), separators=(",", ":"))
        mark = self._mark(key, text)
        if mark:
            self._new.setdefault(_file(key), {})[key] = f"{mark}\t{text}"

    def save(self) -> None:
        """Write what is new. A failure costs only time."""
        top = self.folder.parent
        try:
            prepare(top)
            self.folder.mkdir(exist_ok=True)
            for file, new in self._new.items():
                text = _last_lines({**_lines(self.folder / file), **new})
                replace_file(self.folder / file, text.encode("ascii"), durable=False, within=top)
            if _tag(top) == _sealed_tag(top):
                _forget_old(top)
        except OSError:
            return

    def _mark(self, key: str, text: str) -> str | None:
        return userfiles.seal(b"findings", self.folder.name.encode(), key.encode(), text.encode())

    def _opened(self, key: str, line: str) -> Any:
        """What the line holds. Raises ValueError where it's not this user's newslint that wrote it for this draft."""
        mark, _, text = line.partition("\t")
        if mark != self._mark(key, text):
            raise ValueError("not sealed")
        return json.loads(text)

    def _key(self, source: Source) -> str:
        about = f"{os.path.abspath(source.name) if self.named else ''}\0{source.suffix}\0"
        styled = repr(source.paragraphs) if source.paragraphs else ""
        text = (about + source.text + styled).encode("utf-8", "surrogatepass")
        return blake2b(text, digest_size=32).hexdigest()


def prepare(folder: Path) -> None:
    """Make `folder`, where it's new or empty, a cache that git and backups leave alone.

    Raises OSError where that can't be, or where it holds anything but a cache.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if _tag(folder).startswith(_SIGNATURE):
        return
    for path in folder.iterdir():
        if not path.name.lstrip(".").startswith((_TAG, "gitignore")):  # of another process that is just making it
            raise OSError(errno.ENOTEMPTY, "it holds what newslint didn't put there; name a new folder", str(folder))
    replace_file(folder / _TAG, _sealed_tag(folder).encode("ascii"), durable=False, within=folder)
    replace_file(folder / ".gitignore", b"*\n", durable=False, within=folder)


def _tag(folder: Path) -> str:
    try:
        return tree.text(folder / _TAG, _FILE_BYTES, folder)
    except OSError:
        return ""


def _sealed_tag(folder: Path) -> str:
    """What says that this user's newslint made a folder just there, so that it may clean it."""
    mark = userfiles.seal(b"cache", os.fsencode(os.path.realpath(folder)))
    return f"{_SIGNATURE}# {mark}\n" if mark else ""


def checked_folder(folder: Path) -> Path:
    """`folder`, which was asked for by name, as a cache. Raises ConfigError where it can't be one."""
    try:
        prepare(folder)
    except OSError as error:
        raise ConfigError(f"can't be a cache: {error.strerror}", str(folder)) from error
    if not _tag(folder) or not os.access(folder, os.W_OK):
        raise ConfigError("can't be a cache: Permission denied", str(folder))
    return folder


def opened(folder: Path, config: Config, registry: Registry) -> Cache:
    """The cache in `folder` for this configuration."""
    # What shall stand is settled anew in each run; but where something may, more rules run than are shown.
    level = Severity.SUGGESTION if config.gate.stets else config.level
    plain = replace(
        config, gate=Gate(), level=level, fail_on=Severity.ERROR, exclude=(), path="", readers=None, _rules={}
    )
    files = (*registry.packs.values(), *config.packs, *config.plugins, *config.styles, *_mentioned(config))
    said = [VERSION, sys.version, repr(plain), *_stamps(Path(__file__).parents[1])]
    for file in sorted(set(files)):
        said += [*_stamps(file), _content(file)]
    for name, origin in sorted(_foreign(registry)):
        said += [name, *_stamps(origin)]
    key = blake2b("\0".join(said).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    return Cache(folder / key, named=bool(config.paths))


def _mentioned(config: Config) -> Iterator[Path]:
    """The files that options of rules name."""
    tunings = (config.rules_tuned, *(path.rules for path in config.paths))
    for tuning in (tuning for named in tunings for tuning in named.values()):
        for value in tuning.options.values():
            for word in value if isinstance(value, list | tuple) else [value]:
                if isinstance(word, str) and len(word) < 200 and "\0" not in word and (config.root / word).is_file():
                    yield config.root / word


def _content(file: Path) -> str:
    try:
        return blake2b(tree.read(file, tree.LISTS)).hexdigest()
    except OSError:
        return ""


def _stamps(path: Path) -> Iterator[str]:
    """The names, sizes and times of a file, or of the files in a folder."""
    try:
        if path.is_dir():
            for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
                if entry.name != "__pycache__":
                    yield from _stamps(path / entry.name)
            return
        stat = path.stat()
        yield f"{path}\t{stat.st_size}\t{stat.st_mtime_ns}"
    except OSError:
        yield f"{path}\t-"


def _foreign(registry: Registry) -> set[tuple[str, Path]]:
    """The packages of other plugins: what they say may change when one of their files does."""
    things = (thing for kind in (registry.parsers, registry.checks, registry.analyses) for thing in kind.values())
    names = {thing.partition(":")[0] if isinstance(thing, str) else thing.__module__ for thing in things}
    tops = {name.partition(".")[0] for name in names} - {"newslint"}
    return {(top, _origin(sys.modules.get(top) or __import__(top))) for top in tops}


def _origin(module: ModuleType) -> Path:
    file = Path(module.__file__ or "")
    return file.parent if file.name == "__init__.py" else file


def _file(key: str) -> str:
    return f"{int(key[:2], 16) % _FILES:02}.txt"


def _lines(path: Path) -> dict[str, str]:
    try:
        text = tree.read(path, _FILE_BYTES, path.parent.parent).decode("ascii", "ignore")
    except OSError:
        return {}
    parted = (line.partition("\t") for line in text.split("\n") if line)
    return {key: line for key, _, line in parted}


def _last_lines(lines: Mapping[str, str]) -> str:
    """The lines that were added last, as many as a file may hold."""
    kept: list[str] = []
    size = 0
    for key, line in reversed(list(lines.items())):
        size += len(key) + len(line) + 2
        if size > _FILE_BYTES or len(kept) == _LINES:
            break
        kept.append(f"{key}\t{line}\n")
    return "".join(reversed(kept))


def _forget_old(folder: Path) -> None:
    """Keep the configurations used last; of the others' folders, take away what newslint writes there and no more."""
    entries = [entry for entry in os.scandir(folder) if _KEY.match(entry.name) and entry.is_dir(follow_symlinks=False)]
    entries.sort(key=lambda entry: entry.stat().st_mtime)
    for entry in entries[:-_CONFIGURATIONS]:
        for file in map(Path, (each.path for each in os.scandir(entry.path) if _NAME.match(each.name))):
            file.unlink()
        with contextlib.suppress(OSError):
            os.rmdir(entry.path)


def _data(report: Report) -> list[Any]:
    """A report as lists of what JSON knows; a path that is the draft's own is left out, for it may be moved."""
    name = report.source.name
    return [
        [_finding_data(finding, name) for finding in report.findings],
        [[_finding_data(finding, name), list(stet)] for finding, stet in report.stetted if isinstance(stet, Stet)],
        [list(stet) for stet in report.unused],
    ]


def _finding_data(finding: Finding, name: str) -> list[Any]:
    related = [[None if other.path == name else other.path, *other[1:]] for other in finding.related]
    fix = finding.fix and [finding.fix.edits, finding.fix.safety.value]
    return [*finding[1:8], related, fix, finding.fingerprint, finding.evidence]


def _report(source: Source, data: Any) -> Report:
    findings, stetted, unused = data
    return Report(
        source,
        tuple(_finding(row, source.name) for row in findings),
        tuple((_finding(row, source.name), _stet(stet, source.name)) for row, stet in stetted),
        tuple(_stet(stet, source.name) for stet in unused),
    )


def _finding(row: Any, name: str) -> Finding:
    rule, severity, confidence, message, text, start, end, related, fix, fingerprint, evidence = row
    return Finding(
        name,
        rule,
        Severity(severity),
        confidence,
        message,
        text,
        Location(*start),
        Location(*end),
        tuple(
            Related(path or name, note, words, Location(*first), Location(*last))
            for path, note, words, first, last in related
        ),
        fix and Fix(tuple(Edit(Location(*s), Location(*e), new) for s, e, new in fix[0]), Safety(fix[1])),
        fingerprint,
        tuple(Sign(*sign) for sign in evidence),
    )


def _stet(row: Any, name: str) -> Stet:
    kind, rules, reason, _, start, end, text, first, last = row
    return Stet(kind, tuple(rules), reason, name, Location(*start), Location(*end), text, first, last)
