"""One post: whether two of somebody's posts may be one that is told in other words, or two that go together."""

from __future__ import annotations

from collections.abc import Set

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.offices import FIELDS, HEADS, LEVELS
from newslint.story.posts import Post
from newslint.text.vocabulary import wordlist

# An associate professor is called professor.
_RANKS_LEFT_OUT = frozenset(["professor"])
# What a writer says of somebody's standing and no post has in its name; the first of them say that it's the highest.
_HIGHEST = frozenset("top leading main key".split())
_STANDING = _HIGHEST | wordlist(
    "star veteran longtime long-time prominent famous famed renowned respected influential trusted close"
)
_HIGH_LEVELS = frozenset("chief senior lead principal head".split())
# Whose judge it is, which the name of the court may say as well.
_OF_WHOM = frozenset("federal state county city district national local municipal".split())
# A calling, and those that it takes in: a striker is a forward.
_BROADER = {
    "forward": frozenset(["striker", "winger"]),
    "lawyer": frozenset(["attorney", "counsel", "solicitor", "barrister"]),
    "doctor": frozenset("surgeon consultant physician pathologist psychiatrist".split()),
    "scientist": frozenset(FIELDS["science"].split()),
    "officer": frozenset(FIELDS["police"].split()),
}
_ALSO_BEFORE = compiled(r"\balso (?:(?:the|an?|its|their|his|her|[\w’'-]+['’]s) )?\Z")
_BEFORE = 30  # code points


def says_more(one: Post, other: Post) -> bool:
    """Whether one is only the other told in more or broader words: “director”, “medical director”; a level tells another."""
    if one.head != other.head:
        return _takes_in(one, other) or _takes_in(other, one)
    a, b = _modifiers(one), _modifiers(other)
    if one.head in _RANKS_LEFT_OUT and not (one.levels and other.levels):
        a, b = a - LEVELS, b - LEVELS
    if one.head == "spokesman" and not LEVELS.intersection(a ^ b):
        return True  # what stands before is the body for which they speak
    if one.head == "judge" and (a <= _OF_WHOM or b <= _OF_WHOM):
        return True
    return ((a < b or b < a) and not LEVELS.intersection(a ^ b)) or (a == b and not (one.domain and other.domain))


def _modifiers(post: Post) -> Set[str]:
    """What says of a post which one it is: not how its holder stands, nor the office before a rank (“Assistant Secretary Adm.”)."""
    words = post.modifiers
    offices = [at for at, word in enumerate(words) if word in HEADS and word not in LEVELS and not _is_a_rank(word)]
    own = frozenset(words[offices[-1] + 1 :] if offices and _is_a_rank(post.head) else words)
    return own - _STANDING


def _is_a_rank(word: str) -> bool:
    return bool(HEADS[word] & {"army", "police"})


def _takes_in(broad: Post, other: Post) -> bool:
    return (
        other.head in _BROADER.get(broad.head, ()) and not broad.domain and not (_modifiers(broad) - _modifiers(other))
    )


def is_as_high(one: Post, other: Post) -> bool:
    """Whether the one's standing may be the other's level: the top adviser, the chief adviser."""
    a, b = {*one.modifiers}, {*other.modifiers}
    return one.head == other.head and any(
        x & _HIGHEST and y & _HIGH_LEVELS and x - _STANDING == y - _HIGH_LEVELS for x, y in ((a, b), (b, a))
    )


def is_held_besides(document: Document, post: Post) -> bool:
    """Whether the copy says that it's a further one: “who is also the vice-president”."""
    return _ALSO_BEFORE.search(document.text, max(0, post.place.start - _BEFORE), post.place.start) is not None
