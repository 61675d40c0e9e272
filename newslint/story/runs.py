"""Names as wholes: mentions with the small words, possessives and numbers that join them, and the parts that they may be cut into."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import classes, normal
from newslint.story.given_names import is_title
from newslint.story.mentions import Mention, mentions
from newslint.text.known_names import SMALL
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import CALENDAR, CONJUNCTIONS, FUNCTION

# What joins two mentions to one name.
_JOINT = compiled(
    r"(?:['’]s?)?[ \u00a0](?:(?:of|the|and|&|for|de|de la|del|von|van|on|upon|in|at|under|with|by|to|no)[ \u00a0]){0,2}\Z|, (?:and|&) \Z"
)
_LONGEST_JOINT = 12
# A figure at a name's end: Marlin 14, Lantern 9b, but not 14 people or 14%.
_FIGURE = compiled(
    r"[ \u00a0-](#?\d{1,4}(?:\.\d+)*[a-z]?)(?![\w%.,:/-]*\d|[\w%/]|[ -][a-z]+s\b|[ -](?:per|million|billion|people|a\.m|p\.m))"
)
# Where a run may be cut: each side can be a name of its own.
_CUTS = frozenset("and in at on for by to with & under".split())
_LONGEST = 12  # words of a run that are compared; none is longer but in a list set without commas
_NO_LEAD = FUNCTION | CONJUNCTIONS | frozenset("last next former".split())


_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_A_NAME = ("the ", "an ", "a ")
_HONORIFICS = frozenset("mr mrs ms miss dr prof sir cllr".split())


_WHERE = frozenset("in at on near of to from along off the".split())
_COMMON = 5  # from this rank on a surname is one that many bear


class Word(Row):
    """A word of a run that says something: as it's compared, where it stands, and the small words before it (“’s of the”)."""

    text: str
    start: int
    end: int
    joint: str


class Run(Row):
    """A name as a whole: `words` without the small ones.

    `person`: it's made like a person's name. `quoted`: the opening of quotation marks stands before it. `weak`: its first
    capital may be that of a sentence. `titled`: all of its block has capitals. `article`: the, a or an before it.
    """

    words: tuple[Word, ...]
    role: Role
    person: bool
    quoted: bool
    weak: bool
    titled: bool
    article: str

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)


@analysis
def runs(document: Document) -> tuple[Run, ...]:
    """Every run of names in the copy, in order."""
    made = (_made(document, chain) for chain in _chains(document))
    return tuple(run for run in made if run)


def _chains(document: Document) -> Iterator[list[tuple[str, Mention]]]:
    """The mentions that make one name, each with what joins it to the one before it."""
    chain: list[tuple[str, Mention]] = []
    end = 0
    for mention in mentions(document):
        joint = _joint(document.text, end, mention.span.start) if chain else None
        if joint is not None:
            chain.append((joint, mention))
        else:
            if chain:
                yield chain
            chain = [("", mention)]
        end = mention.span.end
    if chain:
        yield chain


def _joint(text: str, end: int, start: int) -> str | None:
    """What joins a mention that ends here to one that starts there; None where nothing does."""
    if start - end > _LONGEST_JOINT:
        return None
    between = text[end:start]
    return between.strip() if _JOINT.match(between) else None


def _made(document: Document, chain: list[tuple[str, Mention]]) -> Run | None:
    """The run that a chain of mentions makes, without the words before it that are no part of a name; None if it has no others."""
    first = chain[0][1]
    if len(chain) == len(first.words) == 1 and first.weak and normal(first.words[0]) in _NO_LEAD:
        return None  # for speed: that’s a fifth of all
    words = _words(chain)
    weak, article = first.weak, _article(document.text, first.span.start)
    if words and words[0].joint in _ARTICLES:
        weak, article = False, words[0].joint  # the article has the sentence's capital
    while words and _is_lead(words[0], weak):
        weak, article = False, document.text[words[0].start : words[0].end].lower()
        del words[0]
    if not words:
        return None
    figure = _FIGURE.match(document.text, words[-1].end)
    if figure and words[-1].text not in CALENDAR and (article == "the" or len(words) > 1):
        words.append(Word(figure[1], *figure.span(1), ""))
    quoted = document.text[words[0].start - 1 : words[0].start] in {"“", '"', "‘", "'"} or (
        first.weak and in_quotation(document, words[0].start)
    )
    person = not quoted and article != "the" and _is_person(document.text, words)
    return Run(tuple(words[:_LONGEST]), first.role, person, quoted, weak, first.titled, article)


def _words(chain: list[tuple[str, Mention]]) -> list[Word]:
    found = []
    for joint, mention in chain:
        before = joint
        for index, (text, start) in enumerate(zip(mention.words, mention.starts, strict=True), 1):
            plain = "street" if 1 < index == len(mention.words) and text in {"St", "St."} else normal(text)
            if plain in SMALL or not plain:
                before = f"{before} {plain}".strip()
                continue
            found.append(Word(plain, start, start + len(text), before))
            before = ""
    return found


def _is_lead(word: Word, weak: bool) -> bool:
    """Whether a word at a run's head is none of the name: one that begins a sentence, an honorific."""
    return word.text in CALENDAR or (weak and word.text in _NO_LEAD) or word.text in _HONORIFICS


def _article(text: str, start: int) -> str:
    before = text[max(0, start - 4) : start].lower()
    if not before.endswith(_BEFORE_A_NAME):
        return ""
    return next(ending[:-1] for ending in _BEFORE_A_NAME if before.endswith(ending))


def _is_person(text: str, words: list[Word]) -> bool:
    """Whether a given name leads the run, or an honorific stands before it, and no word says that it's a thing."""
    before = text[max(0, words[0].start - 7) : words[0].start].rstrip(" .").rpartition(" ")[2].lower()
    if before in _HONORIFICS or before in {"lord", "lady", "dame"}:
        return True
    if len(words) == 1:
        return False
    head = words
    for index in range(1, len(words)):
        if words[index].joint:
            if words[index].joint[0] in "'’" and classes(words[index].text):
                return False  # St Martha’s School
            head = words[:index]
            break
    names = [word for word in head if not is_title(word.text)]
    if len(names) == len(head) == 2 and _is_full_name(*(word.text for word in names)):
        return before not in _WHERE
    if len(names) > 3 or not names or any(classes(word.text) for word in names[1:]):
        return False
    if len(names) == 1 and classes(names[0].text) and entry(names[0].text).surname < _COMMON:
        return False  # Bishop Avenue, and no bishop
    titled = len(names) < len(head) and is_title(words[0].text) and not is_title(head[-1].text)
    return titled or (len(names) > 1 and entry(names[0].text).given > 0)


def _is_full_name(given: str, surname: str) -> bool:
    """Whether a word that's nothing but a given name stands before a common surname, be that a thing, too: Nigel Marsh."""
    known = entry(given)
    return known.given > 0 and known.word == 0 and entry(surname).surname >= _COMMON


def parts(run: Run) -> list[tuple[int, int]]:
    """Where the names that the run may be made of begin and end, as indexes of its words: the whole first."""
    words = run.words
    if not any(word.joint for word in words[1:]):
        return [(0, len(words))]  # for speed: most have nothing between their words
    cuts = [0, *(n for n, word in enumerate(words) if n and not _CUTS.isdisjoint(word.joint.split())), len(words)]
    found = {(0, len(words)): None}
    for start, end in pairwise(cuts):
        found[start, end] = None
        for at in range(start + 1, end):
            joint = words[at].joint
            if joint[:1] in {"'", "’"}:
                found[at, end] = found[start, at] = None
            elif "of" in joint.split():
                found[at, end] = None
    return [part for part in found if part[1] > part[0]]
