"""Voices: which person of the copy says a quotation, also where a pronoun or a post stands for the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from newslint.document import DISPLAY, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.citations import Citation, citations
from newslint.story.given_names import is_title
from newslint.story.held_posts import held
from newslint.story.posts import Post
from newslint.story.references import Reference, number_from, references, references_within
from newslint.story.speakers import RECEIVES, speakers
from newslint.text.lexicon import MAN, WOMAN, entry, folded, is_given_name
from newslint.text.quotations import in_quotation, quotes
from newslint.text.vocabulary import CALENDAR, HONORIFICS, KIN

_PRONOUNS = {"he": "man", "she": "woman", "his": "man", "her": "woman"}
# So many references before a pronoun are looked at, and so many paragraphs.
_BACK = 8
_PARAGRAPHS = 3
# Of whom a story mostly tells is named so often, and so many times as often as the next.
_OFTEN = 5
_FAR_OFTENER = 2
_OFFICE = 40  # code points beside a post in which it says of what body it is
_BEFORE_LAST = compiled(r"\b([A-Z][a-z’'-]+) (?=([A-Z]\w+)\b)")
_CAPITAL = compiled(r"[A-Z][\w’'-]+")
# Before a quotation that nobody is said to say: a sentence, or what announces it; who reads or hears it isn't its speaker.
_FULL = compiled(r"[.:]\s")
_TOLD_BACK = 600  # code points of the paragraph before it
_READS = compiled(rf"\b(?:{RECEIVES}|call|titl|nam)[a-z]*\b")
_PRONOUN = compiled(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_APPOSED = compiled(r", (?:\d\d, )?")
_KIN_BEFORE = compiled(r"\b([a-z-]+),? \Z")


class Voice(Row):
    """Who says a quotation: the `surname`, folded; the `name` in full; `place`, where the copy says so."""

    surname: str
    name: str
    place: Span


@analysis
def voices(document: Document) -> Mapping[int, Voice]:
    """The person who says each quotation, by where it begins; left out where the copy leaves it open or none fits alone."""
    found: dict[int, Voice] = {}
    for start, place in speakers(document).items():
        voice = _voice(document, place, start)
        if voice:
            found[start] = voice
    return found


@analysis
def cited_voices(document: Document) -> tuple[tuple[Citation, Voice], ...]:
    """Everybody who is said to have said what the writer tells without marks, in order: as Ann Hill put it.

    Who is called by a post that fits nobody alone has no surname.
    """
    found = (
        (cited, _voice(document, cited.place, cited.place.start) or _unnamed(document, cited.place))
        for cited in citations(document)
    )
    return tuple((cited, voice) for cited, voice in found if voice)


def _unnamed(document: Document, place: Span) -> Voice | None:
    """Whom a post stands for that fits nobody alone: the prosecutor."""
    words = document[place]
    post = words.startswith("the ") and words.islower() and is_title(_head(words))
    return Voice("", f"“{words}”", place) if post else None


def _head(words: str) -> str:
    return words.removesuffix("’s").removesuffix("'s").split()[-1]


def has_another_post(document: Document, unnamed: Voice, named: Voice) -> bool:
    """Whether the copy gives somebody posts, and none of them is the one that a voice without a name is called by."""
    head = _head(document[unnamed.place])
    posts = [post for person, own in held(document) if folded(person.surname) == named.surname for post in own]
    return bool(posts) and all(post.head != head for post in posts)


@analysis
def unnamed_voices(document: Document) -> Mapping[int, Voice]:
    """Who says the quotations whose speaker is but a pronoun, a post that fits nobody alone or a surname by itself."""
    known = voices(document)
    return {
        start: Voice("", f"“{document[place]}”", place)
        for start, place in speakers(document).items()
        if start not in known
        and (
            document[place].lower() in _PRONOUNS
            or document.text.startswith("the ", place.start)
            or _is_surname(document, document[place])
        )
    }


@analysis
def guessed_voices(document: Document) -> Mapping[int, Voice]:
    """Who says the quotations of which the copy doesn't say it: of whom the paragraph has told last before them."""
    known, found = speakers(document), {}
    for quote in quotes(document):
        block = document.block_at(quote.span.start)
        if quote.level or quote.span.start in known or block is None or block.role in DISPLAY:
            continue
        if not _FULL.match(document.text, max(block.start, quote.span.start - 2), quote.span.start):
            continue
        place = _told_last(document, max(block.start, quote.span.start - _TOLD_BACK), quote.span.start)
        if place and _READS.search(document.text, place.end, quote.span.start):
            continue
        voice = _voice(document, place, quote.span.start) if place else None
        if voice:
            found[quote.span.start] = voice
    return found


def _told_last(document: Document, start: int, end: int) -> Span | None:
    """The last pronoun or full name of a person from `start` to `end`, outside quotations."""
    within = references_within(document, Span(start, end))
    named = [each.name for each in within if folded(each.surname) in _sexes(document)]
    taken = [Span(*match.span()) for match in _PRONOUN.finditer(document.text, start, end)]
    outside = [place for place in (*named, *taken) if not in_quotation(document, place.start)]
    return max(outside, default=None)


def _is_surname(document: Document, word: str) -> bool:
    """Whether a word with a capital stands behind a given name somewhere."""
    if not word.isalpha() or not word[0].isupper() or word.lower() in CALENDAR:
        return False
    before = _BEFORE_LAST.finditer(document.text)
    return any(match[2] == word and is_given_name(match[1]) for match in before)


def cannot_be(document: Document, unnamed: Voice, named: Voice) -> bool:
    """Whether a pronoun is of the other sex than somebody, a post the one that somebody has at another body, a surname another."""
    words = document[unnamed.place]
    sex = _PRONOUNS.get(words.lower())
    if sex:
        sexes = _sexes(document).get(named.surname, frozenset())
        return bool(sexes) and sex not in sexes
    if words.isalpha():
        return words not in named.name and folded(words) != named.surname
    *capitals, head = words.split()[1:] or [""]
    if not capitals or not all(word[0].isupper() for word in capitals) or not head.islower():
        return False
    posts = chain.from_iterable(posts for person, posts in held(document) if folded(person.surname) == named.surname)
    same = [post for post in posts if post.head == head and post.holder]
    return bool(same) and not any(_is_of(document, post, " ".join(capitals)) for post in same)


def _voice(document: Document, place: Span, quotation: int) -> Voice | None:
    words = document[place]
    sex = _PRONOUNS.get(words.lower())
    named = _named(document, place)
    if named:
        surname = folded(named.surname)
    elif sex:
        surname = _meant(document, min(place.start, quotation), sex)
    else:
        alone = folded(words)
        surname = alone if alone in _sexes(document) else _apposed(document, place)
        surname = surname or _holder(document, words) or _called(document, words)
    return Voice(surname, _full_names(document).get(surname, words), place) if surname else None


def _called(document: Document, words: str) -> str:
    """Whom a given name alone means: the one of that name who is named in full, or somebody of whom the copy has no more."""
    if not words.isalpha() or not words[0].isupper() or words.lower() in CALENDAR or not is_given_name(words):
        return ""
    bearers = {
        folded(reference.surname)
        for reference in references(document)
        if reference.givens and reference.givens[0] == words
    }
    return bearers.pop() if len(bearers) == 1 else "" if bearers else folded(words)


def _apposed(document: Document, place: Span) -> str:
    """Whose name stands beside a post, between commas: “its own agent, Ann Hill, said”, “Ann Hill, 60, a baker, who said”."""
    if not document.text[place.start].islower():
        return ""
    every = references(document)
    at = number_from(document, place.start)
    behind, before = every[at : at + 1], every[max(0, at - 1) : at]
    for reference in (*behind, *before):
        between = document.text[
            min(place.end, reference.name.end) : max(place.start, reference.with_titles(document).start)
        ]
        led = reference.name.start > place.start or document.text.startswith(",", place.end)
        if led and _APPOSED.fullmatch(between) and folded(reference.surname) in _sexes(document):
            return folded(reference.surname)
    return ""


def _named(document: Document, place: Span) -> Reference | None:
    """The reference to a person that ends where the place does, if it's somebody whom the copy names in full."""
    every = references(document)
    at = number_from(document, place.start)
    for reference in every[max(0, at - 1) : at + _BACK]:
        if place.start <= reference.name.start and reference.name.end == place.end:
            return reference if folded(reference.surname) in _sexes(document) else None
    return None


@analysis
def _sexes(document: Document) -> Mapping[str, frozenset[str]]:
    """Everybody who is named in full or with a title, by surname, with the sexes that the copy and the given names tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for reference in references(document):
        if reference.full or reference.titles:
            found[folded(reference.surname)].update(_told_sexes(document, reference))
    return {surname: frozenset(sexes) for surname, sexes in found.items()}


@analysis
def _full_names(document: Document) -> Mapping[str, str]:
    """How everybody is first named in full, or with a title, by surname."""
    found: dict[str, str] = {}
    for reference in sorted(references(document), key=_is_short):
        if reference.full or reference.titles:
            found.setdefault(folded(reference.surname), document[reference.with_titles(document)])
    return found


def _is_short(reference: Reference) -> bool:
    return not reference.full


def _told_sexes(document: Document, reference: Reference) -> Iterator[str]:
    for title in reference.titles:
        honorific = HONORIFICS.get(title.rstrip(".").lower())
        if honorific and honorific.sex:
            yield honorific.sex
    before = _KIN_BEFORE.search(document.text, max(0, reference.name.start - 24), reference.name.start)
    kin = KIN.get(before[1]) if before else None
    if kin and kin.sex:
        yield kin.sex
    sex = {MAN: "man", WOMAN: "woman"}.get(entry(reference.givens[0]).given) if reference.givens else None
    if sex:
        yield sex


def _meant(document: Document, pronoun: int, sex: str) -> str:
    """Whom a pronoun means: the one before it in its paragraph, or in the nearest above, whose sex isn't another; else ""."""
    every, sexes = references(document), _sexes(document)
    at = number_from(document, pronoun)
    paragraphs: dict[int, list[str]] = {}
    for reference in reversed(every[max(0, at - _BACK) : at]):
        surname = folded(reference.surname)
        block = document.block_at(reference.name.start)
        if block is None or surname not in sexes or in_quotation(document, reference.name.start):
            continue
        if sexes[surname] and sex not in sexes[surname]:
            continue
        paragraphs.setdefault(block.start, []).append(surname)
    for start in sorted(paragraphs, reverse=True):
        if _apart(document, start, pronoun) >= _PARAGRAPHS:
            return _protagonist(document, sex)
        several = paragraphs[start]
        if len(set(several)) == 1:
            return several[0]
        sure = {surname for surname in several if sexes[surname] == {sex}}
        chief = _protagonist(document, sex)
        return sure.pop() if len(sure) == 1 else chief if chief in several else ""
    return _protagonist(document, sex)


def _protagonist(document: Document, sex: str) -> str:
    """Of whom a story mostly tells, if that's somebody of this sex: named far oftener than anybody else who may be; else ""."""
    sexes = _sexes(document)
    fitting = [
        (surname, number) for surname, number in _counts(document) if not sexes[surname] or sex in sexes[surname]
    ]
    if not fitting or fitting[0][1] < _OFTEN or (len(fitting) > 1 and fitting[0][1] < _FAR_OFTENER * fitting[1][1]):
        return ""
    return fitting[0][0]


@analysis
def _counts(document: Document) -> tuple[tuple[str, int], ...]:
    """How often everybody who is named in full is named, the most frequent first."""
    sexes = _sexes(document)
    counts = Counter(surname for reference in references(document) if (surname := folded(reference.surname)) in sexes)
    return tuple(counts.most_common())


def _apart(document: Document, one: int, other: int) -> int:
    """How many ends of lines lie between two places."""
    return len([line for line in document.text[one : other + 1].split("\n") if line]) - 1


def _holder(document: Document, words: str) -> str:
    """Whose post the words are: “the Saltmouth coach”, if one person has it, or one beside the same capitals; else ""."""
    plain = words.removesuffix("’s").removesuffix("'s")
    head = plain.split()[-1].lower() if plain.split() else ""
    level = tuple(word for word in plain.lower().split()[1:-1] if f" {word} " in plain)
    capitals = " ".join(_CAPITAL.findall(plain.partition(" ")[2]))
    holders = {
        folded(person.surname)
        for person, posts in held(document)
        for post in posts
        if post.head == head
        and post.holder
        and not post.former
        and level in {(), post.modifiers}
        and _is_of(document, post, capitals)
    }
    return holders.pop() if len(holders) == 1 else ""


def _is_of(document: Document, post: Post, body: str) -> bool:
    """Whether the post is that of a body or place: “Saltmouth coach”, “coach of Saltmouth”."""
    start, end = post.place
    before, behind = document.text[max(0, start - _OFFICE) : start], document.text[end : end + _OFFICE]
    return before.rstrip().endswith(body) or behind.startswith((f" of {body}", f" of the {body}", f" at {body}"))
