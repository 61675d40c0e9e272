"""Bystanders: who else is named or told of between a name and a pronoun, and may be meant by it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.offices import FIELDS
from newslint.story.references import Reference, references, references_within
from newslint.text.lexicon import entry
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import BE, DAYS_AND_MONTHS, HAVE, KIN, SPOKE, alternatives, wordlist
from newslint.text.words import words
from newslint.topics.names.callings import is_calling
from newslint.topics.names.sexes import named_sex, sex_called

# A capitalised word alone that is a surname of a commoner rank may be somebody.
_SURNAME = 2
# Up to these ranks a word of the dictionary is none, where it has its capital from its place (“Money is a puzzle”) and elsewhere.
_KNOWN, _USUAL = 4, 2
# Where a place stands: “in Cork”.
_WHERE = compiled(r"\b(?i:in|at|near|outside|inside|around|across|throughout|into) \Z")
# A word for somebody in an apposition is the one who is named: “, a retired judge,” / “is a baker”
_IS = compiled(r"(?:[,(]|\b(?:is|was|as|became)) (?:a|an|the|its|their|who) [^,.]{0,30}\Z|, [a-z-]{0,30} ?\Z")
# … but not where it does something behind a clause: “Asked of it, the chairman laughed”.
_DOES = compiled(rf" (?:{alternatives(SPOKE, BE, HAVE)}|[a-z]+ed)\b")
# So is one that stands before the name: “coach Ann Moor”, “her assistant, Ann Moor”.
_TITLE = compiled(r"[a-z-]+(?: [a-z-]+)?,? ")
# “The Inspector”, “the Prime Minister”
_THE = compiled(r"\b[Tt]he (?:[A-Z][a-z]+ )?\Z")
# “One at the back and one in front” are no persons.
_IS_A_THING = compiled(
    r"one(?: (?:at|under|on|in|by|for|to|there|here|day|thing|way|year|week|month|hour|another|or|and)\b|[,.;])"
)
_HEADS = frozenset(head for heads in FIELDS.values() for head in heads.split())
_THINGS = wordlist("model host star forward general private prop pitcher")
_MEN = wordlist("man boy guy lad gentleman lord king prince")
_WOMEN = wordlist("woman girl lady lass queen princess actress waitress")
_ANYBODY = wordlist(
    "one someone somebody person victim suspect resident driver passenger teenager neighbour neighbor friend colleague partner "
    "customer visitor guest baby author singer actor patient defendant accused character predecessor successor rival candidate "
    "opponent assistant anybody anyone everyone everybody client plaintiff claimant applicant survivor tenant landlord employee "
    "employer worker boss widow bride groom fan caller buyer seller"
)


def others_named(document: Document, begin: int, end: int, reference: Reference, sex: str) -> int:
    """How many times somebody else who may be of a sex is named between two places."""
    within = references_within(document, Span(begin, end))
    return sum(each.surname != reference.surname and may_be(document, each, sex) for each in within)


def may_be(document: Document, reference: Reference, sex: str) -> bool:
    """Whether somebody may be of a sex: nothing says that they're of the other."""
    if reference.full or reference.titles:
        return named_sex(reference) in ("", sex)
    known = _sexes(document).get(reference.surname)
    if known is not None:
        return not known or sex in known
    return _is_somebodys_name(document, reference, sex)


def _is_somebodys_name(document: Document, reference: Reference, sex: str) -> bool:
    """Whether a capitalised word alone, by which nobody is introduced, may name somebody of a sex."""
    word = entry(reference.surname)
    if reference.surname.lower() in DAYS_AND_MONTHS or not (word.given or word.surname > _SURNAME):
        return False
    sentence = sentence_at(document, reference.name.start)
    opens = sentence is not None and sentence.start == reference.name.start
    if 0 < word.word <= (_KNOWN if opens else _USUAL) and not word.given:
        return False
    if _WHERE.search(document.text, max(0, reference.name.start - 10), reference.name.start):
        return False
    return word.surname > _SURNAME or sex_called(reference.surname) in ("", sex)


@analysis
def _sexes(document: Document) -> Mapping[str, frozenset[str]]:
    """The sexes of those who are named in full or with a title, by surname; none, where one may be of either."""
    found: dict[str, set[str]] = defaultdict(set)
    for reference in references(document):
        if reference.full or reference.titles:
            found[reference.surname].add(named_sex(reference))
    return {surname: frozenset() if "" in sexes else frozenset(sexes) for surname, sexes in found.items()}


def others_told(document: Document, begin: int, end: int, reference: Reference, sex: str) -> bool:
    """Whether a common noun between two places may mean somebody else."""
    named = reference.with_titles(document).start
    titles = {title.lower() for title in reference.titles}
    texts, starts = words(document)
    return any(
        (not texts[index][0].isupper() or _THE.search(document.text, max(0, starts[index] - 20), starts[index]))
        and _is_somebody(texts[index].removesuffix("’s").removesuffix("'s").lower(), sex)
        and not _is_apposed(document.text, begin, starts[index], starts[index] + len(texts[index]))
        and texts[index].lower() not in titles
        and not (texts[index] == "one" and _IS_A_THING.match(document.text, starts[index]))
        and not (starts[index] < named and _TITLE.fullmatch(document.text, starts[index], named))
        for index in range(bisect_left(starts, begin), bisect_left(starts, end))
    )


def _is_apposed(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a word for somebody says what one is who is named, and is no subject."""
    return _IS.search(text, max(begin, start - 40), start) is not None and _DOES.match(text, end) is None


def _is_somebody(word: str, sex: str) -> bool:
    """Whether a common noun in the singular may mean somebody of this sex."""
    kin = KIN.get(word)
    of = kin.sex if kin and not kin.plural else "man" if word in _MEN else "woman" if word in _WOMEN else ""
    if of:
        return of == sex
    return kin is not None or word in _ANYBODY or ((word in _HEADS or is_calling(word)) and word not in _THINGS)
