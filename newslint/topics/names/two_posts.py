"""Two posts: how two that somebody is given differ, and where they stand; whether nobody holds both, or many do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from newslint.document import DISPLAY, Document
from newslint.startup.expressions import compiled
from newslint.story.offices import LEVELS, RANKED
from newslint.story.posts import Post
from newslint.story.same import Pair, measured
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import CALENDAR, wordlist

# What somebody is besides another post, and what says no more of it than that.
_BESIDES = frozenset(
    "boss head president founder owner partner author student publisher trustee editor chair spokesman star chief".split()
)
# Posts of a house that one person may well have together: a founder is its chairman, its president its chief executive.
_TOGETHER = _BESIDES | {"executive", "treasurer"}
_CHAMBERS = frozenset("senator representative mp councillor".split())
_LEGISLATORS = _CHAMBERS | {"member"}
# Posts of which each has its own domain, told before it: the health minister, the foreign secretary.
_PORTFOLIO = frozenset(["minister", "secretary"])
# Who presides over a body doesn't keep its books or its minutes.
_PRESIDING, _KEEPING = frozenset(["president", "chair", "captain"]), frozenset(["secretary", "treasurer"])
# Nor does who chairs its board run it, though many a president does.
_RUNNING = frozenset("officer superintendent manager attorney".split())
_RUNS = frozenset(
    "chief non executive financial finance operating general county city town managing senior independent".split()
)
# Directors who run a house, or sit on its board to watch who presides over it.
_DIRECTING = frozenset(["managing", "independent"])
# Whoever is one of these to the holder of a post isn't that holder.
BELOW = frozenset("deputy depute vice under assistant".split())
# Who runs one department of a house doesn't run another.
_HEADING = frozenset("director head manager chief".split())
_AT_LARGE = frozenset("executive general managing non independent operating".split())
# Offices of a town or a county, each of which has its own holder.
_LOCAL = wordlist("sheriff clerk treasurer comptroller assessor coroner administrator manager collector chief")
_PLACES = wordlist("county city town village district municipal police")
# Ranks of those who teach or study at a university, of which nobody has two. What else a professor is goes with that.
ACADEMIC = wordlist("professor lecturer student tutor")
# The two benches of a court.
_BENCHES = frozenset(["judge", "magistrate"])
# Chiefs of a force, which has other ranks for the rest.
_FORCES = frozenset("police fire battalion division".split())
_RANKS = frozenset("captain lieutenant sergeant constable".split())
_ALSO = compiled(r"(?i)\b(?:also|both|as well as|who doubles|part-time|double|twin roles?|and)\b")


def go_together(one: Post, other: Post) -> bool:
    """Whether one person of a house may well have both: its founder is its chairman."""
    heads = {one.head, other.head}
    if len(heads) == 1 or _are_two_of_a_committee(one, other):
        return False
    vague = any(post.head == "chief" and not post.modifiers for post in (one, other))
    if "professor" in heads and not heads <= ACADEMIC:
        return True
    return vague or heads <= _TOGETHER or (_keeps_the_money(one) and _keeps_the_money(other))


def _keeps_the_money(post: Post) -> bool:
    return post.head == "treasurer" or not {"financial", "finance"}.isdisjoint(post.modifiers)


def pair_of(one: Post, other: Post, signs: dict[str, float]) -> Pair:
    """The pair of two posts; the later one is suspected."""
    suspect, right = (other, one) if other.place > one.place else (one, other)
    also = tuple(post.holder.name for post in (suspect, right) if post.holder)
    return Pair("title", suspect.place, right.place, measured(signs), also)


def signs_of(document: Document, one: Post, other: Post, posts: tuple[Post, ...]) -> dict[str, float]:
    """What speaks for a slip or for two posts of one person: how the posts differ, who holds them, where they stand."""
    return _relation(one, other) | _held(one, other, posts) | _places(document, one, other)


def _held(one: Post, other: Post, posts: tuple[Post, ...]) -> dict[str, float]:
    """How the copy gives the person the two posts."""
    counts = Counter((post.head, post.modifiers) for post in posts)
    both = counts[one.head, one.modifiers], counts[other.head, other.modifiers]
    forms = {one.form, other.form}
    later = max(one, other, key=lambda post: post.place)
    return {
        "one is of another time": float(one.past or other.past),
        "both are one of a kind": float(one.definite and other.definite),
        "one is one of many": float(not one.definite or not other.definite),
        "both stand before the name": float(forms == {"before"}),
        "one stands behind the name": float("behind" in forms),
        "one is held as something": float("one is held as something" in forms),
        "one is told more than once": float(max(both) > 1),
        "introduced again in full": float(later.holder is not None and later.holder.full),
    }


def _places(document: Document, one: Post, other: Post) -> dict[str, float]:
    """Where the two posts stand, and what stands between them."""
    text = document.text
    first, second = sorted((one.place, other.place))
    between = text[first.end : second.start]
    together = sentence_at(document, first.start) == sentence_at(document, second.start)
    blocks = [document.block_at(place.start) for place in (first, second)]
    return {
        "both in one sentence": float(together),
        "side by side": float(len(between) < 3),
        "joined by and or also": float(together and _ALSO.search(between) is not None),
        "one is in a quotation": float(any(in_quotation(document, place.start) for place in (first, second))),
        "one is in a headline, standfirst or caption": float(
            any(block is not None and block.role in DISPLAY for block in blocks)
        ),
        "in two paragraphs": float("\n" in between),
    }


def _relation(one: Post, other: Post) -> dict[str, float]:
    """How two posts differ: by their levels, by what they're for, by rank, or wholly."""
    a, b = set(one.modifiers), set(other.modifiers)
    same = one.head == other.head
    ranked = bool(one.fields & other.fields & RANKED)
    fields = bool(one.fields & other.fields)
    two_domains = bool(one.domain and other.domain and one.domain != other.domain)
    excludes = (
        (same and one.levels != other.levels and bool(one.levels and other.levels))
        or (same and a == b and two_domains)
        or (same and one.head in _PORTFOLIO and not a & b and bool(a and b))
        or (not same and (ranked or {one.head, other.head} <= _CHAMBERS))
        or _are_two_of_a_committee(one, other)
        or are_two_departments(one, other)
        or _are_two_of_a_place(one, other)
        or (not same and {one.head, other.head} <= ACADEMIC)
        or {one.head, other.head} in ({"prosecuting", "defending"}, _BENCHES)
        or _are_chief_and_rank(one, other)
        or _are_chief_and_rank(other, one)
        or ("chief" in a & b and (not same or (one.head == "officer" and a != b)))
    )
    return {
        "nobody holds both": float(excludes),
        "one is the other’s deputy": float(same and not excludes and _is_deputy(a, b) != _is_deputy(b, a)),
        "posts of two fields": float(not same and not fields and one.form != "side"),
        "one is what somebody is besides another post": float(
            not same
            and not (excludes and (_are_chair_and_staff(one, other) or are_two_departments(one, other)))
            and _is_besides(one.head, other.head)
        ),
    }


def _is_deputy(one: set[str], other: set[str]) -> bool:
    """Whether the words of a post say that it's below one with the other words: the deputy mayor, the mayor."""
    return bool(one & BELOW) and not other & LEVELS and one - LEVELS >= other


def _are_two_of_a_committee(one: Post, other: Post) -> bool:
    """Whether one presides and the other keeps the books or runs the house, of no other body: the chair, the chief executive."""
    heads = {one.head, other.head}
    plain = {*one.modifiers, *other.modifiers} <= _RUNS | BELOW
    plain = plain and (one.domain == other.domain or not (one.domain and other.domain))
    committee = len(heads) > 1 and heads <= _PRESIDING | _KEEPING and bool(heads & _KEEPING)
    return plain and (committee or _are_chair_and_staff(one, other))


def are_two_departments(one: Post, other: Post) -> bool:
    """Whether each heads a department of its own: the head of finance, the director of housing."""
    a, b = _departments(one), _departments(other)
    return {one.head, other.head} <= _HEADING and bool(a and b) and not a & b


def _departments(post: Post) -> Set[str]:
    """The words before a post that say what it's for."""
    words = {*post.modifiers} - LEVELS - _AT_LARGE - CALENDAR
    return {word for word in words if entry(word).word}


def _are_two_of_a_place(one: Post, other: Post) -> bool:
    """Whether both are offices of one town or county: the county clerk, the county treasurer; the sheriff, the police chief."""
    local = all(post.head in _LOCAL and _PLACES.issuperset(post.modifiers) for post in (one, other))
    return local and one.head != other.head and bool(one.modifiers or other.modifiers)


def _are_chair_and_staff(one: Post, other: Post) -> bool:
    heads = {one.head, other.head}
    besides = {*one.modifiers, *other.modifiers}
    runs = ("executive" in heads and "chief" in besides) or ("director" in heads and not _DIRECTING.isdisjoint(besides))
    return "chair" in heads and bool(runs or heads & (_RUNNING | _KEEPING))


def _are_chief_and_rank(chief: Post, other: Post) -> bool:
    """Whether one is the chief of a force and the other has a rank of such: the battalion chief, Capt. Moor."""
    forces = chief.head == "chief" and not _FORCES.isdisjoint(chief.modifiers)
    return forces and other.head in _RANKS


def _is_besides(one: str, other: str) -> bool:
    """Whether one person may well have both: a founder who is the chief executive, a senator who leads the party."""
    return bool({one, other} & _BESIDES) or (one in _LEGISLATORS) != (other in _LEGISLATORS)
