"""Holders: two people who each have the one post of its kind: “the deputy mayor, Ann Moor” and “the deputy mayor, Tom Hill”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.held_posts import held
from newslint.story.people import Person
from newslint.story.posts import Post
from newslint.text.lexicon import folded
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import wordlist

# Posts of which a body has but one; and those of which it has one of each sort, which the words before say: the finance director.
_ONE = wordlist("president chair mayor treasurer governor premier chancellor provost sheriff coroner speaker curator")
_ONE_OF_A_SORT = wordlist(
    "executive leader officer director secretary minister commissioner superintendent editor manager"
)
# What says no more than whose post it is.
_BODIES = wordlist("club company group council society association union trust charity board committee")
_THE = compiled(r"\b[Tt]he \Z")
# One has it after the other.
_AFTER = compiled(
    r"\b(?:succe\w+|replac\w+|tak(?:e|es|en|ing) over|took over|hand(?:s|ed|ing)? over|predecessor|appoint\w+|elect(?:s|ed)?|both)\b"
)


def two_holders(document: Document) -> Iterator[tuple[Span, Span]]:
    """The later of two people with one post, and the earlier: each place is that of the post and the name."""
    by_post: dict[tuple[str, tuple[str, ...]], list[tuple[Person, Post]]] = defaultdict(list)
    for person, posts in held(document):
        for post in posts:
            own = tuple(word for word in post.modifiers if word not in _BODIES)
            if _is_the_one(document, post, own):
                by_post[post.head, own].append((person, post))
    for holders in by_post.values():
        first = {folded(person.surname): post for person, post in reversed(holders)}
        for one, other in combinations(sorted(first.values(), key=_place), 2):
            if one.place != other.place and len(first) == 2 and not _are_in_turn(document, one, other):
                yield _with_holder(other), _with_holder(one)


def _is_the_one(document: Document, post: Post, own: tuple[str, ...]) -> bool:
    """Whether a post beside a name is that of the one body which the copy speaks of: “the chairman”, “club president”."""
    if post.past or post.former or post.domain or post.holder is None or post.form not in ("before", "behind"):
        return False
    if not (post.head in _ONE or (post.head in _ONE_OF_A_SORT and own)):
        return False
    if document.text.startswith(" and ", post.place.end):
        return False  # “the president and chief executive of Ayle Mills”
    of_the_body = post.form == "before" and own != post.modifiers
    return of_the_body or _THE.search(document.text, max(0, post.place.start - 5), post.place.start) is not None


def _are_in_turn(document: Document, one: Post, other: Post) -> bool:
    """Whether a sentence of one says that somebody takes the post from another."""
    told = [sentence_at(document, post.place.start) for post in (one, other)]
    return any(sentence is not None and _AFTER.search(document.text, *sentence) for sentence in told)


def _place(post: Post) -> Span:
    return post.place


def _with_holder(post: Post) -> Span:
    name = post.holder.name if post.holder else post.place
    return Span(min(post.place.start, name.start), max(post.place.end, name.end))
