"""Short forms that are one letter apart, as pairs for the judge: UTRA explained, UTAR used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.story.abbreviations import Definition, definitions, in_capitals, initials, plain, short_forms, turned
from newslint.story.contrast import listed
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import entry
from newslint.text.sentences import sentence_at
from newslint.text.web_words import written

ABBREVIATION = "abbreviation"
_SHORTEST, _LONGEST = 3, 7
_FOUR = 4
_LIKELY = 0.5
_SELDOM = 19  # of a short form on the web, in powers of two
_CROWD = 6  # forms that share all letters but one: they're a family (ISO, ISA, ISP)


@analysis
def short_form_pairs(document: Document) -> tuple[Pair, ...]:
    """Every two short forms of the copy that are a slip apart, where only one is explained, or none."""
    uses = {
        short: places
        for short, places in short_forms(document).items()
        if _SHORTEST <= len(short) <= _LONGEST and short.isalpha()
    }
    if len(uses) < 2:
        return ()
    # The last is kept: one that the words before it fit.
    told = {each.short: each for each in sorted(definitions(document), key=attrgetter("fits"))}
    pairs = (_pair(document, uses, told, one, other) for one, other in _near(uses))
    return tuple(sorted((pair for pair in pairs if pair is not None), key=lambda pair: pair.suspect))


@analysis
def mistyped_short_forms(document: Document) -> Mapping[frozenset[str], Verdict]:
    """Every two short forms of which one is explained and the other likelier than not a slip for it, with the verdict."""
    found = {}
    for pair in short_form_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        if "explained" in pair.signs and verdict.probability >= _LIKELY:
            found[frozenset((plain(document[pair.suspect]), plain(document[pair.other])))] = verdict
    return found


def _near(shorts: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Every two that are the same but for one letter, or have the same letters."""
    shelves: dict[str, dict[str, None]] = defaultdict(dict)
    for short in shorts:
        for at in range(len(short)):
            shelves[f"{short[:at]}_{short[at + 1 :]}"][short] = None
            shelves[short[:at] + short[at + 1 :]][short] = None
        shelves[short][short] = None
        shelves["".join(sorted(short))][short] = None
    seen: set[tuple[str, str]] = set()
    for shelf in shelves.values():
        if 1 < len(shelf) <= _CROWD:
            forms = sorted(shelf)
            for index, one in enumerate(forms):
                seen.update((one, other) for other in forms[index + 1 :] if _slip(one, other))
    yield from sorted(seen)


def _slip(one: str, other: str) -> str:
    """How the two differ: "turned", also where letters stand between those that changed places, "changed", "added"; "" for more."""
    if len(one) == len(other):
        if turned(one, other) or (len(one) >= _FOUR and sorted(one) == sorted(other)):
            return "turned"
        return "changed" if sum(a != b for a, b in zip(one, other, strict=True)) == 1 else ""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return "added" if any(long[:at] + long[at + 1 :] == short for at in range(len(long))) else ""


def _pair(
    document: Document, uses: Mapping[str, Sequence[Span]], told: Mapping[str, Definition], one: str, other: str
) -> Pair | None:
    """The two as a pair: the one that isn't explained, or else the rarer, or the later, is suspect."""
    fitting = {short for short in (one, other) if short in told and told[short].fits}
    if len(fitting) > 1:
        return None
    suspect, right = sorted(
        (one, other), key=lambda short: (short in fitting, short in told, len(uses[short]), -uses[short][0].start)
    )
    places = [place for place in uses[suspect] if not in_capitals(document, place)]
    if not places or (_slip(suspect, right) != "turned" and _is_known(suspect, right)):
        return None
    explained = told.get(right)
    if explained and not explained.fits and _slip(suspect, right) != "turned":
        explained = None  # a name has its own letters, and others may differ from them by one
    if explained and any(explained.long.start <= place.start < explained.long.end for place in places):
        return None  # a part of the name: ACL Tide Union (ACU)
    signs = _signs(document, uses, explained, suspect, right)
    return Pair(ABBREVIATION, places[0], uses[right][0], measured(signs))


def _is_known(suspect: str, right: str) -> bool:
    """Whether the web has the suspect often, and oftener than the other, and for no word: TLS is no slip for TLV."""
    return written(suspect) > max(_SELDOM, written(right)) and not entry(suspect).word


def _signs(
    document: Document, uses: Mapping[str, Sequence[Span]], explained: Definition | None, suspect: str, right: str
) -> dict[str, float]:
    slip = _slip(suspect, right)
    few, many = uses[suspect], uses[right]
    first, nearest = few[0], min(many, key=lambda place: abs(place.start - few[0].start))
    one, two = sentence_at(document, first.start), sentence_at(document, nearest.start)
    known = [is_known_name((short,)) or 0 < entry(short).word <= _FOUR for short in (suspect, right)]
    spelled = explained is not None and any(
        found.letters == right for found in initials(document.text, explained.long, backwards=True, size=len(right))
    )
    return {
        f"letters {slip}": True,
        "explained": explained is not None,
        "its initials": spelled,
        "turned and explained": slip == "turned" and explained is not None,
        "changed and explained": slip == "changed" and explained is not None,
        "four letters": min(len(suspect), len(right)) >= _FOUR,
        "same first letter": suspect[0] == right[0],
        "suspect once": len(few) == 1,
        "suspect once, the other often": len(few) == 1 and len(many) > 2,
        "suspect known": known[0],
        "both known": all(known),
        "neither known": not any(known),
        "same sentence": one is not None and one == two,
        "listed": listed(document, first, nearest),
        "suspect first": first.start < many[0].start,
    }
