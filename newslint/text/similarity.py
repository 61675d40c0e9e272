"""How alike two words are as letters: slips of the hand, transliterations, inflections."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newslint.startup.expressions import compiled
from newslint.text.lexicon import folded

# What English puts behind a stem to make another word of it that is surely not a slip.
_INFLECTIONS = frozenset("'' s es ies n an ns ans ian ians ish ese i ist ists ism isms ed ing ers 's y".split())
# What it may also put there; a slip of the hand can look the same.
_ENDINGS = frozenset(
    "ic ics ical er or ors d ings ly al ally ia ry ery cy e ee ees eer t ts tic tics th r rs cracy crat crats ity ment ite ites "
    "ine ines o os a as ary ation ational ized ised izing ising ize ise ive ives iver style based era led".split()
)
_DERIVATIONS = _INFLECTIONS | _ENDINGS
# A belief and who holds it: two words, however near.
_BELIEFS = ("ism", "isms", "ist", "ists", "phobia", "phobic", "phobe", "phobes")
_BELIEF = compiled(r"(?:is(?:m|t)s?|phob(?:ia|ic|es?))\Z")
# Letters that transliterations and ears take for one another; each row's first stands for all.
_SOUNDS = tuple(
    (compiled(pattern), sound)
    for pattern, sound in (
        (r"(.)\1", r"\1"),
        (r"iy\b|yy\b|ii\b|yi\b|ij\b|ey\b|ei\b|y", "i"),
        (r"kh|q|ck|c(?![eih])", "k"),
        (r"sch|sh|tch|ch|cz", "s"),
        (r"ph|ff?|w", "v"),
        (r"ou|oo|u", "o"),
        (r"dh|th", "t"),
        (r"gh|dj|j", "g"),
        (r"ae|ai|e", "a"),
        (r"z|x", "s"),
        (r"h", ""),
        (r"(.)\1", r"\1"),
    )
)


def shared_head(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters of two words, or words of two passages, agree from the start on."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """`word` with the letters that transliterations differ in made one: Petrivka and Petryvka sound alike."""
    word = folded(word)
    for pattern, one in _SOUNDS:
        word = pattern.sub(one, word)
    return word


@lru_cache(maxsize=65536)
def letters(word: str) -> int:
    """Which letters a word has, a bit each (far letters of the code share one)."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def edits(a: str, b: str, most: int = 2) -> int:
    """How many letters must be changed, dropped, added or turned to make `b` of `a`; `most` + 1 for more."""
    longer = abs(len(a) - len(b))
    if longer > most or (letters(a) ^ letters(b)).bit_count() > 2 * most - longer:
        return most + 1
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    one, other = a[start : len(a) - end], b[start : len(b) - end]
    if min(len(one), len(other)) == 0 or len(one) == len(other) == 1:
        return min(max(len(one), len(other)), most + 1)
    if most > _FEW:
        return min(_alignment(one, other), most + 1) if shorter <= _LONGEST else most + 1
    if len(one) == 2 and one == other[::-1]:
        return 1
    return 2 if most == 2 and _is_edited_at_both_ends(one, other) else most + 1


_FEW = 2
# Of a longer word nobody remembers the letters otherwise.
_LONGEST = 256
# How many letters of each word an edit takes: changed, added, dropped, turned.
_EDITS = ((1, 1), (0, 1), (1, 0), (2, 2))
# How many letters the second word is longer -> what an edit at the head and one at the end take of both words.
_AT_BOTH_ENDS = {
    longer: [(*head, *end) for head in _EDITS for end in _EDITS if head[1] - head[0] + end[1] - end[0] == longer]
    for longer in range(-2, 3)
}


def _is_edited_at_both_ends(a: str, b: str) -> bool:
    """Whether two edits make `b` of `a`. These begin and end otherwise, so that all between the two must be the same."""
    return any(
        a[head_a : len(a) - end_a] == b[head_b : len(b) - end_b]
        and head_a + end_a <= len(a)
        and head_b + end_b <= len(b)
        and (head_a < 2 or a[:2] == b[1::-1])
        and (end_a < 2 or a[-2:] == b[:-3:-1])
        for head_a, head_b, end_a, end_b in _AT_BOTH_ENDS[len(b) - len(a)]
    )


def _alignment(a: str, b: str) -> int:
    """The distance of optimal string alignment, of two words that aren't empty.

    After H. Hyyrö, “A bit-vector algorithm for computing Levenshtein and Damerau edit distances” (2003): a bit for each
    letter of `a` says whether the distance grows or shrinks there by one.
    """
    places: dict[str, int] = {}
    for at, letter in enumerate(a):
        places[letter] = places.get(letter, 0) | 1 << at
    every, last = (1 << len(a)) - 1, 1 << len(a) - 1
    grows, shrinks, same, before, distance = every, 0, 0, 0, len(a)
    for letter in b:
        here = places.get(letter, 0)
        turned_round = ((~same & here) << 1) & before
        same = (((here & grows) + grows) ^ grows) | here | shrinks | turned_round
        more, less = shrinks | ~(same | grows), same & grows
        distance += bool(more & last) - bool(less & last)
        more, less = more << 1 | 1, less << 1
        grows, shrinks, before = (less | ~(same | more)) & every, more & same & every, here
    return distance


def _tails(a: str, b: str) -> tuple[str, str]:
    """What the two words end in behind the letters they begin with together; "''" for nothing."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    if shared < 3:
        return a, b
    return a[shared:] or "''", b[shared:] or "''"


def inflected(a: str, b: str) -> bool:
    """Whether one is surely the other inflected, or both are of one belief or dread: Texas and Texan, Marxism and Marxist, Islamophobia and Islamophobic."""
    of_beliefs = a.endswith(_BELIEFS) or b.endswith(_BELIEFS)
    if of_beliefs and _BELIEF.sub("", a) == _BELIEF.sub("", b) and a != b:
        return True
    if a[:3] != b[:3] and a not in _INFLECTIONS:
        return False  # for speed
    tail_a, tail_b = _tails(a, b)
    if tail_a not in _INFLECTIONS or tail_b not in _INFLECTIONS:
        return False
    if "''" in (tail_a, tail_b):
        return not (len(a) != len(b) and max(a, b, key=len)[-2:] == 2 * max(a, b, key=len)[-1])  # Gary and Garyy
    # Gary and Gari, Bivens and Bivenns: the ends are letters of the name.
    return {tail_a, tail_b} != {"i", "y"} and not tail_a.endswith(tail_b) and not tail_b.endswith(tail_a)


def same_stem(a: str, b: str) -> bool:
    """Whether both may be derived from one word: Islamic and Islamist, minister and ministry."""
    tails = _tails(a, b)
    if all(tail in _DERIVATIONS for tail in tails):
        return True
    # The endings may begin alike: Islam-ism and Islam-ic.
    last = a[-len(tails[0]) - 1 : -len(tails[0])]
    return "''" not in tails and len(a) - len(tails[0]) > 4 and all(last + tail in _DERIVATIONS for tail in tails)


def turned(a: str, b: str) -> bool:
    """Whether the two differ by two neighbouring letters that stand the other way round."""
    if len(a) != len(b):
        return False
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and a[differing[0]] == b[differing[1]]
        and a[differing[1]] == b[differing[0]]
    )


_PREFIX = compiled(r"(?:Mc|Mac|Fitz|O['’])(?=[A-Z][a-z])")


@lru_cache(maxsize=65536)
def without_prefix(text: str) -> str:
    """`text`, folded, without the Mc, Mac, Fitz or O’ before a surname."""
    return folded(_PREFIX.sub("", text, count=1))


def is_half(a: str, b: str) -> bool:
    """Whether one, folded, is the other with a particle or another half before a hyphen: Assad, al-Assad."""
    return a != b and a.rpartition("-")[2] == b.rpartition("-")[2]


def same_letters(a: str, b: str) -> bool:
    """Whether the two have the same letters in another order."""
    return len(a) == len(b) and sorted(a) == sorted(b)


def doubling(a: str, b: str) -> bool:
    """Whether the two differ only in letters that stand single or double."""
    return _with_single_letters(a) == _with_single_letters(b)


@lru_cache(maxsize=16384)
def _with_single_letters(word: str) -> str:
    return compiled(r"(.)\1+").sub(r"\1", word)
