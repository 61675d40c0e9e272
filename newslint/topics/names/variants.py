"""One name in several forms: the same letters with other capitals, accents, hyphens or spaces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import filterfalse, pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.abbreviations import definitions
from newslint.story.mentions import Mention, mentions, name_words
from newslint.story.people import is_named_as_kin
from newslint.story.references import references_within
from newslint.story.same import Pair, measured
from newslint.text.lexicon import entry, folded, is_word
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.unknown_words import POSSESSIVES
from newslint.text.words import Words, occurrences, words
from newslint.topics.names.form_signs import Use, Variant, signs, unusual
from newslint.topics.names.possessives import possessives
from newslint.topics.names.small_surnames import small_surnames

_NOT_LETTERS = compiled(r"[\s\-‐‑&’']+")
_SHORTEST = 4
_KNOWN = 5  # of the levels of proper names: up to here it's in every dictionary
_NATIONS = ("an", "ish", "ese", "elsh", "ench", "eek", "utch")
_NUMERALS = {"II": "2", "III": "3", "IV": "4", "V": "5"}
_SERIES = {"I": "1", **_NUMERALS, "VI": "6", "VII": "7", "VIII": "8", "IX": "9", "X": "10"}


def key(text: str) -> str:
    """The letters and digits of `text` alone, without accents and capitals; a number behind a hyphen in digits."""
    name, _, number = text.rpartition("-")
    if name and number in _NUMERALS:
        text = name + _NUMERALS[number]
    return _NOT_LETTERS.sub("", folded(text))


# An address is one of small letters; with capitals inside it's styled as the name that it's made of.
_SITE = compiled(r"(?=[A-Z]+[a-z]*[A-Z])(\w++)\.[a-z]{2,3}\Z")
_Groups = dict[str, dict[str, list[Use]]]


def forms_of_names(document: Document) -> Iterator[dict[str, Variant]]:
    """The forms of each name that has more than one."""
    texts: dict[str, list[str]] = defaultdict(list)
    for whole in name_words(document):
        if name := _letters_of(whole):
            texts[name].append(whole)
    # An address has no spaces, and so says nothing of a name of two words.
    texts = {name: wholes for name, wholes in texts.items() if len(wholes) > 1 or not _site(wholes[0])}
    groups: _Groups = defaultdict(dict)
    _add_open_forms(document, texts, groups)
    distinct = set(words(document).texts)
    _add_lower_case(document, distinct, texts, groups)
    _add_small_lead(document, distinct, groups)
    _add_small_surnames(document, groups)
    _add_parted(document, groups)
    _add_small_ends(document, groups)
    _add_numbered(document, groups)
    for name, wholes in texts.items():
        if len(wholes) > 1 or name in groups:
            _add_uses(document, wholes, groups[name])
    for group in groups.values():
        if len(group) > 1:
            yield {text: Variant(text, tuple(sorted(uses))) for text, uses in group.items()}
    yield from possessives(document)


@lru_cache(maxsize=16384)
def _letters_of(whole: str) -> str:
    """The key of a name's word without a number behind it; "" for what is too short or has points."""
    word = _counted_off(whole)
    if len(word) < _SHORTEST or "." in word:
        return ""
    return word.lower() if word.isalpha() and word.isascii() else key(word)


def _add_uses(document: Document, wholes: list[str], group: dict[str, list[Use]]) -> None:
    for whole in wholes:
        word = _counted_off(whole)
        for mention, index in name_words(document)[whole]:
            if not _shouted(document, mention):
                use = _use(mention, index, index + 1)
                span = Span(use.span.start, use.span.start + len(word))
                if _is_code(document, span):
                    continue
                group.setdefault(word, []).append(use._replace(span=span))


def _is_code(document: Document, span: Span) -> bool:
    """Whether it's no name but letters: several ARMs beside arms, a part of an address, or what a list of shares has for a
    name: “Tideco (TIDE)”.
    """
    word = document[span]
    if word[:-1].isupper() and word[-1] == "s" and is_word(word.lower()):
        return True
    before, behind = document.text[max(0, span.start - 1) : span.start], document.text[span.end : span.end + 1]
    if before == "(" and behind == ")" and word.isupper():
        spelled = (document[one.long] for one in definitions(document) if one.short == word and one.fits)
        return not any(len(long.split()) >= len(word) for long in spelled)
    return behind == "@"


def _counted_off(word: str) -> str:
    """`word` without a number that a hyphen joins to it, or the end of an address in a name: COVID-19, TideCO.io."""
    if site := _site(word):
        return site[1]
    if "-" not in word:
        return word
    name, _, number = word.rpartition("-")
    return name if len(name) > 3 and len(number) > 1 and number.isdigit() else word


def _site(word: str) -> re.Match[str] | None:
    return _SITE.match(word) if "." in word else None


def _use(mention: Mention, first: int, behind: int) -> Use:
    """The place of the words `first` to `behind` (exclusive) of a mention."""
    end = mention.starts[behind - 1] + len(mention.words[behind - 1].rstrip("."))
    beside = (*mention.words[max(0, first - 1) : first], *mention.words[behind : behind + 1])
    weak = mention.titled or (mention.weak and first == 0)
    return Use(Span(mention.starts[first], end), weak, frozenset(mention.words[:first]), frozenset(beside))


def _shouted(document: Document, mention: Mention) -> bool:
    """Whether capitals are there for loudness: several words of a name, or the whole headline, in nothing else."""
    if not mention.words[0].isupper() or not all(map(_is_loud, mention.words)):
        return False
    block = document.block_at(mention.span.start)
    return len(mention.words) > 1 or (block is not None and document.text[block.start : block.end].isupper())


# What keeps its small letters among capitals: EFFIE MacMOOR.
_SMALL_LEAD = compiled(r"(?:Ma?c|Fitz|D[aei]|L[ae]|V[ao]n)(?=[A-Z]{2})")


def _is_loud(word: str) -> bool:
    lead = _SMALL_LEAD.match(word)
    return (word[lead.end() :] if lead else word).isupper()


def _add_open_forms(document: Document, known: Mapping[str, list[str]], groups: _Groups) -> None:
    """Two words of a name that elsewhere stand as one, or with a hyphen: Jong Un, Jong-un, Jong un."""
    for mention in mentions(document):
        if len(mention.words) < 2 or mention.titled or _shouted(document, mention):
            continue
        for index, (first, second) in enumerate(pairwise(mention.words)):
            joined = _joined(first, second)
            if (
                joined in known
                and first.isalpha()
                and (_is_seam(known[joined], first, second) or not (_common(first) and _common(second)))
                and not _of_two_nations(first, second)
            ):
                use = _use(mention, index, index + 2)
                groups[joined].setdefault(document[use.span], []).append(use)


def _add_parted(document: Document, groups: _Groups) -> None:
    """Names that a hyphen joins to a part in lower case, and that stand without the hyphen: Jong-un, Jong un."""
    known = name_words(document)
    for whole in [text for text in known if "-" in text]:
        first, _, second = whole.partition("-")
        if first not in known or not (second.islower() and second.isalpha()) or _common(second):
            continue
        for mention, index in known[first]:
            start, end = mention.starts[index], mention.starts[index] + len(first) + 1 + len(second)
            if index == len(mention.words) - 1 and _ends_there(document.text, f"{first} {second}", start, end):
                use = _use(mention, index, index + 1)._replace(span=Span(start, end))
                groups[key(whole)].setdefault(document[use.span], []).append(use)


def _add_small_ends(document: Document, groups: _Groups) -> None:
    """Names joined by a hyphen that also stand with a small letter behind it: Coca-Cola, Coca-cola. The half before it is
    no name by itself, as in London-Based.
    """
    known, text = name_words(document), document.text
    for whole in [name for name in known if "-" in name]:
        first, _, second = whole.partition("-")
        small = f"{first}-{second.lower()}"
        ends = [mention.starts[index] + len(first) for mention, index in known.get(first, ())]
        alone = not all(text.startswith("-", end) for end in ends)
        if alone or not second.istitle() or _common(first) or entry(first).place or entry(first).given:
            continue
        for mention, index in known.get(first, ()):
            start, end = mention.starts[index], mention.starts[index] + len(whole)
            if _ends_there(text, small, start, end):
                use = _use(mention, index, index + 1)._replace(span=Span(start, end))
                groups[key(whole)].setdefault(document[use.span], []).append(use)


# What no pronoun stands before: “the probe Chang’e I, which …”; and what makes a number another one: 1.5, 3-1.
_ENDS_NAME = compiled(r"[,.;:)\n]|\Z")
_GOES_ON = compiled(r"\w|[.,:%-]\d")


def _add_numbered(document: Document, groups: _Groups) -> None:
    """One of a series, with its number in Roman letters and in digits: Chang’e I, Chang’e 1."""
    for mention in mentions(document):
        number = mention.words[-1]
        if number not in _SERIES or (number == "I" and not _ENDS_NAME.match(document.text, mention.span.end)):
            continue
        for first in range(len(mention.words) - 1):
            use = _use(mention, first, len(mention.words))
            digits = document.text[use.span.start : mention.starts[-1]] + _SERIES[number]
            if uses := list(_written(document, digits)):
                groups[digits].setdefault(document[use.span], []).append(use)
                groups[digits][digits] = uses
                break


def _written(document: Document, name: str) -> Iterator[Use]:
    """Where the copy itself writes `name`, not somebody who is quoted."""
    text, at = document.text, document.text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or _GOES_ON.match(text, end) or in_quotation(document, at)):
            yield Use(Span(at, end), False, frozenset(), frozenset())
        at = text.find(name, end)


def _ends_there(text: str, written: str, start: int, end: int) -> bool:
    return text[start:end] == written and not text[end : end + 1].isalnum()


def _is_seam(wholes: list[str], first: str, second: str) -> bool:
    """Whether a capital inside the name parts it just so: PlayStation, Play Station."""
    return first + second.rstrip(".") in wholes and second[0].isupper()


def _common(word: str) -> bool:
    return 0 < entry(word.rstrip(".")).word <= 5


def _of_two_nations(first: str, second: str) -> bool:
    """Whether a hyphen joins the two before a noun and nowhere else: a Welsh-American choir, a Welsh American."""
    return first.endswith(_NATIONS) and (second.endswith(_NATIONS) or second.isupper())


@lru_cache(maxsize=16384)
def _joined(first: str, second: str) -> str:
    return key(first + second.rstrip("."))


def _add_lower_case(document: Document, distinct: set[str], known: Mapping[str, list[str]], groups: _Groups) -> None:
    """Names of unusual capitals that also stand without any: digitalgov, DigitalGov."""
    table, places = words(document), occurrences(document)
    small = distinct.union(word[:-2] for word in distinct if word.endswith(POSSESSIVES))
    for name in filter(small.__contains__, known):
        if _keeps_capital(name, known[name]):
            written = [form for form in (name, *(name + mark for mark in POSSESSIVES)) if form in distinct]
            for index in [index for form in written for index in places[form] if table.texts[index] == form]:
                start = table.span(index).start
                span = Span(start, start + len(name))
                if _stands_free(document.text, span) and not _names_a_thing(table, index):
                    groups[name].setdefault(name, []).append(_plain_use(span))


def _add_small_lead(document: Document, distinct: set[str], groups: _Groups) -> None:
    """Names that begin small, with other capitals inside: openSUSE, openSuse. Where only the first differs, code is meant, or a
    sentence begins.
    """
    table = words(document)
    found: _Groups = defaultdict(dict)
    odd = {text for text in filterfalse(str.islower, distinct) if text[0].islower() and text.isalpha()}
    for index, text in enumerate(table.texts) if odd else ():
        if text in odd and len(text) >= _SHORTEST:
            span = table.span(index)
            if _stands_free(document.text, span):
                found[folded(text)].setdefault(text, []).append(_plain_use(span))
    groups.update((name, forms) for name, forms in found.items() if len(forms) > 1 and name not in groups)


def _add_small_surnames(document: Document, groups: _Groups) -> None:
    for span, whole in small_surnames(document):
        group = groups[document[span].lower()]
        group.setdefault(document[span], []).append(_plain_use(span))
        group[document[whole[0]]] = [_plain_use(each) for each in whole]


def _plain_use(span: Span) -> Use:
    return Use(span, False, frozenset(), frozenset())


# What is called after a place and may lose its capital: brussels sprouts, bermuda shorts.
_THINGS = frozenset(
    "sprout sprouts shorts cheese cheeses roll rolls terrier terriers delight roulette yogurt yoghurt bath".split()
)


def _names_a_thing(table: Words, index: int) -> bool:
    return index + 1 < len(table.texts) and table.texts[index + 1] in _THINGS


def _keeps_capital(name: str, texts: list[str]) -> bool:
    """Whether a name would have a capital everywhere: one with a capital inside, or no word besides (NATO, Spanish, Friday)."""
    known = entry(name)
    if known.word:
        return any(unusual(text) and not text.isupper() for text in texts)
    return 0 < known.proper <= _KNOWN or any(map(unusual, texts))


# Behind these stands what is typed to the letter.
_TYPED = compiled(r"(?i)\b(?:code|hashtag|password|keyword|username|user name|handle|command|file|folder) \Z")


def _stands_free(text: str, span: Span) -> bool:
    """Whether a word is no part of an address, a handle or a file's name, nor a code to be typed."""
    if _TYPED.search(text, max(0, span.start - 12), span.start):
        return False
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    return (not before or before.isspace() or before in '(“‘"') and not compiled(r"[/@_:.\-][\w/]|\[\.|`").match(after)


class FormPair(Row):
    """`suspect` is another form of `right`; `pair` is what the judge is told of it."""

    suspect: Variant
    right: Variant
    pair: Pair


@analysis
def form_pairs(document: Document) -> tuple[FormPair, ...]:
    """Each form of a name beside the commonest form of it."""
    found = []
    for group in forms_of_names(document):
        right, *others = sorted(group.values(), key=_standing)
        for suspect in others:
            marks = suspect.text.translate(_ONE_MARK) == right.text.translate(_ONE_MARK)
            # What begins small has a capital where a sentence does: diMoor, DiMoor.
            opening = right.text[0].islower() and right.text[1:] == suspect.text[1:] and not suspect.strong
            if not (
                marks or opening or _is_listed(document, suspect, group) or _is_a_cousins(document, suspect, right)
            ):
                found.append(FormPair(suspect, right, _pair(document, suspect, right)))
    return tuple(found)


def _is_a_cousins(document: Document, suspect: Variant, right: Variant) -> bool:
    """Whether a sentence has both, and one is told there to be the name of somebody's relative: “Zoe Moor and her cousin Zoë Hill”."""
    named = [each for use in suspect.uses[:1] for each in references_within(document, use.span)]
    told = bool(named) and is_named_as_kin(document, named[0])
    here = sentence_at(document, suspect.uses[0].span.start) if told else None
    return here is not None and any(here.start <= use.span.start < here.end for use in right.uses)


def form_pairs_judged(document: Document) -> tuple[Pair, ...]:
    """The pairs as the judge sees them."""
    return tuple(found.pair for found in form_pairs(document))


# A shift key held too long: HIllary, but not IDs.
_HELD_SHIFT = compiled(r"[A-Z]{2}[a-z]{2,}\Z")


def _standing(variant: Variant) -> tuple[bool, int, int]:
    """What sorts the form that's likelier right first."""
    return bool(_HELD_SHIFT.match(variant.text)), -variant.number, variant.uses[0].span.start


def _pair(document: Document, suspect: Variant, right: Variant) -> Pair:
    kept = measured(signs(document, suspect, right))
    also = tuple(use.span for use in (*suspect.uses[1:], *right.uses[1:]))
    return Pair("name-form", suspect.uses[0].span, right.uses[0].span, kept, also)


# Apostrophes and hyphens that look alike: how they're set is no matter of names.
_ONE_MARK = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
# DataForge or Dataforge; DataForge/Dataforge: the copy speaks of the forms.
_BESIDE = (" or ", ", or ", ", ", "/", " and ", ", also ", " (or ", " (also ")


def _is_listed(document: Document, suspect: Variant, forms: Iterable[str]) -> bool:
    """Whether the copy gives the form side by side with another of its `forms`."""
    text = document.text
    listed = [(gap, form) for gap in _BESIDE for form in forms if form != suspect.text]
    return any(
        text.startswith(f"{gap}{form}", use.span.end) or text.endswith(f"{form}{gap}", 0, use.span.start)
        for use in suspect.uses
        for gap, form in listed
    )
