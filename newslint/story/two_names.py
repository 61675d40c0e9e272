"""Two names: what shows of two that differ in one word that nobody meant one by them, so that no sign need be weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, product

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.contrast import told_apart
from newslint.story.generic_words import BODY, PLACE, classes, sides, sort_of
from newslint.story.offices import FIELDS
from newslint.story.references import references_within
from newslint.story.windows import Likeness, Use
from newslint.text.lexicon import folded
from newslint.text.prefilter import places_of
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import CALENDAR

_LOOKED_AT = 8  # places of each name
# Those of whom the copy speaks as a group, by their party or place: Labour MPs.
_OFFICES = frozenset(FIELDS["state"].split())
# The houses of parliaments, each of which has a committee for everything.
_CHAMBERS = frozenset("house senate assembly commons lords".split())
_COMMITTEES = frozenset("committee subcommittee panel caucus".split())
# Of these services a town has each, with one word for what they are: Police Department, Fire Department.
_SERVICES = frozenset("police fire ambulance".split())
# Of these a place has several, one above the other: Town Council, County Council.
_TIERS = frozenset(
    "town city county state federal national provincial regional parish village borough district shire".split()
)
# Whose address it is that follows, on the same line or the next: who signs a letter.
_HOST = compiled(r"\b([A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*)*)(?: \([^()\n]{1,12}\))?(?:, |\n)\Z")
# Somebody of the body: Ann Lunn, 41, a clerk at the Weir Trust; Ann Lunn, who leads the Weir Trust; Ann Lunn of the Weir Trust.
_BELONGS = compiled(
    r"(?:[,(][^.;:“”\"]{0,90})?[ ,](?:of|at|for|with|from|chairs|heads|runs|leads|founded|joined|owns) (?:the )?"
)
# What has a plural because two names share it: the Commonwealth and Superior Courts.
_SHARED = compiled(r"\b[A-Z]\w+ (?:and|&) (?:the )?\Z")


def are_two(document: Document, likeness: Likeness) -> bool:
    """Whether the names differ in more than the one word; all that bear one of them are persons, who are told by their own signs;
    both stand in tables alone; they share but a month or a day; they're groups of people, committees of one house, services or tiers of one town;
    each is the address of something else, or the body of somebody else; or the copy says that it's not the one but the other.
    """
    suspects, others = uses = (likeness.suspects, likeness.others)
    if (
        _differ_elsewhere(suspects[0], others[0])
        or _is_cut_from(likeness)
        or _are_named_side_by_side(document, likeness)
    ):
        return True
    if any(all(use.person for use in each) for each in uses):
        return True
    if all(use.run.role is Role.TABLE_CELL for each in uses for use in each) or _are_labels(document, likeness):
        return True
    if all(use.run.titled and use.run.quoted for each in uses for use in each):
        return True  # of what is quoted in lines that have capitals everywhere nothing shows that it's a title
    if _share_a_time(likeness) or any(sort.issuperset(likeness.words) for sort in (_SERVICES, _TIERS)):
        return True
    if _are_offices(likeness) or _are_committees(likeness) or _is_plural_of_two(document, likeness):
        return True
    if _are_addresses_of_two(document, likeness) or _are_of_two_people(document, likeness) or _begins_inside(likeness):
        return True
    first = ([use.span for use in each[:_LOOKED_AT]] for each in uses)
    alone = (_places_of_word(document, each[0], likeness.at) for each in uses)
    return any(told_apart(document, *both) for both in chain(product(*first), product(*alone)))


def _places_of_word(document: Document, use: Use, at: int) -> Sequence[Span]:
    """Where the word in question first stands, in whatever names."""
    word = use.run.words[use.first + at]
    text = document.text[word.start : word.end]
    return [Span(start, start + len(text)) for start in islice(places_of(document.text, text), _LOOKED_AT)]


def _differ_elsewhere(one: Use, other: Use) -> bool:
    """Whether the words of the two are joined otherwise (Fruman and Parnas, Lev Parnas), or others of the names beside them."""
    beside = zip(one.beside(), other.beside(), strict=True)
    return one.joints != other.joints or any(a and b and a != b for a, b in beside)


def _is_cut_from(likeness: Likeness) -> bool:
    """Whether one is the other without the word in question: the Tide Museum, the Tide Memorial Museum."""
    one, other = likeness.words
    return _goes_on_with(likeness.others, one) or _goes_on_with(likeness.suspects, other)


def _are_addresses_of_two(document: Document, likeness: Likeness) -> bool:
    """Whether each always stands behind a name whose address it is, and not the same: the Rex, Mill Street; the Regal, Mill Road."""
    hosts = [{_host(document, use) for use in uses[:_LOOKED_AT]} for uses in (likeness.suspects, likeness.others)]
    return "" not in hosts[0] | hosts[1] and hosts[0].isdisjoint(hosts[1])


def _host(document: Document, use: Use) -> str:
    """The last words of the name that a comma parts from this one; "" for none, and for a day or a month."""
    start = use.span.start
    match = _HOST.search(document.text, max(0, start - 60), start)
    return match[1] if match and match[1].rsplit(" ", 1)[-1].lower() not in CALENDAR else ""


def _are_of_two_people(document: Document, likeness: Likeness) -> bool:
    """Whether the copy introduces somebody of the one body and somebody else of the other, and nobody of both."""
    members = [
        {each for use in uses[:_LOOKED_AT] for each in _members(document, use)}
        for uses in (likeness.suspects, likeness.others)
    ]
    return all(members) and members[0].isdisjoint(members[1])


def _members(document: Document, use: Use) -> Iterator[str]:
    """The surnames of those whose full names stand before the body's in its sentence, as of somebody of that."""
    sentence = sentence_at(document, use.span.start)
    if sentence and sort_of(classes(use.run.words[use.behind - 1].text)) == BODY:
        for each in references_within(document, sentence.span):
            if each.full and _BELONGS.fullmatch(document.text, each.name.end, use.span.start):
                yield folded(each.surname)


def _begins_inside(likeness: Likeness) -> bool:
    """Whether the first word of but one says what the place is whose name stands before it: Mill [Road School], and the Rex School."""
    both = zip(likeness.words, (likeness.suspects, likeness.others), strict=True)
    inside = [
        sort_of(classes(word)) == PLACE and all(use.first and not use.whole for use in uses) for word, uses in both
    ]
    return likeness.at == 0 and inside[0] != inside[1]


def _are_named_side_by_side(document: Document, likeness: Likeness) -> bool:
    """Whether the words are opposites, and one sentence has both before the next word of the names: North Fen Trust has passed South Fen."""
    one, other = likeness.words
    if not sides(one) & sides(other):
        return False
    spans = (uses[0].span for uses in (likeness.suspects, likeness.others))
    short = (" ".join(document[span].split()[likeness.at : likeness.at + 2]) for span in spans)
    first, second = (
        {sentence_at(document, at) for at in places_of(document.text, name)} - {None} if " " in name else set()
        for name in short
    )
    return not first.isdisjoint(second)


def _goes_on_with(uses: Sequence[Use], word: str) -> bool:
    return all(use.beside()[1][:1] == [word] for use in uses)


def _are_labels(document: Document, likeness: Likeness) -> bool:
    """Whether each is always a line of its own, as crossheads are."""
    return all(_is_a_line(document, use) for each in (likeness.suspects, likeness.others) for use in each)


def _is_a_line(document: Document, use: Use) -> bool:
    block = document.block_at(use.span.start)
    return block is not None and document.text[block.start : block.end].strip(" .:*#") == document[use.span]


def _share_a_time(likeness: Likeness) -> bool:
    """Whether all that is the same says when, behind a place: Bexhill in April, Bolton in April."""
    rest = {word for at, word in enumerate(likeness.suspect) if at != likeness.at}
    return CALENDAR.issuperset(rest) and "in" in likeness.suspects[0].joints


def _are_offices(likeness: Likeness) -> bool:
    """Whether the last word is that of several who hold an office: Labour MPs, Opposition MPs."""
    last = likeness.suspect[-1]
    return last.endswith("s") and last[:-1] in _OFFICES and likeness.at < len(likeness.suspect) - 1


def _are_committees(likeness: Likeness) -> bool:
    """Whether both are committees of one house, for two things, or of two houses."""
    words = likeness.suspect
    if words[-1] not in _COMMITTEES or likeness.at == len(words) - 1:
        return False
    return words[0] in _CHAMBERS if likeness.at else _CHAMBERS.issuperset(likeness.words)


def _is_plural_of_two(document: Document, likeness: Likeness) -> bool:
    """Whether the word in question has its s because two share it: the Commonwealth and Superior Courts."""
    one, other = likeness.words
    if one.rstrip("s") != other.rstrip("s"):
        return False
    plural = likeness.suspects if len(one) > len(other) else likeness.others
    starts = (use.span.start for use in plural)
    return all(_SHARED.search(document.text, max(0, start - 40), start) for start in starts)
