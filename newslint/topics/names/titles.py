"""Titles: pairs of posts of one person, with the signs that they can't both be right."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import DISPLAY, Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.families import is_no_relation
from newslint.story.offices import HEADS, LEVELS, RANKED
from newslint.story.people import Person
from newslint.story.posts import Post, described, held
from newslint.story.same import Pair, measured
from newslint.text.lexicon import folded
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.topics.names.one_post import is_as_high, is_held_besides, says_more

# More posts than these are the life of a celebrity, and hold no contradiction.
_MOST = 8
_TWO = 2
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
_BELOW = frozenset("deputy depute vice under assistant".split())
# The two benches of a court.
_BENCHES = frozenset(["judge", "magistrate"])
# Chiefs of a force, which has other ranks for the rest.
_FORCES = frozenset("police fire battalion division".split())
_RANKS = frozenset("captain lieutenant sergeant constable".split())
# Posts of which one person may have several, each for something else.
_VAGUE = frozenset("head leader member officer".split())
_ALSO = compiled(r"(?i)\b(?:also|both|as well as|who doubles|part-time|double|twin roles?|and)\b")


@analysis
def title_pairs(document: Document) -> tuple[Pair, ...]:
    """Each two posts that differ, of one person or of somebody who is told by the post alone; the later place is suspected."""
    found: list[Pair] = []
    everyone = _shared_out(document)
    surnames = Counter(folded(person.surname) for person, _ in everyone)
    for person, posts in everyone:
        distinct = _distinct(posts)
        if 1 < len(distinct) <= _MOST:
            for one, other in combinations(distinct, 2):
                if says_more(one, other) or is_as_high(one, other) or _go_together(one, other):
                    continue
                if any(is_held_besides(document, post) for post in (one, other)) or _may_be_two(document, one, other):
                    continue
                signs = _signs(document, one, other, posts)
                signs["somebody else bears the surname"] = float(surnames[folded(person.surname)] > 1)
                found.append(_pair(one, other, signs))
    found.extend(_descriptions(document, everyone))
    return tuple(found)


def _shared_out(document: Document) -> tuple[tuple[Person, tuple[Post, ...]], ...]:
    """Everyone with their posts. One before a surname alone is the namesake's who has such a post by the full name: PC Moor."""
    namesakes: dict[str, list[tuple[Person, tuple[Post, ...]]]] = defaultdict(list)
    for person, posts in held(document):
        namesakes[folded(person.surname)].append((person, posts))
    own: dict[Person, list[Post]] = {person: [] for person, _ in held(document)}
    for group in namesakes.values():
        for person, posts in group:
            for post in posts:
                own[_owner(person, post, group)].append(post)
    return tuple((person, tuple(posts)) for person, posts in own.items() if posts)


def _owner(person: Person, post: Post, group: list[tuple[Person, tuple[Post, ...]]]) -> Person:
    """Who of a group of namesakes has a post that the copy gives to a person by the place where it stands."""
    if len(group) < _TWO or post.holder is None or post.holder.full:
        return person
    such = [each for each, posts in group if any(own.head == post.head and _is_by_full_name(own) for own in posts)]
    return such[0] if len(such) == 1 else person


def _may_be_two(document: Document, one: Post, other: Post) -> bool:
    """Whether one is by the surname alone, and the other one's holder is said to be no relation of a namesake."""
    holders = [post.holder for post in (one, other) if post.holder]
    alone = any(not holder.full for holder in holders)
    return alone and any(is_no_relation(document, holder.name) for holder in holders)


def _is_by_full_name(post: Post) -> bool:
    return post.holder is not None and post.holder.full


def _distinct(posts: tuple[Post, ...]) -> list[Post]:
    """The first place of each post."""
    first: dict[tuple[str, tuple[str, ...], str], Post] = {}
    for post in posts:
        if post.former:
            continue
        first.setdefault((post.head, post.modifiers, post.domain if post.head in _VAGUE else ""), post)
    return list(first.values())


def _go_together(one: Post, other: Post) -> bool:
    heads = {one.head, other.head}
    if len(heads) == 1 or _are_two_of_a_committee(one, other):
        return False
    vague = any(post.head == "chief" and not post.modifiers for post in (one, other))
    return vague or heads <= _TOGETHER or (_keeps_the_money(one) and _keeps_the_money(other))


def _keeps_the_money(post: Post) -> bool:
    return post.head == "treasurer" or not {"financial", "finance"}.isdisjoint(post.modifiers)


def _pair(one: Post, other: Post, signs: dict[str, float]) -> Pair:
    suspect, right = (other, one) if other.place > one.place else (one, other)
    also = tuple(post.holder.name for post in (suspect, right) if post.holder)
    return Pair("title", suspect.place, right.place, measured(signs), also)


def _signs(document: Document, one: Post, other: Post, posts: tuple[Post, ...]) -> dict[str, float]:
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
            not same and not (excludes and _are_chair_and_staff(one, other)) and _is_besides(one.head, other.head)
        ),
    }


def _is_deputy(one: set[str], other: set[str]) -> bool:
    """Whether the words of a post say that it's below one with the other words: the deputy mayor, the mayor."""
    return bool(one & _BELOW) and not other & LEVELS and one - LEVELS >= other


def _are_two_of_a_committee(one: Post, other: Post) -> bool:
    """Whether one presides and the other keeps the books or runs the house, of no other body: the chair, the chief executive."""
    heads = {one.head, other.head}
    plain = _RUNS.issuperset((*one.modifiers, *other.modifiers))
    plain = plain and (one.domain == other.domain or not (one.domain and other.domain))
    return plain and bool((heads & _PRESIDING and heads & _KEEPING) or _are_chair_and_staff(one, other))


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


def _descriptions(document: Document, everyone: tuple[tuple[Person, tuple[Post, ...]], ...]) -> Iterator[Pair]:
    """“The senior coroner” behind “Ann Lunn, the assistant coroner”: the last one before who has a post with that word."""
    had = {(post.head, post.modifiers) for _, posts in everyone for post in posts}
    by_head: dict[str, list[tuple[int, Post, Person]]] = defaultdict(list)
    for person, posts in everyone:
        for post in posts:
            by_head[post.head].append((post.place.start, post, person))
    for rows in by_head.values():
        rows.sort(key=lambda row: row[0])
    alone = Counter((post.head, post.modifiers) for post in described(document))
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for post in described(document):
        rows = by_head.get(post.head, [])
        number = bisect_left(rows, post.place.start, key=lambda row: row[0])
        key = (post.head, post.modifiers)
        if not number or key in seen or key in had:
            continue
        seen.add(key)
        known = rows[number - 1][1]
        own = set(post.modifiers)
        if not own or not known.modifiers or own <= set(known.modifiers) or (own & _BELOW) - set(known.modifiers):
            continue  # “the assistant chief constable” is somebody else
        if "state" in HEADS[post.head] and (own ^ set(known.modifiers)) - LEVELS:
            continue  # readers know the foreign minister unnamed
        signs = _signs(document, known, post, (known, post))
        signs |= {
            "one is told by the post alone": 1.0,
            "several people have such a post": float(len({row[2].surname for row in rows}) > 1),
            "told by the post alone more than once": float(alone[key] > 1),
        }
        yield _pair(known, post, signs)
