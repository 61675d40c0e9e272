"""Notes: what stands in brackets and is said to a colleague, not to a reader: “[Dan – map still to come, drop in above this par]”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import wordlist

# The kind of pair, in the table of weights.
NOTE = "note"
_TOLD = 0.5
_MOST = 3  # words of a sort say no more
_BRACKETED = compiled(r"\[(?P<square>[^\[\]\n]{6,220})\]|\((?P<round>[^()\n]{6,220})\)")
_SIGNED = compiled(r"[–—-] ?(?:Ed|Eds|Editor)\.?\Z")
_WORD = compiled(r"[A-Za-z]+[’']?[a-z]*|\d+")
_SHORTHAND = compiled(
    r"(?i)\bw/|\b(?:b4|chk|ck|pls|plz|thx|tmw|tmrw|wkend|approx|poss|wd|shd|cd|yr|w|re|tbc|tbd|tk|xx|fyi|asap|eod|nb|ok)\b|\?\?|!!"
)
_LATER = compiled(
    r"(?i)\b(?:to (?:come|follow|check|confirm|be confirmed)|still (?:to|waiting|needs?)|before (?:we|it|this|page|print)|waiting (?:for|on)|awaiting|goes here|by (?:noon|deadline|\d))\b"
)
# What is asked for.
_TASKS = wordlist(
    "check ck chk chase confirm verify ask ring call phone add insert drop cut trim move fix hold use swap find get need needs please query redo rewrite double "
    "update replace send clear legal lawyer source clarify spell"
)
# What is spoken of only by those who make the paper.
_COPY = wordlist(
    "par para pars graf copy headline hed caption pic pics photo photos picture map graphic graphics quote byline page slug desk subs sub ed eds editor lawyers "
    "proof figure figures number name spelling stat stats chart link box sidebar standfirst dek draft pr"
)
_COPY_ROLES = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.CROSSHEAD, Role.CAPTION, Role.STANDFIRST, Role.HEADLINE])


@analysis
def note_pairs(document: Document) -> tuple[Pair, ...]:
    """What stands in brackets, with the signs of a note."""
    return tuple(_pairs(document))


def told_notes(document: Document) -> Iterator[tuple[Span, Verdict]]:
    """What is likelier than not a note, with how likely."""
    for pair in note_pairs(document):
        verdict = judged(NOTE, pair.signs)
        if verdict.probability >= _TOLD:
            yield pair.suspect, verdict


def _pairs(document: Document) -> Iterator[Pair]:
    text = document.text
    for block in document.copy:
        if block.role not in _COPY_ROLES:
            continue
        for match in _BRACKETED.finditer(text, block.start, block.end):
            inner = match["square"] or match["round"]
            if " " in inner and not _is_printed(inner) and not in_quotation(document, match.start()):
                alone = match.end() - match.start() >= len(text[block.start : block.end].strip()) - 1
                signs = {"square": bool(match["square"]), "alone": alone, **_signs(inner)}
                yield Pair(NOTE, Span(*match.span()), Span(*match.span()), measured(signs))


def _is_printed(inner: str) -> bool:
    """Whether an editor says it to readers, and asks for nothing: “Eve’s spelling is her own – Ed”."""
    signs = _signs(inner)
    asked = ("asks", "tasks", "in shorthand", "still to be done")
    return _SIGNED.search(inner) is not None and not any(signs[name] for name in asked)


def _signs(inner: str) -> dict[str, float]:
    words = {word.lower() for word in _WORD.findall(inner)}
    capitals = sum(letter.isupper() for letter in inner) / max(1, sum(letter.isalpha() for letter in inner))
    return {
        "asks": "?" in inner,
        "tasks": min(_MOST, len(words & _TASKS)),
        "of the copy": min(_MOST, len(words & _COPY)),
        "in shorthand": _SHORTHAND.search(inner) is not None,
        "still to be done": _LATER.search(inner) is not None,
        "in capitals": capitals > 0.8,
    }
