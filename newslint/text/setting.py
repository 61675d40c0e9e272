"""Settings in which a form is no slip of the writer's: another language, a note that names an old error, [sic]."""

from __future__ import annotations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.lexicon import entry

_ERRATUM = (
    r"(?i)\b(?:misspell?ed|misspell?ing|misspelt|misnamed|misidentified|misstated|(?:an )?(?:earlier|previous|original) version|"
    r"(?:article|story|report|post|headline|caption) (?:was|has been|is) (?:amended|corrected|updated)|corrections? ?:|"
    r"we (?:are happy|apologi[sz]e)|(?:incorrectly|wrongly|mistakenly) (?:spell?ed|spelt|named|gave|identified))"
)
# What a writer puts behind somebody else's mistake.
_SIC = r"(?i)(?:['’]s)?[,.]?[”’\"']? ?[\[(] ?sic ?[\])]"
_WORD = r"(?<![\w’'-])[^\W\d_]{2,}(?![\w’'-])"
_END = r"[.!?“”«»\"]"
_REACH = 90
# A language shows in this many small words and more.
_FEWEST = 5


def is_out_of_setting(document: Document, place: Span) -> bool:
    """Whether the form at `place` is named as an error, or stands among words of another language."""
    if compiled(_SIC).match(document.text, place.end):
        return True
    return _in_erratum(document, place) or _in_another_language(document, place)


def _in_erratum(document: Document, place: Span) -> bool:
    block = document.block_at(place.start)
    if block is None:
        return False
    known = _blocks_searched(document)
    if block.start not in known:
        known[block.start] = compiled(_ERRATUM).search(document.text, block.start, block.end) is not None
    return known[block.start]


@analysis
def _blocks_searched(_: Document) -> dict[int, bool]:
    """Whether a block, by its start, speaks of an erratum; filled as it's asked for, since most never are."""
    return {}


def _in_another_language(document: Document, place: Span) -> bool:
    """Whether most of the small words around `place` are none of English."""
    block = document.block_at(place.start)
    if block is None:
        return False
    start, end = max(block.start, place.start - _REACH), min(block.end, place.end + _REACH)
    before = compiled(_END).split(document.text[start : place.start])[-1]
    after = compiled(_END).split(document.text[place.end : end])[0]
    near = _small_words(before)[-8:] + _small_words(after)[:8]
    strange = sum(1 for word in near if not 0 < entry(word).word <= 5)
    return len(near) >= _FEWEST and strange * 2 >= len(near)


def _small_words(text: str) -> list[str]:
    return [word for word in compiled(_WORD).findall(text) if word.islower()]
