"""Bodies under two names: the same word that nobody else bears, and what the body is in other words.

The Ardle Basin Water Authority is the Ardle River Water Board some paragraphs on. Names that differ in one word alone are `windows`',
those whose words stand in another order `turned_names`'; here two words and more differ, or one has words that the other hasn't.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from newslint.document import Document, analysis
from newslint.startup.row import Row
from newslint.story.bodies import singular
from newslint.story.generic_words import BODY, classes, sides, sort_of
from newslint.story.given_names import is_title
from newslint.story.runs import Word, parts, runs
from newslint.story.windows import Key, Use
from newslint.text.lexicon import COUNTRY, entry
from newslint.text.similarity import edits, same_stem, shared_head
from newslint.text.vocabulary import CALENDAR

# What words for those who do something end in: owners, sailors, fishermen, residents, pensioners; students, tenants.
_OF_MEMBERS = ("er", "or", "man", "men", "ent", "ant", "ist", "ian")
_CROWD = 6  # names that share a word: where more do, it says nothing of them
_HEAD = 4  # letters in which words of one stem begin alike
_OF = frozenset("of for on".split())
# What joins the words of one name.
_INSIDE = _OF | frozenset("the and & ' ’ 's ’s".split())
_USUAL = 2  # up to this rank a word of the dictionary says nothing of which body it is
_LONG = 6  # letters from which on two edits may be one slip


class Name(Row):
    """A name of a body with all its places: the words that say what it is, and those that say which."""

    kinds: tuple[str, ...]
    others: tuple[str, ...]
    uses: tuple[Use, ...]


class Renamed(Row):
    """Two names that may be one body's; `suspect` stands the less often, or the later.

    `matched` are the words that both have, in the form of each; what `left` the one has besides, and the other.
    """

    suspect: Name
    other: Name
    matched: tuple[tuple[str, str], ...]
    left: tuple[tuple[str, ...], tuple[str, ...]]


@analysis
def renamed_bodies(document: Document) -> tuple[Renamed, ...]:
    """Every two names of bodies that share a word which says which body it is, or each word if in another form, and differ in more than one."""
    names = _names(document)
    shelves: dict[str, dict[int, None]] = defaultdict(dict)
    for number, name in enumerate(names):
        for word in name.others:
            if len(word) >= _HEAD:
                shelves[word[:_HEAD]][number] = None
    near = {pair for shelf in shelves.values() if 1 < len(shelf) <= _CROWD for pair in combinations(shelf, 2)}
    found = (_renamed(document, names[one], names[other]) for one, other in sorted(near))
    return tuple(pair for pair in found if pair)


def _names(document: Document) -> list[Name]:
    uses: dict[tuple[Key, Key], list[Use]] = defaultdict(list)
    for run in runs(document):
        if len(run.words) > 1 and not run.person and not run.titled:
            for first, behind in parts(run):
                read = _read(run.words[first:behind])
                if read:
                    uses[read].append(Use(run, first, behind))
    return [Name(kinds, others, tuple(places)) for (kinds, others), places in uses.items()]


def _read(words: Sequence[Word]) -> tuple[Key, Key] | None:
    """What a name says its body is, and the rest; None where it's no body's."""
    if any(is_title(word.text) or word.text in CALENDAR for word in words):
        return None
    kinds: list[str] = []
    others: list[str] = []
    for word, behind in zip(words, [*words[1:], None], strict=True):
        joint = frozenset(behind.joint.split()) if behind else _OF
        is_kind = sort_of(classes(word.text)) == BODY
        if behind and (not joint <= _INSIDE or (not is_kind and not _OF.isdisjoint(joint))):
            return None  # Shares in the Ardle Trust; the Ardle Trust and the Tidal Society; lawyers for the Trust
        (kinds if is_kind and not _OF.isdisjoint(joint) else others).append(singular(word.text))
    return (tuple(kinds), tuple(others)) if kinds else None


def _says_which(word: str) -> bool:
    """Whether a word says which body it is: none that everybody uses, no country, and no other body: the Senate has many committees."""
    known = entry(word)
    return len(word) >= _HEAD and not 0 < known.word <= _USUAL and known.place < COUNTRY and not classes(word)


def _renamed(document: Document, one: Name, other: Name) -> Renamed | None:
    suspect, right = sorted((one, other), key=lambda name: (len(name.uses), -name.uses[0].span.start))
    matched = _matched(suspect.others, right.others)
    left = tuple(
        tuple(word for word in name.others if word not in {pair[side] for pair in matched})
        for side, name in enumerate((suspect, right))
    )
    pair = Renamed(suspect, right, tuple(matched), (left[0], left[1]))
    if not (any(map(_says_which, (pair[0] for pair in matched))) or _say_the_same(pair)) or not _share_a_subject(pair):
        return None
    two = _is_short_form(pair) or _say_two(pair) or _has_acronym(document, pair) or _differ_once(pair)
    return None if two else pair


def _matched(one: Iterable[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """Each word of the one with that of the other which is the same, of its stem, or alike in letters."""
    found, free = [], list(other)
    for word in one:
        same = next((its for its in free if its == word), None) or next(
            (its for its in free if _is_alike(word, its)), None
        )
        if same:
            free.remove(same)
            found.append((word, same))
    return found


def _is_alike(one: str, other: str) -> bool:
    """Whether the two are of one stem, or one is the other misspelled."""
    least = min(len(one), len(other))
    if shared_head(one, other) >= _HEAD and same_stem(one, other):
        return True
    return least >= _HEAD and edits(one, other, 2) <= (2 if least >= _LONG else 1)


def _say_the_same(pair: Renamed) -> bool:
    """Whether each word of the one is one of the other, if in another form: the Coastal Fisheries Authority, the Coastal Fishing Agency."""
    return not any(pair.left)


def _share_a_subject(pair: Renamed) -> bool:
    """Whether both say what the body is for, or is: two words are the same, or its kind. A town has many that share its name alone."""
    return len(pair.matched) > 1 or not set(pair.suspect.kinds).isdisjoint(pair.other.kinds)


def _is_short_form(pair: Renamed) -> bool:
    """Whether the one says nothing but what the other says: the Ardle Trust, the Ardle Water Trust."""
    kinds = (set(pair.suspect.kinds), set(pair.other.kinds))
    exact = all(one == other for one, other in pair.matched)
    return exact and any(not pair.left[side] and kinds[side] <= kinds[1 - side] for side in (0, 1))


def _say_two(pair: Renamed) -> bool:
    """Whether what they have besides is why there are two: other members, the other side, or more than the other says.

    A town has a Water Board and a Water Users' Forum, a union of its fishermen and one of its farmers.
    """
    one, other = pair.left
    more = bool(one) != bool(other)
    return more or any(map(_are_members, (*one, *other))) or any(sides(a) & sides(b) for a, b in product(one, other))


def _are_members(word: str) -> bool:
    return word.endswith(_OF_MEMBERS) and entry(word).word > 0 and not classes(word)  # no river, no water


def _has_acronym(document: Document, pair: Renamed) -> bool:
    """Whether all that one name has besides is an acronym: of words of the other, as a rule."""
    return any(
        len(left) == 1 and _as_written(document, name, left[0]).isupper()
        for name, left in zip((pair.suspect, pair.other), pair.left, strict=True)
    )


def _as_written(document: Document, name: Name, text: str) -> str:
    return next((document.text[word.start : word.end] for word in _words_of(name) if singular(word.text) == text), "")


def _differ_once(pair: Renamed) -> bool:
    """Whether but one word differs, which is another reading's."""
    one, other = ([singular(word.text) for word in _words_of(name)] for name in (pair.suspect, pair.other))
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 1


def _words_of(name: Name) -> Sequence[Word]:
    use = name.uses[0]
    return use.run.words[use.first : use.behind]
