"""Pairs of names that are the same but for one word: found by windows of their words with one word masked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.runs import Run, Word, parts, runs
from newslint.text.lexicon import Entry, entry
from newslint.text.similarity import edits, inflected, same_stem, shared_head

_LONGEST = 6  # words of a window
_MOST_VALUES = 8  # of a masked word: where more stand there, the rest is no name of one thing
_MOST_USES = 200  # of a window that are kept
# A word that may be another one: in letters, and none that's said short (O-Line); of one with hyphens the parts that say something.
_IN_LETTERS = compiled(r"[^\W\d_]+|(?:[^\W\d_]['’])?[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")
_PART = compiled(r"[^\W\d_]{3,}")
# The small words between two words of a name, by what they do: the name goes on, is somebody's or of something, or another begins.
_SORTS = {"": "", "the": "", "and": "and", "&": "and"} | dict.fromkeys(["of", "for", "on", "de", "'s", "’s"], "of")
# Those whose possessive stands inside a name, besides the members that a body has several of: Growers’, Miners’.
OF_MANY = ("men", "women", "children", "people")

Key = tuple[str, ...]
Mask = tuple[str | int, ...]  # a key with its place instead of one word


class Use(Row):
    """A place where a window of words stands: the words from `first` to before `behind` of a run."""

    run: Run
    first: int
    behind: int

    @property
    def span(self) -> Span:
        return Span(self.run.words[self.first].start, self.run.words[self.behind - 1].end)

    @property
    def person(self) -> bool:
        """Whether it's the name of a person, and not what stands behind one: Ann Lunn of [Tide Compass]."""
        return self.run.person and not any(word.joint for word in self.run.words[1 : self.first + 1])

    @property
    def whole(self) -> bool:
        """Whether no other word of a name stands right beside it, without “of” or the like between."""
        words = self.run.words
        return (self.first == 0 or bool(words[self.first].joint)) and (
            self.behind == len(words) or bool(words[self.behind].joint)
        )

    @property
    def joints(self) -> tuple[str, ...]:
        """What joins the words of the window, by its sort: nothing, of, and, in."""
        words = self.run.words[self.first : self.behind]
        return tuple("" if _is_of_many(before, word) else _sort(word) for before, word in pairwise(words))

    def beside(self) -> tuple[Sequence[str], Sequence[str]]:
        """The words of the same name before the window and behind it: House of [Lords], [Conference] of Mayors."""
        words = self.run.words
        first, behind = self.first, self.behind
        while first and (not (sort := _sort(words[first])) or (sort == "of" and not self.run.person)):
            first -= 1
        while behind < len(words) and _sort(words[behind]) in {"", "of"}:
            behind += 1
        return [word.text for word in words[first : self.first]], [word.text for word in words[self.behind : behind]]


def _is_of_many(before: Word, word: Word) -> bool:
    """Whether the possessive of several people joins the two, which is lost as easily as its apostrophe: Riders’ Alliance, Seamen’s Union."""
    return word.joint in {"'", "’"} or (word.joint in {"'s", "’s"} and before.text.endswith(OF_MANY))


def _sort(word: Word) -> str:
    return _SORTS.get(word.joint.partition(" ")[0], "in")


class Likeness(Row):
    """Two windows that are the same but for the word at `at`, with all places of each; `suspect` is the rarer or the later."""

    suspect: Key
    other: Key
    at: int
    suspects: tuple[Use, ...]
    others: tuple[Use, ...]
    values: int

    @property
    def words(self) -> tuple[str, str]:
        return self.suspect[self.at], self.other[self.at]


@analysis
def windows(document: Document) -> Mapping[Key, tuple[Use, ...]]:
    """Every window of two words and more that begins or ends a part of a name, with its places."""
    found: dict[Key, list[Use]] = defaultdict(list)
    for run in runs(document):
        texts = tuple(word.text for word in run.words)
        for first, behind in _bounds(run) if len(texts) > 1 else ():
            uses = found[texts[first:behind]]
            if len(uses) < _MOST_USES:
                uses.append(Use(run, first, behind))
    return {key: tuple(uses) for key, uses in found.items()}


def _bounds(run: Run) -> set[tuple[int, int]]:
    """Where the windows of a run begin and end."""
    found = set()
    for first, behind in parts(run):
        for size in range(2, min(_LONGEST, behind - first) + 1):
            found.add((first, first + size))
            found.add((behind - size, behind))
    return found


def likenesses(document: Document) -> Iterator[Likeness]:
    """Of each two words that stand in one place of names that are else the same: the longest such names."""
    longest: dict[tuple[str, str], tuple[Key, Key, int, int]] = {}
    uses = windows(document)
    for one, other, at, values in _meeting(uses):
        words = (min(one[at], other[at]), max(one[at], other[at]))
        known = longest.get(words)
        if known is None or len(known[0]) < len(one):
            longest[words] = (one, other, at, values)
    for pair in longest.values():
        yield _likeness(uses, *pair)


def _meeting(found: Iterable[Key]) -> Iterator[tuple[Key, Key, int, int]]:
    """The windows that meet when one word of each is masked."""
    masked: dict[Mask, Key | list[Key]] = {}
    for key in found:
        names = [len(word) > 1 for word in key]
        for at in range(len(key)):
            if sum(names) == names[at]:
                continue  # what is left is but an initial: B. Lane, B. Lake
            mask: Mask = (*key[:at], at, *key[at + 1 :])
            known = masked.setdefault(mask, key)
            if isinstance(known, list):
                known.append(key)
            elif known is not key:
                masked[mask] = [known, key]  # few have a second
    for mask, keys in masked.items():
        if isinstance(keys, list) and len(keys) <= _MOST_VALUES:
            at = next(index for index, word in enumerate(mask) if isinstance(word, int))
            for one, other in combinations([key for key in keys if _IN_LETTERS.fullmatch(key[at])], 2):
                if not _share_a_part(one[at], other[at]):
                    yield one, other, at, len(keys)


def _share_a_part(one: str, other: str) -> bool:
    """Whether the words have a part in common that a hyphen joins to another: Nevada-Reno and Nevada-Las Vegas, Ayle and Ayle-Holm."""
    return "-" in one + other and not set(_PART.findall(one)).isdisjoint(_PART.findall(other))


def _likeness(uses: Mapping[Key, Sequence[Use]], one: Key, other: Key, at: int, values: int) -> Likeness:
    suspect, right = sorted((one, other), key=lambda key: (len(uses[key]), -uses[key][0].span.start))
    return Likeness(suspect, right, at, tuple(uses[suspect]), tuple(uses[right]), values)


# Of a single word that has another ending, how many letters are the same, and how many each ending has at least.
_STEM, _ENDING = 4, 2
_CROWD = 4
# From and to these ranks a name is rare.
_RARE_NAME, _RARE_SURNAME = 8, 2


def endings(document: Document) -> Iterator[Likeness]:
    """Single words of names that nobody knows and that begin alike and end otherwise: Netherbeck, Netherbrook."""
    uses: dict[Key, list[Use]] = defaultdict(list)
    stems: dict[str, dict[str, None]] = defaultdict(dict)
    likely = _of_one_beginning({word.text for run in runs(document) for word in run.words})
    for run in runs(document) if likely else ():
        for index, word in enumerate(run.words):
            if word.text in likely and _may_end_otherwise(document.text[word.start : word.end]):
                uses[word.text,].append(Use(run, index, index + 1))
                stems[word.text[:_STEM]][word.text] = None
    pairs = (
        (one, other)
        for words in stems.values()
        if 1 < len(words) <= _CROWD
        for one, other in combinations(words, 2)
        if _end_otherwise(one, other) and Entry() in (entry(one), entry(other))
    )
    return (_likeness(uses, (one,), (other,), 0, 2) for one, other in pairs)


def _of_one_beginning(words: Iterable[str]) -> set[str]:
    """Those of `words` that nobody knows and that begin as another such word does."""
    stems: dict[str, list[str]] = defaultdict(list)
    for word in words:
        stems[word[:_STEM]].append(word)
    several = (list(filter(_is_little_known, alike)) for alike in stems.values() if len(alike) > 1)
    return {word for alike in several if len(alike) > 1 for word in alike}


def _is_little_known(word: str) -> bool:
    """Whether no list has the word, or but as a rare name."""
    known = entry(word)
    named = known.given or known.place or known.surname > _RARE_SURNAME or 0 < known.proper < _RARE_NAME
    return not (known.word or known.frequency or named)


def _may_end_otherwise(word: str) -> bool:
    """Whether it's a word, and long enough; one with capitals inside is a product of a family: CloudHall, CloudForce."""
    return len(word) >= _STEM + _ENDING and word.isalpha() and word[1:].islower()


def _end_otherwise(one: str, other: str) -> bool:
    """Whether more than one slip of the hand parts the two, and no ending of grammar."""
    return (
        edits(one, other, 1) > 1
        and not inflected(one, other)
        and not same_stem(one, other)
        and shared_head(one, other) < min(len(one), len(other)) - 1  # Toulouse, Toulousain
    )
