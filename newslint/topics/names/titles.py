"""Titles: pairs of posts of one person, with the signs that they can't both be right."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.families import RELATIVES, is_no_relation
from newslint.story.held_posts import held
from newslint.story.offices import plain_word
from newslint.story.people import Person
from newslint.story.posts import Post
from newslint.story.same import Pair
from newslint.text.lexicon import folded
from newslint.text.sentences import sentence_at
from newslint.topics.names.described_titles import described_pairs
from newslint.topics.names.one_post import is_as_high, is_held_besides, says_more
from newslint.topics.names.two_posts import go_together, pair_of, signs_of

# More posts than these are the life of a celebrity, and hold no contradiction.
_MOST = 8
_TWO = 2
# Posts of which one person may have several, each for something else.
_VAGUE = frozenset("head leader member officer".split())
# “Ms Moor, who is a cousin of the chief planner”, “Ann Moor, who is the captain's aunt”
_KIN_OF = compiled(
    rf"\b{RELATIVES} (?:of|to) (?:the|his|her|its|their) (?P<whom>(?:[a-z-]+ ?){{1,4}})|\b(?P<whose>[a-z-]+)['’]s (?:[a-z]+ )?{RELATIVES}\b"
)


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
                if one.holder == other.holder:
                    continue  # “the chairman and chief executive”
                if says_more(one, other) or is_as_high(one, other) or go_together(one, other):
                    continue
                if any(is_held_besides(document, post) for post in (one, other)) or _may_be_two(document, one, other):
                    continue
                signs = signs_of(document, one, other, posts)
                signs["somebody else bears the surname"] = float(surnames[folded(person.surname)] > 1)
                found.append(pair_of(one, other, signs))
    found.extend(described_pairs(document, everyone))
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
    """Whether one is by the surname alone, and the other one's holder is said to be no relation of a namesake, or one is the other's relative."""
    holders = [post.holder for post in (one, other) if post.holder]
    alone = any(not holder.full for holder in holders)
    apart = alone and any(is_no_relation(document, holder.name) for holder in holders)
    return apart or _is_kin_of(document, one, other) or _is_kin_of(document, other, one)


def _is_kin_of(document: Document, one: Post, other: Post) -> bool:
    """Whether the sentence says, behind the name, that the holder of one post is a relative of whoever holds the other."""
    sentence = sentence_at(document, one.holder.name.start) if one.holder else None
    if one.holder is None or sentence is None:
        return False
    told = _KIN_OF.finditer(document.text, one.holder.name.end, sentence.end)
    return any(plain_word(word) == other.head for kin in told for word in (kin["whom"] or kin["whose"]).split())


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
