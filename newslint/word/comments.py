"""Word's comments: written at their words, in the place of those that newslint wrote before; nothing else changes.

A comment is three things: an entry in the part for comments, two marks around its words, and a reference behind them.
One of newslint's that somebody has answered, or marked as resolved, stays as it is and isn't written again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from lxml import etree

from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.word.archive import Archive, serialised, stamp
from newslint.word.cuts import Cuts
from newslint.word.docx import Package, manuscript
from newslint.word.manuscript import Manuscript
from newslint.word.names import AUTHOR, SPACE, W14, W15, W

_INITIALS = "nl"
_TYPES = "[Content_Types].xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# Parts in which newer Words say more of a comment, each by the number of its last paragraph, or by what that stands for.
_MORE = ("commentsExtended", "commentsIds", "commentsExtensible")
_UNWRITABLE = compiled("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Comment(Row):
    """Paragraphs of text at the copy from `start` to `end`, in code points of the manuscript's text."""

    start: int
    end: int
    lines: tuple[str, ...]


def commented(data: bytes, name: str, text: str, comments: Sequence[Comment], when: datetime | None = None) -> bytes:
    """A Word document with `comments`, those that newslint wrote before taken out.

    `text` is the copy that the comments are about, `when` the day and hour that they show. Raises UnreadableError where the document is damaged or has other copy.
    """
    archive = Archive(data, name)
    package = Package(archive)
    made = manuscript(archive, package)
    if made.text != text:
        raise archive.changed()
    part = _Part(archive, package, stamp(when))
    removed = part.take_out_own(made.parts[package.story])
    new = [comment for comment in comments if comment.lines not in part.kept]
    if not (new or removed):
        return data
    _anchor(made, [(part.add(comment.lines), comment) for comment in new])
    trees = {package.story: made.parts[package.story], **part.changed()}
    return archive.with_parts({each: serialised(tree) for each, tree in trees.items()})


class _Part:
    """The part for comments, and what belongs to it."""

    def __init__(self, archive: Archive, package: Package, when: str) -> None:
        self._archive = archive
        self._when = when
        self._story = package.story
        self._known = package.related("comments")
        root = f"{W}comments"
        self._tree = archive.tree(self._known) if self._known else etree.Element(root, nsmap={"w": W[1:-1]})
        parts = map(package.related, _MORE)
        self._more = {part: archive.tree(part) for part in parts if part}
        self.kept: frozenset[tuple[str, ...]] = frozenset()
        self._next = 0

    def take_out_own(self, story: Any) -> bool:
        """Take newslint's own comments out of this part and out of `story`; whether there were any."""
        own = [comment for comment in self._tree.iterchildren(f"{W}comment") if comment.get(f"{W}author") == AUTHOR]
        spoken_of = self._spoken_of()
        kept = [comment for comment in own if _paragraph_of(comment) in spoken_of]
        self.kept = frozenset(map(_lines, kept))
        gone = [comment for comment in own if _paragraph_of(comment) not in spoken_of]
        for comment in gone:
            self._tree.remove(comment)
        self._forget({_paragraph_of(comment) for comment in gone} - {""})
        _take_marks(story, {comment.get(f"{W}id") for comment in gone})
        numbers = (comment.get(f"{W}id", "") for comment in self._tree.iterchildren(f"{W}comment"))
        self._next = 1 + max((int(number) for number in numbers if number.isdecimal()), default=-1)
        return bool(gone)

    def _spoken_of(self) -> set[str]:
        """The numbers of the comments that somebody has answered, or marked as resolved."""
        entries = [entry for tree in self._more.values() for entry in tree.iterchildren(f"{W15}commentEx")]
        answered = {entry.get(f"{W15}paraIdParent", "") for entry in entries}
        done = {entry.get(f"{W15}paraId", "") for entry in entries if entry.get(f"{W15}done") in {"1", "true"}}
        return (answered | done) - {""}

    def _forget(self, gone: set[str]) -> None:
        """Take what newer Words say of comments out of the other parts: by paragraph, or by a number that this stands for."""
        for _ in range(2):
            for tree in self._more.values():
                for entry in [each for each in tree if gone.intersection(each.attrib.values())]:
                    gone = gone.union(entry.attrib.values()) if len(entry.attrib) == 2 and _is_number(entry) else gone
                    tree.remove(entry)

    def add(self, lines: Iterable[str]) -> str:
        """Add a comment of newslint's; its number."""
        number = str(self._next)
        self._next += 1
        comment = etree.SubElement(self._tree, f"{W}comment")
        for key, value in (("id", number), ("author", AUTHOR), ("date", self._when), ("initials", _INITIALS)):
            if value:
                comment.set(W + key, value)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
            text = etree.SubElement(run, f"{W}t")
            text.text = _UNWRITABLE.sub("\ufffd", line)
            text.set(SPACE, "preserve")
        return number

    def changed(self) -> Mapping[str, Any]:
        """The trees of the parts that are to be written, by name; a new part is told to the package."""
        if self._known:
            return {self._known: self._tree, **self._more}
        folder, _, story = self._story.rpartition("/")
        part = self._free(f"{folder}/comments.xml" if folder else "comments.xml")
        types = self._archive.tree(_TYPES)
        etree.SubElement(types, f"{_CONTENT_TYPES}Override", PartName=f"/{part}", ContentType=_CONTENT_TYPE)
        relations_part = f"{folder}/_rels/{story}.rels".lstrip("/")
        relations = self._relations(relations_part)
        taken = {relation.get("Id") for relation in relations}
        number = next(f"rIdNewslint{index}" for index in range(1, len(taken) + 2) if f"rIdNewslint{index}" not in taken)
        relation = f"{_RELATIONS}Relationship"
        etree.SubElement(relations, relation, Id=number, Type=_RELATION, Target=part.rpartition("/")[2])
        return {part: self._tree, _TYPES: types, relations_part: relations}

    def _relations(self, part: str) -> Any:
        if part in self._archive:
            return self._archive.tree(part)
        return etree.Element(f"{_RELATIONS}Relationships", nsmap={None: _RELATIONS[1:-1]})

    def _free(self, part: str) -> str:
        stem = part.removesuffix(".xml")
        number = 0
        while part in self._archive:
            number += 1
            part = f"{stem}{number}.xml"
        return part


def _lines(comment: Any) -> tuple[str, ...]:
    return tuple("".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.iterchildren(f"{W}p"))


def _paragraph_of(comment: Any) -> str:
    """The number of a comment's last paragraph, by which other parts know it; "" where it has none."""
    lines = comment.findall(f"{W}p")
    number: str = lines[-1].get(f"{W14}paraId", "") if lines else ""
    return number


def _is_number(entry: Any) -> bool:
    """Whether an entry says which lasting number a comment's paragraph has."""
    return any(name.endswith("}durableId") for name in entry.attrib)


def _take_marks(story: Any, numbers: set[str]) -> None:
    """Take the marks and references of some comments out of the story."""
    marks = story.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
    for mark in [each for each in marks if each.get(f"{W}id") in numbers]:
        run = mark.getparent()
        alone = run.tag == f"{W}r" and all(each is mark or each.tag == f"{W}rPr" for each in run)
        gone = run if alone else mark
        gone.getparent().remove(gone)


def _anchor(made: Manuscript, numbered: Iterable[tuple[str, Comment]]) -> None:
    """Put the marks of each comment around its words, from the end of the copy to its beginning."""
    text = made.text
    marks: list[tuple[int, bool, int, str]] = []
    for number, comment in numbered:
        start, end = _trimmed(text, comment.start, comment.end)
        marks += [(start, True, -end, number), (end, False, start, number)]
    cuts = Cuts(made)
    for offset, begins, _, number in sorted(marks, reverse=True):
        if begins:
            cuts.before(offset).addprevious(_mark("commentRangeStart", number))
        else:
            _end(cuts.after(offset), number)


def _end(element: Any, number: str) -> None:
    """End a comment's words behind `element`, and refer to it."""
    reference = etree.Element(f"{W}r")
    reference.append(_mark("commentReference", number))
    element.addnext(reference)
    element.addnext(_mark("commentRangeEnd", number))


def _mark(name: str, number: str) -> Any:
    mark = etree.Element(W + name)
    mark.set(f"{W}id", number)
    return mark


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of `text` without white space at its ends; the nearest letter, where nothing else is left."""
    words = text[start:end]
    if words.strip():
        first = start + len(words) - len(words.lstrip())
        return first, first + len(words.strip())
    last = len(text[:start].rstrip()) or len(text) - len(text.lstrip()) + 1
    return last - 1, last
