"""Lines of a page that came along with the copy: Skip to main content, Most viewed, Advertisement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Block, Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.layouts import is_live

_PAGES = (".html", ".htm")  # there the parser takes the page's own parts away
# The first three letters of what `_pattern` can match: a line that begins otherwise isn't tried.
_HEADS = frozenset(
    "ski thi art sto adv con scr sha ple ena tur loa sig fol pri jum bac lea vie mos twe clo men com new e-m ema pin wha "
    "fac lin red sav ima med ent you sup alr sub dow get fil pos nex pre hom "
    "wat lis upd las pub fir ori".split()
) | {"we "}
_SHOWN = 3
_DATED = ("las", "upd", "fir", "ori", "pub")
_OF_THE_TOP = ("wat", "lis", *_DATED)
_TOP = 2  # paragraphs: the first may be a standfirst
_ASIDE = (Role.FURNITURE, Role.TABLE_CELL)
_LONG = 60  # in code points: a shorter line is a link of the page's


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(
        r"^(?:skip to (?:main )?(?:content|navigation)|this (?:article|story) is more than \d+ (?:years?|months?) old"
        r"|(?:article|story) continues (?:below|after)\b.*|(?:advertisement )?continue reading(?: the main story| below)?"
        r"|scroll down for (?:video|more)|share (?:on|via|by) (?:facebook|twitter|whatsapp|email|x|linkedin)\b.*"
        r"|(?:please )?(?:enable|turn on) javascript\b.*|loading\s?(?:\.{3}|…)?|sign up (?:to|for) our [\w ]*newsletter"
        r"|(?:this site|we) uses? cookies\b.*|follow us on (?:twitter|facebook|instagram)|print this (?:article|page|story)"
        r"|(?:jump|back) to (?:top|comments|content)|leave a comment|view (?:all )?comments|most (?:viewed|read|popular)"
        r"|skip (?:nav(?:igation)?|ad(?:vert(?:isement)?)?)|(?:share|tweet|close|menu|comments|newsletters?)"
        r"|(?:share|tweet|e-?mail|print|pin(?: it)?|whatsapp|facebook|twitter|linkedin|reddit|comments?|save)(?:[ |,/•·]+(?:share|tweet|e-?mail|print|pin(?: it)?|whatsapp|facebook|twitter|linkedin|reddit|comments?|save|copy link))+"
        r"|(?:image caption )?media playback is (?:un|not )supported on (?:your|this) device|(?:enter )?your email(?: address)?|support (?:our|quality|independent) journalism"
        r"|already a subscriber\?(?: (?:log|sign) in)?|subscribe now(?: for .{1,40})?|(?:download|get) (?:our|the) (?:free )?(?:\w+ )?app(?: now| today)?|(?:filed under|posted in):? [\w, &]{2,60}"
        r"|(?:watch|listen)(?::| \||\s?>) .{3,140}|(?:(?:last )?updated|(?:first |originally )?published):? (?=.{0,40}\d).{4,50}"
        r"|(?:next|previous) (?:article|story|post|page)|(?:home|news)(?: (?:>|»|/) [\w &]{2,30}){1,5}|what do you think\? (?:let us know|tell us|join|have your say)\b.{0,60}"
        r")[.!: ]*$",
        re.I | re.M,
    )


@check
class PageFurniture:
    """Finds what belongs to a page and not to its story, once a draft for each different line, and for all links under one label."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        if document.source.suffix.lower() in _PAGES:
            return
        lines: dict[str, list[Span]] = {}
        for run in _runs(document.text, sorted({*_told_by_parser(document), *_told_by_words(document)})):
            lines.setdefault(_label(document[run[0]].lower()), []).extend(run)
        for first, *others in lines.values():
            yield Hit(first, related=tuple(Note(span, "and here") for span in others[:_SHOWN]), confidence=0.8)


def _label(line: str) -> str:
    """What the line has in common with others of its kind: all of it, or its label (Related: …)."""
    return line.partition(": ")[0]


def _runs(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """Lines that follow each other: they were pasted together, and are one finding."""
    run: list[Span] = []
    for span in spans:
        if run and text[run[-1].end : span.start].strip():
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _told_by_parser(document: Document) -> Iterator[Span]:
    return (block.span for block in document.blocks if block.role is Role.FURNITURE)


def _told_by_words(document: Document) -> Iterator[Span]:
    for match in _lines(document.text):
        block = document.block_at(match.start())
        if block is not None and block.role not in _ASIDE and not _is_of_the_top(document, block, match[0]):
            yield Span(*match.span())


def _is_of_the_top(document: Document, block: Block, line: str) -> bool:
    """Whether a headline only begins as a teaser does (WATCH: …), or a day of publication stands above the story or in a live page."""
    if block.role in (Role.HEADLINE, Role.STANDFIRST):
        return line[:3].lower() in _OF_THE_TOP
    told = [other for other in document.copy if other.role is Role.PARAGRAPH and other.end - other.start > _LONG][:_TOP]
    if line[:3].lower() in _DATED and is_live(document):
        return True
    return line[:3].lower() in _DATED and (len(told) < _TOP or block.start <= told[-1].start)


def _lines(text: str) -> Iterator[re.Match[str]]:
    """The lines that `_pattern` matches, in order: looked for where one begins as such a line does."""
    start = 0
    for line in text.split("\n"):
        likely = line[:3].lower() in _HEADS
        match = _pattern().match(text, start) if likely else None  # for speed: most lines begin otherwise
        if match:
            yield match
        start += len(line) + 1


_: type[Check] = PageFurniture
