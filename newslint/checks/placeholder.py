"""What a writer leaves for later: TK, XXX, [CHECK], lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from newslint.analysis.quotes import in_quotation
from newslint.analysis.usage import in_address
from newslint.check import Check, Hit
from newslint.document import Document, Role
from newslint.source import Span

_THINGS = "name|names|date|year|age|title|place|town|figure|number|amount|quote|source|link|photo|picture|caption|credit|headline|byline|standfirst|slug|text|copy|detail|details|graf|par|spelling|reaction|response|comment"
_TO_DO = "check|confirm|verify|insert|add|fill in|update|clarify|ask|replace|fact[- ]check|legal"


class _Mark(NamedTuple):
    """A kind of placeholder: looked for only where one of `signs` stands in the copy."""

    signs: tuple[str, ...]
    pattern: str
    confidence: float
    flags: int = 0
    outside_quotations: bool = False


_MARKS = (
    # To come, misspelled so that nobody prints it; TK Maxx is a shop.
    _Mark(("TK", "tktk", "Tktk"), r"\b(?:NAME |DATE |TITLE |AGE |QUOTE |PHOTO )?(?:TK)+s?(?:[ -](?:TK)+)*\b(?! [A-Z][a-z])|\btk(?:tk)+\b", 0.95, re.I * 0),
    # Roman numerals, ratings, beers and numbers made illegible are none.
    _Mark(
        ("XX", "xx"),
        r"(?<![\w.$£€%/-])(?<!Bowl )(?<!Mania )(?<!mania )(?<!Olympiad )(?<!Part )(?<!Volume )(?<!Chapter )(?<!Legion )(?<!Castlemaine )"
        r"(?<!Games )[$£€]?X{3,4}(?![\w/]|-\d|-[Xx]|[- ](?:rated|rating|film|movie|video|porn|adult|web ?site|site|theat|Olymp|Gold|beer|Legion|certificate))(?:s\b)?",
        0.95,
    ),
    _Mark(("XX", "xx"), r"[$£€]X{1,3}\b(?:[.,]X+)?|\bXX(?:[.,]X+)?(?=%| (?:people|years?|months?|days?|hours?|per ?cent|million|billion|thousand|times|others)\b)", 0.95),
    _Mark(("XX", "xx"), r"\b(?:XX|xx)[-–/](?:XX|xx)\b(?![-–/]\d)|\b[Xx]{2}/[Xx]{2}/[Xx]{2,4}\b", 0.9),
    _Mark(("[",), rf"\[(?:(?:NEED|NEEDS|MORE|TODO|TBC|TBD|TBA|TK|XX+|\?+)\b|(?i:{_TO_DO})\b(?-i:(?=[^\]a-z]*\]))|(?i:{_THINGS})(?-i:(?=[^\]a-z]*\])))[^\]\n]{{0,80}}\]", 0.95),
    _Mark(("[",), rf"\[(?:{_TO_DO})[ :][^\]\n]{{2,80}}\]|\[(?:{_THINGS}) (?:tk|here|to come|needed|goes here)[^\]\n]{{0,40}}\]", 0.85, re.I, True),
    _Mark(("(",), rf"\((?:CHECK|CK|CQ\?|TK|VERIFY|CONFIRM|TBC|TBD)\b[^)\n]{{0,60}}\)|\((?:sp|spelling|check spelling|check)\?*\)(?<!\(check\))|\(\?{2,}\)", 0.9, re.I),
    _Mark(("???",), r"(?<![\w?!.”\"’')])\?{3,}", 0.85, 0, True),
    _Mark(("orem", "OREM", "dolor sit"), r"\blorem ipsum\b[^\n.]{0,60}|\bdolor sit amet\b|\bconsectetur adipi\w+", 0.99, re.I),
    _Mark(("<", "{"), rf"<(?:insert|add|enter|your|placeholder|{_THINGS})\b[^<>\n]{{0,60}}>|\{{\{{[^{{}}\n]{{1,60}}\}}\}}", 0.9, re.I),
    _Mark(("HERE", "here"), rf"\b(?:insert|add) (?:{_THINGS})s? here\b|\b(?:{_THINGS}) (?:goes|to go) here\b", 0.9, re.I),
    _Mark(("HERE", "TO COME", "TO FOLLOW"), r"\b(?:NAME|QUOTE|PHOTO|CAPTION|HEADLINE|TEXT|DATE|LINK|BYLINE|PICTURE) (?:HERE|TO COME|TO FOLLOW)\b", 0.95),
    _Mark(("irstname", "IRSTNAME", "FIXME", "TODO", "asdf", "ummy text"), r"\bfirst ?name last ?name\b|\bdummy text\b|\basdf\w*", 0.95, re.I),
    _Mark(("FIXME", "TODO"), r"\b(?:FIXME|TODO)\b:?", 0.9),
    _Mark(("00",), r"(?<![\d.,:])[$£€]0{2,3}(?:,000)*\b(?!\.\d)|(?<![\d.,:$£€])0{2,3}(?= (?:people|million|billion|per ?cent|years?)\b)|\b[Pp]ages? 0{2,3}\b|\baged? 00\b|\bpp?\.? ?00\b", 0.85),
    _Mark(("TBC", "TBD", "TBA"), r"\b(?:TBC|TBD|TBA)\b(?!\))", 0.6, 0, True),
)  # fmt: skip
_COPY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.CROSSHEAD, Role.CAPTION, Role.LIST_ITEM, Role.BYLINE, Role.CREDIT, Role.PULL_QUOTE, Role.BLOCK_QUOTE])  # fmt: skip


@cache
def _compiled(mark: _Mark) -> re.Pattern[str]:
    return re.compile(mark.pattern, mark.flags)


@dataclass(frozen=True)
class Placeholder:
    """Finds what stands for words or figures still to come. `allowed` are such words that a desk uses otherwise."""

    allowed: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        found: list[tuple[Span, float]] = []
        for mark in _MARKS:
            if any(sign in document.text for sign in mark.signs):
                found.extend((span, mark.confidence) for span in self._places(document, mark))
        end = -1
        for span, confidence in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
            if span.start >= end:
                end = span.end
                yield Hit(span, confidence=confidence)

    def _places(self, document: Document, mark: _Mark) -> Iterator[Span]:
        for match in _compiled(mark).finditer(document.text):
            span = Span(*match.span())
            block = document.block_at(span.start)
            if block is None or block.role not in _COPY or match[0] in self.allowed:
                continue
            if mark.outside_quotations and in_quotation(document, span.start):
                continue
            if not in_address(
                document.text.replace("<", " ").replace("{", " ") if match[0][0] in "<{" else document.text, span
            ):
                yield span


_: type[Check] = Placeholder
