"""A short form whose letters aren't those of the name that it is given for."""

from __future__ import annotations

from collections.abc import Iterator, Set
from operator import attrgetter

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.dataclass import replace
from newslint.startup.expressions import compiled
from newslint.story.abbreviations import (
    Definition,
    Initials,
    definitions,
    initials,
    plain,
    short_forms,
    turned,
)
from newslint.story.same import judged
from newslint.story.short_forms import short_form_pairs
from newslint.text.lexicon import COUNTRY, entry
from newslint.text.vocabulary import FUNCTION
from newslint.text.wording import times

# Adjectives of countries, and words that may name one; those where English is spoken apart.
_OF_A_COUNTRY = r"[A-Z][a-z]+(?:ish|ese|i?an|i?ans|ench|utch|wiss|reek|zech|Thai|raqi|raeli|mani|lands|land)"
_CAPITALISED = r"\b[A-Z][a-z]{3,}\b"
_AT_HOME = frozenset(
    "American Americans British Irish English Scottish Welsh Australian Australians Canadian Canadians Christian Republican "
    "Republicans Democratic Indian Indians African Africans European Europeans Ireland England Scotland Maryland Human Urban "
    "America Australia Canada Jamaica Georgia Africa Asia Europe Oceania Antarctica "
    "Jordan Ryan Brian Evan Sean Ian Alan Morgan Sullivan Susan Joan Dean Nathan Jonathan Bryan".split()
) - {"Indian", "Indians"}
_SHOWN = 0.65  # from this confidence on a form used later is shown
_REACH = 130  # code points before a short form in which its words are sought
# What stands last in a name, and first in its longer form: Grain Department, Department of Grain.
_BODIES = frozenset(["Department", "Ministry"])


@check
class AbbreviationLetters:
    """Finds “National Health Service (NSH)”: letters turned, or one of them wrong, missing or too many.

    `own_order` are short forms whose letters rightly stand in another order than their words.
    """

    own_order: tuple[str, ...] = ("ISO", "UTC", "SPD", "MSF")

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: set[frozenset[str]] = set()
        for definition in definitions(document):
            short = definition.short
            plain_letters = short.isupper() and short.isalpha() and "/" not in document[definition.span]
            if len(short) > 2 and plain_letters and short not in self.own_order:
                found = _meant(document, definition)
                if found:
                    told.add(frozenset((short, found[0].letters)))
                    its = Definition(short, definition.span, definition.long, True)
                    yield _hit(document, its, *found)
        yield from _mistyped_later(document, told)


def _meant(document: Document, definition: Definition) -> tuple[Initials, float] | None:
    """The initials that the short form is a slip for, and how sure that is."""
    uses = short_forms(document)
    elsewhere = len(uses.get(definition.short, ())) > 1
    candidates = list(_candidates(document, definition))
    if any(said(document, definition) for said in (_is_reordered, _is_spelled, _is_of_a_list)):
        return None
    exact = any(one.letters == definition.short for one in candidates)
    for candidate in candidates:
        used = len(uses.get(candidate.letters, ()))
        swapped = turned(candidate.letters, definition.short)
        if exact and (elsewhere or not (used and swapped)):
            continue
        if used and not elsewhere:
            return candidate, 0.95 if swapped else 0.85 if used > 1 else 0.7
        if used > len(uses.get(definition.short, ())) and swapped:
            return candidate, 0.7
        whole = not definition.fits or candidate.span.start <= definition.long.start
        if swapped and whole and not _may_be_foreign(document, definition):
            return candidate, 0.6
    return None


def _is_reordered(document: Document, definition: Definition) -> bool:
    """Whether the short form is that of the name told the other way about: “US Grain Department (USDG)”."""
    words = compiled(r"[A-Z]\.(?:[A-Z]\.)+|[A-Z]\w*").findall(document[definition.long])
    if len(words) < 2 or words[-1] not in _BODIES:
        return False
    *front, body = ["".join(filter(str.isalpha, word)) if "." in word else word[0] for word in words]
    return any(
        definition.short == "".join([*front[start:cut], body, *front[cut:]])
        for start in range(len(front))
        for cut in range(start + 1, len(front))
    )


def _is_of_a_list(document: Document, definition: Definition) -> bool:
    """Whether it has the initials of things listed, whose order is the writer's: “reed, ash, willow and poplar (WRAP)”."""
    long = document[definition.long]
    said = [word for word in compiled(r"[^\W\d_]+").findall(long) if word.lower() not in FUNCTION]
    initials = [word[0].upper() for word in said[-len(definition.short) :]]
    return "," in long and sorted(initials) == sorted(definition.short)


def _is_spelled(document: Document, definition: Definition) -> bool:
    """Whether the capitals right before spell the short form, those inside words too: “NoCal Tide Club (NCTC)”."""
    before = document.text[max(0, definition.span.start - _REACH) : definition.span.start]
    return "".join(filter(str.isupper, before)).endswith(definition.short)


def _may_be_foreign(document: Document, definition: Definition) -> bool:
    """Whether the words around speak of a country where the name may be in another order: Germany’s SPD, the French PCF."""
    block = document.block_at(definition.span.start)
    start, end = (block.start, block.end) if block else definition.span
    text = document.text
    around = compiled(_CAPITALISED).findall(text, max(start, definition.span.start - 400), end)
    return any(word not in _AT_HOME and _is_of_a_country(word) for word in around)


def _is_of_a_country(word: str) -> bool:
    known = entry(word)
    return (known.place == COUNTRY and not known.given) or compiled(_OF_A_COUNTRY).fullmatch(word) is not None


def _mistyped_later(document: Document, known: Set[frozenset[str]]) -> Iterator[Hit]:
    """A short form that is a slip away from one that the copy explains, or uses more often, by all that speaks for it."""
    uses = short_forms(document)
    told = {each.short: each for each in sorted(definitions(document), key=attrgetter("fits"))}
    for pair in short_form_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        right = plain(document[pair.other])
        if frozenset((right, plain(document[pair.suspect]))) in known:
            continue
        if "explained" not in pair.signs or verdict.probability < _SHOWN:
            continue
        long = Initials(right, told[right].long if told[right].fits else _name_in(document, told[right].long))
        definition = Definition(plain(document[pair.suspect]), pair.suspect, told[right].long, told[right].fits)
        hit = _hit(document, definition, long, verdict.probability)
        changes = hit.changes if len(uses[right]) > 1 else ()
        yield replace(hit, changes=changes, evidence=verdict.signs)


def _name_in(document: Document, words: Span) -> Span:
    """The name that words end with: of the governing [National Renewal Party]."""
    found = compiled(r"[A-Z]\S*(?:[ \n](?:[A-Z]\S*|of|for|and|the|de|&))*\s*\Z").search(
        document.text, words.start, words.end
    )
    name = found or compiled(r"\S.*").search(document.text, words.start, words.end)
    return Span(name.start(), name.start() + len(name[0].rstrip())) if name else words


def _candidates(document: Document, definition: Definition) -> Iterator[Initials]:
    """Every run of initials beside the short form that is one slip away from it."""
    within = definition.long
    backwards = within.end <= definition.span.start
    if backwards:
        block = document.block_at(definition.span.start)
        start = max(block.start if block else 0, definition.span.start - _REACH)
        end = within.end if definition.fits else definition.span.start  # not “or”, before the short form
        within = Span(min(within.start, start) if definition.fits else within.start, end)
    for size in (len(definition.short), len(definition.short) + 1, len(definition.short) - 1):
        for candidate in initials(document.text, within, backwards, size):
            if len(candidate.letters) > 2 and _one_slip(candidate.letters, definition.short):
                yield candidate


def _one_slip(meant: str, short: str) -> bool:
    """Whether `short` is `meant`, or that with one letter wrong, missing or too many, or two neighbours turned."""
    if len(meant) == len(short):
        return sum(a != b for a, b in zip(meant, short, strict=True)) <= 1 or turned(meant, short)
    long, brief = (meant, short) if len(meant) > len(short) else (short, meant)
    return any(long[:index] + long[index + 1 :] == brief for index in range(len(long)))


def _hit(document: Document, definition: Definition, meant: Initials, confidence: float) -> Hit:
    letters, words = meant
    uses = short_forms(document).get(letters, ())
    problem = f"its initials are {letters}" if definition.fits else f"“{letters}” is given for it"
    notes = (Note(words, problem), *(Note(use, f"“{letters}” here") for use in uses[:3]))
    count = f", and “{letters}” stands {times(len(uses))} in the story" if uses else ""
    written = document[definition.span]
    changes = (Change(definition.span, letters),) if uses and written == definition.short else ()
    said = {"found": definition.short, "long": document[words], "problem": problem, "count": count}
    return Hit(definition.span, said, notes, changes, confidence)


_: type[Check] = AbbreviationLetters
