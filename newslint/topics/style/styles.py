"""Styles: which of several right ways the copy takes, place by place (3pm or 3 p.m., 21 March or March 21)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import dates
from newslint.text.vocabulary import UP_TO_TEN, alternatives

# Lines that follow rules of their own.
_OTHER_RULES = {Role.HEADLINE, Role.CREDIT, Role.BYLINE, Role.DATELINE, Role.TABLE_CELL, Role.CROSSHEAD}


class Usage(Row):
    """A place of the copy, and the way that it takes."""

    span: Span
    way: str


def _search(document: Document, pattern: str) -> Iterator[re.Match[str]]:
    wanted = compiled(pattern)
    for block in document.copy:
        if block.role not in _OTHER_RULES:
            yield from wanted.finditer(document.text, block.start, block.end)


def _percent(document: Document) -> Iterator[Usage]:
    if "%" in document.text or "cent" in document.text:
        for match in _search(document, r"%|per ?cent\b"):
            before = document.text[max(0, match.start() - 2) : match.start()].rstrip(" ")[-1:]
            if before.isdigit() or (before.isalpha() and match[0] != "%"):
                yield Usage(Span(*match.span()), match[0])


def _dates(document: Document) -> Iterator[Usage]:
    for reference in dates(document):
        block = document.block_at(reference.span.start)
        if reference.day is None or block is None or block.role in _OTHER_RULES:
            continue
        written = document[reference.span]
        order = "day first" if compiled(r"\d(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]").search(written) else "month first"
        ordinal = ", with an ending" if compiled(r"\d(?:st|nd|rd|th)\b").search(written) else ""
        yield Usage(reference.span, order + ordinal)


_HOUR = r"\d(?<![\w.,:$£€-].)(?:(?:\d?(?P<mark>[:.])[0-5]\d|\d?)(?P<half> ?(?:[ap]\.?m|[AP]\.?M)\b\.?)|\d:[0-5]\d(?![\w:%])(?! ?[apAP]\.?[mM]))"
_AT = compiled(r"\b(?:at|by|from|until|till|around|before|after) \Z")


def _times(document: Document) -> Iterator[Usage]:
    for match in _search(document, _HOUR):
        half = match["half"]
        if half is None:
            if (match[0][0] == "0" or match[0] > "13") and _AT.search(
                document.text[max(0, match.start() - 7) : match.start()]
            ):
                yield Usage(Span(*match.span()), "24 hours")
            continue
        space, points = ("spaced" if half[0] == " " else "joined"), ("points" if "." in half[:-1] else "bare")
        end = match.end() - (points == "bare" and half.endswith("."))
        capitals = " capitals" if half.strip()[0] in "AP" else ""
        yield Usage(Span(match.start(), end), f"{space} {points}{capitals}")


_SYMBOLS = {"dollars": "$", "pounds": "£", "euros": "€"}


_LARGE = r"[$£€]\d[\d,.]*(?P<space> ?)(?:(?P<word>[mb]illion|trillion)|(?P<short>mn?|bn|tn|[MBT])\b)"
_LARGE_IN_WORDS = r"\d(?<![\d,.].)[\d,.]* (?:[mb]illion|trillion) (?P<unit>dollars|pounds|euros)\b"
_SMALL = r"[$£€]\d(?:[\d,.]*\d)?(?![\w.,]*\d)(?! ?(?:[mb]illion|trillion|[mbt]n?\b|[MBT]\b))"
_SMALL_IN_WORDS = r"\d(?<![\d,.$£€-].)(?!9\d\d |0\d\d )(?:[\d,.]*\d)? (?P<unit>dollars|pounds|euros)\b(?! of\b)"
_WEIGHT = r"(?i)weigh|heav|\blbs?\b|ounce|kilo|\blost\b|\bgain|\blift|\bforce\b"
_AROUND = 60


def _money(document: Document) -> Iterator[Usage]:
    text = document.text
    if not ("$" in text or "£" in text or "€" in text):  # for speed
        return
    sums = [
        Usage(Span(*match.span()), "word" if match["word"] else f"short{match['space']}")
        for match in _search(document, _LARGE)
    ]
    yield from sums
    if any(unit in text and symbol in text for unit, symbol in _SYMBOLS.items()):
        yield from _in_units(document, _LARGE_IN_WORDS)
        small = [usage for usage in _in_units(document, _SMALL_IN_WORDS) if not _is_weight(text, usage.span)]
        if small:
            way = sums[0].way if sums else "symbol"
            yield from (Usage(Span(*match.span()), way) for match in _search(document, _SMALL))
            yield from small


def _in_units(document: Document, pattern: str) -> Iterator[Usage]:
    """Sums with the unit's name behind the number, where the copy has its sign as well."""
    for match in _search(document, pattern):
        if _SYMBOLS[match["unit"]] in document.text:
            yield Usage(Span(*match.span()), "unit")


def _is_weight(text: str, span: Span) -> bool:
    around = text[max(0, span.start - _AROUND) : span.end + _AROUND]
    return text.endswith("pounds", 0, span.end) and compiled(_WEIGHT).search(around) is not None


_SPACES = ("without spaces", "with one space", "with spaces")


def _dashes(document: Document) -> Iterator[Usage]:
    text = document.text
    for match in _search(document, r"[—–]|--|-(?<= -)(?= )"):
        start, end = match.start() - (text[match.start() - 1 : match.start()] == " "), match.end()
        end += text[end : end + 1] == " "
        before, behind = text[start - 1 : start], text[end : end + 1]
        if not (before.isalpha() or before in "”’\"',.)") or not (behind.isalpha() or behind in "“‘\"'("):
            continue
        block = document.block_at(match.start())
        begins = block.start if block else start
        if start - begins > 45 or not text[begins : min(begins + 5, start)].isupper():  # no dateline’s
            spaces = (text[start] == " ") + (text[end - 1] == " ")
            yield Usage(Span(start, end), f"{match[0]} {_SPACES[spaces]}")


def _ellipses(document: Document) -> Iterator[Usage]:
    if "…" in document.text or ".." in document.text or ". ." in document.text:
        for match in _search(document, r"…|(?<!\.)\.\.\.(?!\.)|\. \. \."):
            yield Usage(Span(*match.span()), match[0])


_COUNTED = (
    "people|men|women|children|officers|countries|states|members|others|cases|games|votes|deaths|students|players|cities"
    "|companies|candidates|lawmakers|employees|workers|victims|teams|schools|times|books|films|cars|homes|houses|buildings"
)


def _numerals(document: Document) -> Iterator[Usage]:
    figures = [Span(*m.span()) for m in _search(document, rf"[2-9](?<![\w.,$£€:–-].) (?:{_COUNTED})\b")]
    yield from (Usage(span, "figures") for span in figures)
    if figures:
        for match in _search(document, rf"\b(?:{alternatives(UP_TO_TEN[1:9])}) (?:{_COUNTED})\b"):
            yield Usage(Span(*match.span()), "words")


def _serial_comma(document: Document) -> Iterator[Usage]:
    item = r"[^\W_][\w’'-]*(?: [^\W_][\w’'-]*){0,2}"
    for match in _search(document, rf", {item}, (?P<last>{item}(?P<comma>,?) (?:and|or)) \w"):
        yield Usage(Span(*match.span("last")), "comma" if match["comma"] else "none")


def _initials(document: Document) -> Iterator[Usage]:
    surnames: set[str] = set()
    for match in _search(
        document, r"[A-Z](?<![\w.].)\.(?<!U\.(?=[SKN]))(?<!D\.(?=C))(?P<space> ?)[A-Z]\. (?P<surname>[A-Z][a-z]{2,})"
    ):
        surnames.add(match["surname"])
        yield Usage(Span(*match.span()), f"points{match['space']}")
    if surnames:
        for match in _search(document, r"[A-Z](?<![\w.].)(?P<space> ?)[A-Z] (?P<surname>[A-Z][a-z]{2,})"):
            if match["surname"] in surnames:
                yield Usage(Span(*match.span()), f"bare{match['space']}")


STYLES: dict[str, Callable[[Document], Iterator[Usage]]] = {
    "percent": _percent,
    "dates": _dates,
    "times": _times,
    "money": _money,
    "dashes": _dashes,
    "ellipses": _ellipses,
    "numerals": _numerals,
    "serial-comma": _serial_comma,
    "initials": _initials,
}
