"""Compound forms: where a compound stands in two forms, closed, hyphened or open, that play one part in the sentence."""

from __future__ import annotations

from unicodedata import category

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.compounds import CLOSED, HYPHENED, OPEN, Use, key_of, one_word
from newslint.text.grammar import ATTRIBUTE, FREE, PREDICATE, VERB, may_be_noun, part_played
from newslint.text.lexicon import is_word
from newslint.text.quotations import in_speech, in_writing, is_copied
from newslint.text.vocabulary import (
    ADJECTIVAL,
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    NUMBERS,
    PARTICLES,
    PREPOSITIONS,
    VERBS,
)
from newslint.text.web_words import written
from newslint.text.words import words

# Closed words that mean something else than their open form, or play another part in the sentence.
CLOSED_APART = frozenset(
    "anytime anyway anymore everyday everyone someday sometime longtime maybe already altogether today hardline frontline "
    "firsthand secondhand overall overnight overtime underground upstairs downstairs downtown midnight blackboard greenhouse "
    "another nobody meanwhile worthwhile workout highlight blackout airtime fulltime parttime halftime primetime realtime "
    "bigtime goodwill mainstream commonsense blindside backroom cannot therein wherein hotdog blackbird bluebird".split()
)
# Words that the hyphen makes another word of: to re-sign a contract, to resign from a post.
_HYPHEN_APART = frozenset(
    "resign recreation recreate recover reform resent represent recall recount reserve resort restore retreat react remark "
    "relay resolve release research redress reproduce recollect repress refuse refund repose prove coop unionized sofa".split()
)
# With a verb before them they make a noun in one word: to trade off, a tradeoff.
PHRASAL = frozenset("up down out off over back away through".split())
# Prefixes that are no words: with a space behind them they are always a slip.
NEVER_ALONE = frozenset("e re co non multi semi inter bi micro geo socio mis dis anti pro pre mid ultra".split())
# What every style book hyphens before a noun.
BEFORE_A_NOUN = frozenset(
    "so-called long-term short-term mid-term long-running long-standing long-time far-right far-left far-reaching right-wing "
    "left-wing high-profile high-level high-ranking high-speed high-tech high-quality low-income low-cost low-level full-time "
    "part-time first-time last-minute real-time large-scale small-scale full-scale top-level world-class middle-class "
    "working-class well-known well-established same-sex third-party old-fashioned life-threatening state-owned".split()
)
# Participles that a noun before them joins by a hyphen, whatever they describe: state-owned, Lunn-based.
LED_BY_A_NOUN = tuple(
    "-based -born -owned -led -run -backed -controlled -branded -inspired -funded -held -built -made -occupied -dominated "
    "-sponsored -educated -trained -registered -listed -imposed -friendly -wide".split()
)
# What stands between one of several attributes and the noun of all of them.
_COORDINATE = compiled(r"(?:,|,? and|,? or) [\w’'-]+ (?P<noun>[a-z][\w’'-]*)")


def is_apart_hyphened(key: str) -> bool:
    """Whether the hyphen makes another word of it, in any of its forms: re-covered, recovered."""
    return any(
        key.removesuffix(ending) in _HYPHEN_APART or key.removesuffix(ending) + "e" in _HYPHEN_APART
        for ending in ("ed", "ing", "d", "ation", "ion")
    )


_NOUN_LEADS = DETERMINERS | frozenset(
    "first second third last new big major recent complete total hostile final quick possible massive huge sharp long late "
    "early full another's federal latest so-called".split()
)
_POSSESSIVE = ("'s", "’s")
# So far before its “to” a “from” stands.
_RANGE = 6
_CLEAR = 0.75


class Conflict(Row):
    """Uses that should have one form and have two."""

    usual: list[Use]
    rare: list[Use]
    confidence: float
    minor: bool = False


def spoken_conflict(document: Document, key: str, uses: tuple[Use, ...]) -> Conflict | None:
    """A conflict between two quotations, which the writer of the story has set alike or not."""
    conflict = conflict_of(document, key, [use for use in uses if not use.own])
    if conflict is not None:
        copied = is_copied(document, (use.span for use in (*conflict.usual, *conflict.rare)))
        return conflict._replace(confidence=0.6, minor=copied) if conflict.confidence >= _CLEAR else None
    # Nobody speaks a hyphen, but a quotation may be of something written.
    spoken = [use for use in uses if use.own or in_speech(document, use.span.start)]
    conflict = conflict_of(document, key, spoken if key in one_word() else [use for use in spoken if use.form != OPEN])
    if conflict is not None:
        return conflict._replace(confidence=0.6)
    # What was copied from a document has the document's hyphens.
    set_here = [use for use in uses if use.form != OPEN and (use.own or not in_writing(document, use.span.start))]
    conflict = conflict_of(document, key, set_here)
    return conflict._replace(confidence=0.6, minor=is_word(key)) if conflict is not None else None


def conflict_of(document: Document, key: str, uses: list[Use]) -> Conflict | None:
    """The clearest of the conflicts between two forms of one compound."""
    uses = [
        use for use in uses if use.form != OPEN or not (_is_begun_before(document, use) or _is_measured(document, use))
    ]
    closed, hyphened, opened = ([use for use in uses if use.form == form] for form in (CLOSED, HYPHENED, OPEN))
    if key in one_word() and closed:
        return _weighed(uses, 0.9)
    found = None
    if closed and hyphened and not is_apart_hyphened(key):
        found = _weighed([*closed, *hyphened], 0.9)
    if found is None and len(hyphened) > 1:
        found = _one_hyphen_less(document, hyphened)
    if found is None and closed and opened and key not in CLOSED_APART:
        found = _closed_and_open(document, closed, opened)
    if found is None and hyphened and opened:
        found = _hyphened_and_open(document, hyphened, opened)
    return found


def _is_begun_before(document: Document, use: Use) -> bool:
    """Whether the first word goes with the one before, as those show who write the two as one: a high school teacher."""
    texts = words(document).texts
    before, first = _before(document, use), texts[use.first].lower()
    plain = before not in FUNCTION and texts[use.first - 1] == before and is_word(before) and is_word(first)
    return plain and min(len(before), len(first)) > 2 and written(before + first) > 0


def _is_measured(document: Document, use: Use) -> bool:
    """Whether the first word is a measure, and what looks like the second goes with the next: the 200m in 21.09sec."""
    first, _, second = document[use.span].lower().partition(" ")
    return first[:1].isdigit() and second in PREPOSITIONS


def _one_hyphen_less(document: Document, hyphened: list[Use]) -> Conflict | None:
    """Uses that lost one of several hyphens, beside those that have them all: a 42-yearold, a 49-year-old."""
    most = max(document[use.span].count("-") for use in hyphened)
    fewer = [use for use in hyphened if document[use.span].count("-") < most]
    whole = [use for use in hyphened if document[use.span].count("-") == most]
    return Conflict(whole, fewer, 0.85) if fewer and most > 1 else None


def _weighed(uses: list[Use], confidence: float) -> Conflict | None:
    """The form that most uses have against the next, or None where all agree."""
    forms: dict[str, list[Use]] = {}
    for use in uses:
        forms.setdefault(use.form, []).append(use)
    if len(forms) < 2:
        return None
    usual, rare, *_ = sorted(forms.values(), key=lambda group: (-len(group), group[0].span))
    return Conflict(usual, rare, confidence)


def _closed_and_open(document: Document, closed: list[Use], opened: list[Use]) -> Conflict | None:
    first, last = (words(document).texts[index].lower() for index in (opened[0].first, opened[0].last))
    if last in PARTICLES:
        # to shut down, a shutdown: only the noun can be a fault
        nouns = [use for use in opened if _before(document, use) in _NOUN_LEADS]
        return _weighed([*closed, *nouns], 0.7)
    split = _split_prefixes(document, opened)
    if split:
        return Conflict(closed, split, 0.85)
    if first in FUNCTION or len(last) < 3:
        return None
    if not any(_is_plural(document, use) for use in closed):
        opened = [use for use in opened if not _ends_in_verb(document, use)]
    return _same_part(document, [*closed, *opened], {ATTRIBUTE: 0.75, FREE: 0.75})


def _ends_in_verb(document: Document, use: Use) -> bool:
    """Whether the second word may be what the first does: at sunset the sun sets."""
    last = words(document).texts[use.last].lower()
    return last in VERBS and last.endswith("s")


def _split_prefixes(document: Document, opened: list[Use]) -> list[Use]:
    """The uses that part a prefix from its word by a space: e mail, re election."""
    return [use for use in opened if document[use.span].lower().partition(" ")[0] in NEVER_ALONE]


def _half_hyphened(opened: list[Use], document: Document) -> list[Use]:
    """His 14-year old daughter: a hyphen that stops half-way."""
    return [use for use in opened if "-" in document[use.span] and document[use.span][0].isdigit()]


def _hyphened_and_open(document: Document, hyphened: list[Use], opened: list[Use]) -> Conflict | None:
    split = _split_prefixes(document, opened)
    if split:
        return Conflict(hyphened, split, 0.85)
    opened = [use for use in opened if _is_compound(document, use)]
    if all(_is_money(document, use) for use in hyphened):
        opened = [
            use for use in opened if _is_money(document, use)
        ]  # a house may write $3-million, and 3 million shares
    if not all(_is_plural(document, use) for use in hyphened):
        listed = any(
            document.text.startswith(",", use.span.end) for use in hyphened
        )  # high-yield, risky bonds; high yields
        opened = [use for use in opened if not (_counted(document, use) or (listed and _is_plural(document, use)))]
    if not any(_is_plural(document, use) for use in hyphened):
        opened = [use for use in opened if not (_is_plural(document, use) and _part(document, use) == ATTRIBUTE)]
    followers = {_noun(document, use) for use in hyphened} & {_noun(document, use) for use in opened} - {""}
    same = [use for use in (*hyphened, *opened) if _noun(document, use) in followers]
    if any(_part(document, use) == ATTRIBUTE for use in same):
        return _weighed(same, 0.85)
    half = _half_hyphened(opened, document)
    if half:
        return Conflict(hyphened, half, 0.75)
    conflict = _same_part(document, [*hyphened, *opened], {ATTRIBUTE: 0.6, FREE: 0.7, VERB: 0.7, PREDICATE: 0.6})
    form = document[hyphened[0].span].lower()
    known = form in BEFORE_A_NOUN or form.endswith(LED_BY_A_NOUN)
    if conflict is None or conflict.confidence >= _CLEAR - 0.1 or len(conflict.usual) > 1:
        return conflict
    if not known:
        return conflict._replace(minor=True)  # once each, before different nouns: a matter of taste
    right, wrong = sorted((conflict.usual, conflict.rare), key=lambda uses: uses[0].form != HYPHENED)
    return conflict._replace(usual=right, rare=wrong)


def _is_compound(document: Document, use: Use) -> bool:
    """Whether the two words make one thing, and aren't a verb with its particle (has come back), a denial or what says how or where.

    An in-person vote is cast in person, the have-nots have not got one, and a has-many rule says who has many sons.
    """
    texts = words(document).texts
    first, last = texts[use.first].lower(), texts[use.last].lower()
    if first in AUXILIARIES and _before(document, use) not in _NOUN_LEADS:
        return False
    if _part(document, use) in (FREE, PREDICATE):
        if last in PARTICLES:
            return _before(document, use) in _NOUN_LEADS
        if first in (PREPOSITIONS | AUXILIARIES) - ADJECTIVAL:
            return False
    return first != "not"


def _is_plural(document: Document, use: Use) -> bool:
    return document[use.span].endswith("s")


def _is_money(document: Document, use: Use) -> bool:
    return category(document.text[use.span.start - 1]) == "Sc"


def _counted(document: Document, use: Use) -> bool:
    """Whether it's a number with its noun in the plural: ten years, beside a ten-year plan."""
    texts = words(document).texts
    number = texts[use.first].lower()
    return (number[0].isdigit() or number in NUMBERS) and _is_plural(document, use)


def _same_part(document: Document, uses: list[Use], confidence: dict[str, float]) -> Conflict | None:
    parts: dict[str, list[Use]] = {}
    for use in uses:
        parts.setdefault(_part(document, use), []).append(use)
    found = (_weighed(parts[part], sure) for part, sure in confidence.items() if part in parts)
    return next((conflict for conflict in found if conflict is not None), None)


def _noun(document: Document, use: Use) -> str:
    """The word behind in the singular, where it isn't the use's own: long-term plans."""
    after = _after(document, use)
    return "" if not after or document[use.span].endswith(_POSSESSIVE) else key_of(after)


def _part(document: Document, use: Use) -> str:
    """The part that a use plays; "" where nobody can tell whether it's an attribute with another one."""
    if document[use.span].endswith(_POSSESSIVE):
        return FREE
    if use.form == HYPHENED and _is_coordinate(document.text, use.span.end):
        return ""
    before = _before(document, use)
    if before == "to" and _ends_a_range(document, use):
        before = ""  # and no verb: from scrap metal to high tech
    return part_played(before, _after(document, use), use.form == HYPHENED)


def _ends_a_range(document: Document, use: Use) -> bool:
    """Whether the “to” before it goes with a “from”."""
    listed = words(document)
    to = use.first - 1
    near = range(to - 1, max(-1, to - 1 - _RANGE), -1)
    return any(listed.texts[index].lower() == "from" for index in near)


def _is_coordinate(text: str, end: int) -> bool:
    """Whether another attribute and their noun follow: “high-density, high-rise flats”, “money-laundering and fraud charges”."""
    following = _COORDINATE.match(text, end)
    return following is not None and may_be_noun(following["noun"])


def _before(document: Document, use: Use) -> str:
    """The word before, in lower case; "" where more than a space parts it from the compound."""
    texts, starts = words(document)
    index, at = use.first - 1, use.span.start
    if at - starts[index] - len(texts[index]) != 1 or document.text[at - 1] not in " \u00a0":
        return ""  # US$48 million
    return texts[index].lower()


def _after(document: Document, use: Use) -> str:
    """The word behind, in lower case; "" where more than a space parts it from the compound."""
    texts, starts = words(document)
    index = use.last + 1
    if index >= len(texts) or starts[index] - use.span.end != 1 or document.text[use.span.end] not in " \u00a0":
        return ""
    return texts[index].lower()
