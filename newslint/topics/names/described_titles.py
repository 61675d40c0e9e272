"""Described titles: a post that stands for somebody, “the senior coroner”, against the one that the copy gives them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Document
from newslint.story.antecedents import named_before
from newslint.story.offices import HEADS, LEVELS
from newslint.story.people import Person, people
from newslint.story.posts import Post, described
from newslint.story.same import Pair
from newslint.text.sentences import sentence_at
from newslint.topics.names.two_posts import ACADEMIC, BELOW, are_two_departments, pair_of, signs_of

_Held = Sequence[tuple[Person, tuple[Post, ...]]]
# Whoever of these is told of right behind another is often that one, told in other words.
_HOUSES = frozenset(["firm", "school", "hospital"])
_CLOSED = frozenset("”\"’'")


def described_pairs(document: Document, everyone: _Held) -> Iterator[Pair]:
    """Each post that stands for somebody and that nobody has by name, with the other one of whom it seems to stand for."""
    had = {(post.head, post.modifiers) for _, posts in everyone for post in posts}
    rows = _by_head(everyone)
    alone = Counter((post.head, post.modifiers) for post in described(document))
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for post in described(document):
        key = (post.head, post.modifiers)
        if key in seen or key in had:
            continue
        known = _of_last_such(rows.get(post.head, ()), post)
        other = known or _of_last_named(document, everyone, post) or _of_only_academic(rows, post)
        if other is None or _is_another(other, post):
            continue
        seen.add(key)
        signs = signs_of(document, other, post, (other, post))
        signs |= {
            "one is told by the post alone": 1.0,
            "the copy speaks of them right before": float(known is None),
            "several people have such a post": float(len({surname for _, _, surname in rows.get(post.head, ())}) > 1),
            "told by the post alone more than once": float(alone[key] > 1),
        }
        yield pair_of(other, post, signs)


_Row = tuple[int, Post, str]


def _by_head(everyone: _Held) -> Mapping[str, Sequence[_Row]]:
    """By the last word of a post everybody who has it: where that is told, the post and their surname."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for person, posts in everyone:
        for post in posts:
            found[post.head].append((post.place.start, post, person.surname))
    return {head: sorted(rows, key=_start) for head, rows in found.items()}


def _start(row: _Row) -> int:
    return row[0]


def _of_last_such(rows: Sequence[_Row], post: Post) -> Post | None:
    """The last post with that word before: “Ann Lunn, the assistant coroner,” before “the senior coroner”."""
    number = bisect_left(rows, post.place.start, key=_start)
    return rows[number - 1][1] if number else None


def _is_another(known: Post, post: Post) -> bool:
    """Whether a post with the same word, or nearly, may stand for somebody else than who has the known one."""
    if known.head != post.head:
        return False
    own, other = {*post.modifiers}, {*known.modifiers}
    if not other or own <= other or (own & BELOW - other and post.head not in ACADEMIC):
        return True  # “the assistant chief constable” is somebody else
    if are_two_departments(known, post):
        return True
    return "state" in HEADS[post.head] and bool((own ^ other) - LEVELS)  # readers know the foreign minister unnamed


def _of_last_named(document: Document, everyone: _Held, post: Post) -> Post | None:
    """The post of whom the copy named last, where somebody of that house speaks or leads the sentence right behind: “Lunn rose. The chairman said”."""
    if not _leads(document, post):
        return None
    number = named_before(document, post.place.start)
    person = people(document)[number] if number is not None else None
    own = next((posts for each, posts in everyone if each == person), ())
    return next((each for each in own if each.place < post.place and each.fields & post.fields & _HOUSES), None)


def _of_only_academic(rows: Mapping[str, Sequence[_Row]], post: Post) -> Post | None:
    """The rank of the only one who has one at a university: “the lecturer said”, of Professor Lunn."""
    ranks = [row for head in ACADEMIC for row in rows.get(head, ())]
    own = {surname for _, _, surname in ranks}
    return ranks[0][1] if post.head in ACADEMIC and len(own) == 1 and ranks[0][0] < post.place.start else None


def _leads(document: Document, post: Post) -> bool:
    """Whether a post opens its sentence, or stands right behind somebody's words."""
    sentence = sentence_at(document, post.place.start)
    ahead = document.text[sentence.start : post.place.start].rstrip() if sentence else ""
    return ahead == "The" or (ahead.endswith(" the") and ahead[:-4].rstrip(",")[-1:] in _CLOSED)
