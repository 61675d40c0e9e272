"""Honorifics: pairs of forms of address before one surname, with the signs that they are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import DISPLAY, Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.antecedents import taken_up
from newslint.story.families import RELATIVES, is_no_relation
from newslint.story.people import is_named_as_kin, people
from newslint.story.references import Reference, references
from newslint.story.same import Pair, measured
from newslint.text.lexicon import MAN, WOMAN, entry
from newslint.text.prefilter import blocks_with_words
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import HONORIFICS, KIN, PLAIN_HONORIFICS

MEN = frozenset(word for word, form in HONORIFICS.items() if form.sex == "man")
WOMEN = frozenset(word for word, form in HONORIFICS.items() if form.sex == "woman")
_NOBLE = frozenset(word for word, form in HONORIFICS.items() if form.kind == "noble")
_LEARNED = frozenset({"dr", "prof"})
KNIGHT_AND_WIFE = frozenset({"sir", "lady"})
_ALL = MEN | WOMEN | _NOBLE | _LEARNED
# Whoever is introduced as a baroness is Lady Moor from then on.
_SPELLED = {"doctor": "dr", "professor": "prof", "baroness": "lady", "baron": "lord"}
_COUPLE = r"\b(?:Mr|Dr|Sir|Lord)\.? (?:and|&) (?:Mrs|Ms|Dr|Lady)\.? (\w+)(?: (\w+))?|\b(?:Messrs|Misses)\.? (\w+)"
_COUPLED = frozenset("mrs ms dr lady messrs misses".split())
FAMILY = rf"(?i)\b(?:{RELATIVES}|married|couple)\b"
_MOST = 6
_THEN = compiled(r",? \(?as s?he (?:then )?(?:was|is now)\b")
_KIN_BEHIND = compiled(rf"(?: [A-Z]{{2,4}})*, (?:his|her|their|the|an?)\b[^,.;\n]{{0,30}}\b{RELATIVES}\b")
_SPOUSE = compiled(r"\b(?:his wife|her husband)\b(?! of [A-Z])")
# Who has but a given name beside the word for a relative: “His widow, Áine, said”, “Moor’s father, Giles,”.
_BY_GIVEN = compiled(
    rf"\b(?P<owner>[Hh]is|[Hh]er|[A-Z][\w-]+(?=['’]s))(?:['’]s)? (?:[a-z]+ )?{RELATIVES}, [^\W\d_a-zß-ÿ][\w-]+(?:[,.]| and\b)"
)
_SEVERAL = compiled(r"\b[Tt]he ([^\W\d_a-zß-ÿ][\w’'-]+)s\b")  # the Moors
_AND_BEFORE = compiled(r"\b[A-Z][\w’'-]+ (?:and|&) \Z")
_GIVEN = 24  # letters of a given name and the “and” behind it


def honorific(reference: Reference) -> str:
    """The form of address before a name, in lower case without a point; "" for none."""
    words = (title.rstrip(".").lower() for title in reference.titles)
    return next((plain for word in words if (plain := _SPELLED.get(word, word)) in _ALL), "")


@analysis
def honorific_pairs(document: Document) -> tuple[Pair, ...]:
    """Each two forms of address before one surname; the rarer, or the later, is suspected."""
    by_surname: dict[str, dict[str, list[Reference]]] = defaultdict(lambda: defaultdict(list))
    for reference in references(document):
        form = honorific(reference) if reference.titles else ""
        own = form and not (
            reference.titled or in_quotation(document, reference.name.start) or _was_then(document, reference)
        )
        if own and not is_a_relative(document, reference):
            by_surname[reference.surname][form].append(reference)
    bearers: dict[str, list[int]] = defaultdict(list)
    for person in people(document):
        bearers[person.surname].append(entry(person.given.split()[0]).given)
    together = couples(document)
    found = []
    for surname, forms in by_surname.items():
        if 1 < len(forms) <= _MOST:
            for one, other in combinations(forms, 2):
                if {one, other} == KNIGHT_AND_WIFE:
                    continue
                suspect, right = sorted((one, other), key=lambda form: (len(forms[form]), -forms[form][0].name.start))
                signs = _kinds(suspect, right) | _signs(document, forms[suspect], forms[right], bearers[surname])
                several = len(bearers[surname]) > 1 or surname in together
                signs["several people of the surname are named"] = float(several)
                signs["more than two forms"] = float(len(forms) > 2)
                signs["the given name is of the other’s sex"] = float(_agrees(bearers[surname], suspect, right))
                found.append(
                    Pair(
                        "honorific",
                        forms[suspect][0].with_titles(document),
                        forms[right][0].with_titles(document),
                        measured(signs),
                    )
                )
    return tuple(found)


def _was_then(document: Document, reference: Reference) -> bool:
    """Whether somebody had the form of address at another time: “Miss Moor, as she then was”."""
    return _THEN.match(document.text, reference.name.end) is not None


def _kinds(suspect: str, right: str) -> dict[str, float]:
    """How two forms of address differ."""
    both = {suspect, right}
    sexes = bool(both & MEN) and bool(both & WOMEN)
    return {
        "a man’s and a woman’s": float(sexes and not both & _NOBLE),
        "Mrs, Ms and Miss": float(both <= WOMEN - _NOBLE),
        "a professor who is Mr or Ms": float("prof" in both and bool(both & PLAIN_HONORIFICS)),
        "a knight or a dame who is Mr or Ms": float(bool(both & _NOBLE) and bool(both & PLAIN_HONORIFICS)),
        "one is Mrs": float("mrs" in both),
    }


def _signs(document: Document, these: list[Reference], those: list[Reference], bearers: list[int]) -> dict[str, float]:
    block = document.block_at(these[0].name.start)
    given = [{word for reference in side for word in reference.givens} for side in (these, those)]
    return {
        "people of both sexes bear the surname": float({MAN, WOMAN} <= set(bearers)),
        "a relative is near": float(any(_is_near_kin(document, reference) for reference in these[:3])),
        "a relative is near the other": float(any(_is_near_kin(document, reference) for reference in those[:3])),
        "both in one sentence": float(
            any(
                sentence_at(document, a.name.start) == sentence_at(document, b.name.start)
                for a in these[:3]
                for b in those[:3]
            )
        ),
        "the suspect stands once": float(len(these) == 1),
        "how often the other stands": min(len(those), 5) / 5,
        "in a headline, standfirst or caption": float(block is not None and block.role in DISPLAY),
        "one given name with both": float(bool(given[0] & given[1])),
        "two given names with them": float(bool(given[0] and given[1] and not given[0] & given[1])),
        "introduced with it": float(bool(given[0])),
    }


def is_a_relative(document: Document, reference: Reference) -> bool:
    """Whether a name is told to be a relative's, or nobody's of that name: “his wife, Mrs Moor”, “Mr Moor, her brother”, “no relation”."""
    behind = _KIN_BEHIND.match(document.text, reference.name.end)
    return behind is not None or is_named_as_kin(document, reference) or is_no_relation(document, reference.name)


@analysis
def couples(document: Document) -> frozenset[str | None]:
    """The surnames of those who are named together, “Mr and Mrs Moor”, “Alan and Ruth Moor”, “the Moors”; and of those of whom a relative
    is told: “Alan Moor said that his wife”, “Moor’s father, Giles,”.
    """
    addressed = frozenset(
        name
        for block in blocks_with_words(document, _COUPLED)
        for match in compiled(_COUPLE).finditer(document.text, block.start, block.end)
        for name in match.groups()
    )
    full = (reference for reference in references(document) if reference.full)
    named = {
        each.surname
        for each in full
        if _is_behind_another(document.text, each.name.start) or _has_a_spouse(document, each)
    }
    return addressed | named | frozenset(_SEVERAL.findall(document.text)) | frozenset(_with_relatives(document))


def _with_relatives(document: Document) -> Iterator[str]:
    """The surnames of those of whom a relative is told by the given name alone."""
    for block in blocks_with_words(document, KIN.keys()):
        for match in _BY_GIVEN.finditer(document.text, block.start, block.end):
            sentence = sentence_at(document, match.start())
            pronoun = {"his": "he", "her": "she"}.get(match["owner"].lower())
            number = taken_up(document, sentence, pronoun) if pronoun and sentence else None
            yield people(document)[number].surname if number is not None else match["owner"]


def _has_a_spouse(document: Document, reference: Reference) -> bool:
    """Whether the sentence tells, behind a name, of “his wife” or “her husband”."""
    sentence = sentence_at(document, reference.name.start)
    return sentence is not None and _SPOUSE.search(document.text, reference.name.end, sentence.end) is not None


def _is_behind_another(text: str, start: int) -> bool:
    """Whether a name and “and” stand before a place: “Alan and”."""
    return _AND_BEFORE.search(text, max(0, start - _GIVEN), start) is not None


def _agrees(bearers: list[int], suspect: str, right: str) -> bool:
    """Whether the one given name that the surname has is of the sex that only the other form fits."""
    if len(bearers) != 1 or bearers[0] not in (MAN, WOMAN):
        return False
    fits, unfit = (MEN, WOMEN) if bearers[0] == MAN else (WOMEN, MEN)
    return right in fits and suspect in unfit


def _is_near_kin(document: Document, reference: Reference) -> bool:
    """Whether the sentence of the name speaks of a relative."""
    sentence = sentence_at(document, reference.name.start)
    return sentence is not None and compiled(FAMILY).search(document.text, sentence.start, sentence.end) is not None
