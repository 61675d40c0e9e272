"""A desk's own names and terms: the right form of each, and the wrong forms that it knows. From YAML or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newslint import tree, yamlfile
from newslint.errors import ConfigError, nearest
from newslint.finding import Finding
from newslint.startup.row import Row
from newslint.yamlfile import Table

KINDS = ("person", "place", "organisation", "product", "term")
_NAME_KEYS = ("name", "wrong", "kind", "title", "pronouns", "note")
_TERM_KEYS = ("term", "wrong", "note")
_SPLIT = "|"
# The rule that tells what the lists say.
RULE = "names/house-name"
_LONGEST = 8
_MARKS = ".,;:!?“”‘’\"'()[]"


class Entry(Row):
    """A name or a term in its right form, with the wrong ones; `path` and `line` say where the desk lists it.

    `title` is what the desk calls a person (Dr, Sir), `pronouns` what it says of one (he, she, they); both may be "".
    """

    name: str
    wrong: tuple[str, ...] = ()
    kind: str = "term"
    title: str = ""
    pronouns: str = ""
    note: str = ""
    path: str = ""
    line: int = 0


def entries(table: Table, key: str, root: Path, read: set[Path] | None = None) -> tuple[Entry, ...]:
    """The list under `key` (names or terms) of a configuration: entries written out, and files (YAML, CSV) of them.

    `read` are the files that were read for it already. Raises ConfigError with file and line for what isn't as it
    should be, such as a file that is named twice.
    """
    read = set() if read is None else read
    value = table.get(key, [])
    given = value if isinstance(value, list) else [value]
    found: list[Entry] = []
    for item in given:
        if isinstance(item, str):
            found += _file(table, key, item, root, read)
        elif isinstance(item, Table):
            found.append(_entry(item, item, key))
        else:
            raise table.error(f"“{key}” holds entries and files of them, not “{item}”", key)
    return tuple(found)


def over(own: tuple[Entry, ...], base: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a list on top of another: of what both speak of, the upper one's word stands."""
    named = {entry.name for entry in own} | {form for entry in own for form in entry.wrong}
    left = (entry for entry in base if entry.name not in named)
    kept = (entry._replace(wrong=tuple(form for form in entry.wrong if form not in named)) for entry in left)
    return (*kept, *own)


def refuse_doubles(found: Iterable[Entry], key: str) -> None:
    """Raise ConfigError where a name is listed twice, or is the wrong form of another."""
    right: dict[str, Entry] = {}
    wrong: dict[str, Entry] = {}
    for entry in found:
        _refuse(entry, entry.name, right, f"“{entry.name}” stands twice in “{key}”")
        for form in entry.wrong:
            _refuse(entry, form, wrong, f"the wrong form “{form}” stands twice in “{key}”")
    for form, entry in wrong.items():
        if form in right:
            raise ConfigError(f"“{form}” is right {_where(right[form])} and wrong here", entry.path, entry.line)


def _refuse(entry: Entry, form: str, seen: dict[str, Entry], message: str) -> None:
    if form in seen:
        raise ConfigError(f"{message}, first {_where(seen[form])}", entry.path, entry.line)
    seen[form] = entry


def _where(entry: Entry) -> str:
    return f"in line {entry.line} of {entry.path}"


class Forbidden(Row):
    """The forms that a desk's lists call wrong: `names` as they are listed, `terms` in whatever capitals."""

    names: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()

    def stands_in(self, text: str) -> bool:
        """Whether `text` has one of them in it, as words of its own."""
        return any(phrase in self.names or phrase.casefold() in self.terms for phrase in _phrases(text))


def forbidden(names: Iterable[Entry], terms: Iterable[Entry]) -> Forbidden:
    """What these entries call wrong."""
    return Forbidden(
        frozenset(" ".join(form.split()) for entry in names for form in entry.wrong),
        frozenset(" ".join(form.split()).casefold() for entry in terms for form in entry.wrong),
    )


def _phrases(text: str) -> Iterator[str]:
    """Each run of words in `text`, with the marks around it and without."""
    words = text.split()
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            phrase = " ".join(words[start:end])
            yield phrase
            yield phrase.strip(_MARKS)


def decided(findings: Iterable[Finding], told: Iterable[Finding], wrong: Forbidden) -> Iterator[Finding]:
    """`findings` as they are where the desk's list has spoken, in the findings `told`: those it leaves nothing of go.

    A place that the list tells isn't told again, nor is the right form held against a wrong one; and no fix brings a
    wrong form in.
    """
    places = _covered(told)
    for finding in findings:
        if any(each.end.offset >= finding.end.offset for each in places.get((finding.path, finding.start.offset), ())):
            continue
        over = [places.get((other.path, other.start.offset)) for other in finding.related]
        beside = zip(finding.related, over, strict=True)
        if any(over) and all(_agree(finding.text, other.text, each) for other, each in beside):
            continue
        brings = finding.fix and any(wrong.stands_in(edit.replacement) for edit in finding.fix.edits)
        yield finding._replace(fix=None) if brings else finding


def _covered(told: Iterable[Finding]) -> dict[tuple[str, int], list[Finding]]:
    """The places told, by each offset that lies in them."""
    places: dict[tuple[str, int], list[Finding]] = {}
    for each in told:
        for at in range(each.start.offset, each.end.offset):
            places.setdefault((each.path, at), []).append(each)
    return places


def _agree(text: str, other: str, told: list[Finding] | None) -> bool:
    """Whether the list has said that `other` should be `text`; or nothing of it, because they're the same."""
    if not told:
        return text.casefold() == other.casefold()
    edits = [edit for each in told if each.fix for edit in each.fix.edits]
    return any(f" {text} ".casefold() in f" {edit.replacement} ".casefold() for edit in edits)


def _file(table: Table, key: str, name: str, root: Path, read: set[Path]) -> Iterator[Entry]:
    path = root / name
    if not tree.holds(root, path):
        raise table.error(f"“{key}”: {path} lies outside the folder of this configuration", key)
    if not path.exists():
        raise table.error(f"“{key}”: there's no file {path}", key)
    if path.resolve() in read:
        raise table.error(f"“{key}”: {path} is named twice", key)
    read.add(path.resolve())
    if path.suffix.lower() == ".csv":
        yield from _from_csv(path, key)
        return
    rows = yamlfile.read(path)
    if set(rows) != {key}:
        raise rows.error(f"a list of {key} has the one key “{key}”")
    yield from entries(rows, key, path.parent, read)


def _from_csv(path: Path, key: str) -> Iterator[Entry]:
    import csv

    try:
        text = tree.text(path, tree.LISTS, path.parent)
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}", str(path)) from error
    reader = csv.reader(text.splitlines(keepends=True))
    header = [cell.strip().lower() for cell in next(reader, [])]
    known = _NAME_KEYS if key == "names" else _TERM_KEYS
    for column in header:
        if column not in known:
            raise ConfigError(f"unknown column “{column}”{nearest(column, known)}", str(path), 1)
    for cells in reader:
        line = reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            raise ConfigError(f"has {len(cells)} cells where the heading has {len(header)}", str(path), line)
        row = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
        table = Table(str(path), line)
        table.update(row)
        if "wrong" in table:
            table["wrong"] = [form.strip() for form in table["wrong"].split(_SPLIT) if form.strip()]
        yield _entry(table, table, key)


def _entry(table: Table, where: Table, key: str) -> Entry:
    known = _NAME_KEYS if key == "names" else _TERM_KEYS
    for word in table:
        if word not in known:
            raise table.error(f"unknown key “{word}”{nearest(word, known)}", word)
    subject = known[0]
    name = table.get(subject)
    if not isinstance(name, str) or not name.strip():
        raise where.error(f"an entry of “{key}” needs “{subject}”, the right form", subject)
    kind = table.get("kind", "person" if key == "names" else "term")
    if kind not in KINDS:
        raise table.error(f"“kind” is one of {', '.join(KINDS[:4])}, not “{kind}”{nearest(kind, KINDS)}", "kind")
    wrong = _wrong(table)
    if name in wrong:
        raise table.error(f"“{name}” is given as right and as wrong", "wrong")
    text = {word: _text(table, word) for word in ("title", "pronouns", "note")}
    return Entry(name.strip(), wrong, kind, **text, path=table.path, line=table.line)


def _wrong(table: Table) -> tuple[str, ...]:
    value: Any = table.get("wrong", [])
    forms = [value] if isinstance(value, str) else value
    if not isinstance(forms, list) or not all(isinstance(form, str) and form.strip() for form in forms):
        raise table.error("“wrong” should be a list of wrong forms", "wrong")
    return tuple(forms)


def _text(table: Table, key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise table.error(f"“{key}” should be text", key)
    return value
