"""Signs that two names which differ in one word are one, or two: what each measures. Weighed by the judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newslint.document import Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.story.contrast import called_another
from newslint.story.generic_words import PLACE, PLACE_ENDINGS, classes, sort_of
from newslint.story.given_names import is_title
from newslint.story.name_company import surroundings
from newslint.story.name_families import family
from newslint.story.runs import Run, runs
from newslint.story.same import measured
from newslint.story.windows import Key, Likeness, Use
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import Entry, entry
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.similarity import edits, inflected, shared_head, turned
from newslint.text.words import occurrences, words

# What stands where something is named for the first time: a firm called, the charity, of the group.
_INTRODUCED = compiled(r"\A(?:,| \(|,? (?:which|who|a|an|the|based|where)\b)")
_A_NOUN = compiled(r"\b(?:an?|called|named|titled|known as|dubbed)(?: [a-z][\w-]*){0,4}[ ,“\"‘']*\Z")
_MANY = compiled(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|some|other|these|those|both|all|various|most|few)\Z"
)
_ONE = compiled(r"\b(?:an?|another|this|each|every)\Z")
_LOOKED_AT = 30  # places of a name that are looked at, at most
_SHORTEST_ALIKE = 4
_TWO_EDITS_FROM = 6  # from this length on two edits may be one slip


def signs(document: Document, pair: Likeness) -> dict[str, float]:
    """Every sign that holds of the pair, with what it measures."""
    found = {
        **_letters(*pair.words),
        **_generics(pair),
        **_knowledge(pair),
        **_company(document, pair),
        **_places(document, pair),
        **_introductions(document, pair),
        **_counts(pair),
        **surroundings(document, pair),
        **family(document, pair),
    }
    return measured(found)


def _letters(a: str, b: str) -> dict[str, float]:
    """How alike the two words are, and whether English has them."""
    least = min(len(a), len(b))
    distance = edits(a, b, 2)
    plural = _is_plural(a, b) or _is_plural(b, a)
    turns = turned(a, b)
    long = _TWO_EDITS_FROM if distance > 1 else _SHORTEST_ALIKE
    alike = not plural and (turns or (distance <= 2 and least >= long))
    head = shared_head(a, b)
    return {
        "letters alike": alike,
        "one letter": alike and distance == 1 and least > 4,
        "letters turned": turns,
        "singular and plural": plural,
        "inflected": inflected(a, b) and not plural,
        "same first letter": a[0] == b[0] and not alike,
        "same length": abs(len(a) - len(b)) <= 1 and not alike,
        "same number": (a[-1] == "s") == (b[-1] == "s"),
        "same beginning": not alike and not plural and head >= 4 and 2 * head >= least,
        "one begins with all of the other": not alike and not plural and _begins(a, b),
        "two endings of places": head >= 3 and _ends_a_place(a) and _ends_a_place(b),
    }


def _begins(a: str, b: str) -> bool:
    """Whether one word is the beginning of the other: west, western."""
    return a.startswith(b) or b.startswith(a)


def _is_plural(many: str, one: str) -> bool:
    return many in (f"{one}s", f"{one}es") or (one[-1] == "y" and many == f"{one[:-1]}ies")


def _ends_a_place(word: str) -> bool:
    """Whether the word is one and ends as names of places do: Netherbeck, Coldbrook."""
    return word.endswith(PLACE_ENDINGS) and not word.endswith("ing") and entry(word).word == 0


def _generics(pair: Likeness) -> dict[str, float]:
    """Whether the words say what the names are of, and of one class."""
    a, b = pair.words
    of_a, of_b = classes(a), classes(b)
    rest = [word for at, word in enumerate(pair.suspect) if at != pair.at]
    same = bool(of_a & of_b)
    return {
        "one class": same,
        "one class, no third": same and pair.values == 2,
        "an office": any(is_title(word) for word in pair.suspect),
        "an office and a body": is_title(a) != is_title(b),
        "several of the first word": pair.at == 0 and (_is_plural(a, b) or _is_plural(b, a)),
        "rest rare": any(entry(word) == Entry() for word in rest),
        "first word": pair.at == 0,
    }


def _knowledge(pair: Likeness) -> dict[str, float]:
    """Whether the world has bodies or places of these names, and words that are names by themselves."""
    a, b = pair.words
    known = [_is_known(pair.suspect, pair.at), _is_known(pair.other, pair.at)]
    return {
        "both known": all(known),
        "neither known": not any(known),
        "one class, neither known": not any(known) and bool(classes(a) & classes(b)),
        "two names": _is_proper(entry(a)) and _is_proper(entry(b)),
    }


def _is_proper(known: Entry) -> bool:
    return not 0 < known.word <= 4 and (known.proper > 0 or known.surname > 3 or known.place > 0)


def _is_known(key: Key, at: int) -> bool:
    """Whether the table has the name, or a part of it that holds the word in question."""
    size = len(key)
    return any(
        is_known_name(key[first:behind])
        for first in range(at + 1)
        for behind in range(max(at + 1, first + 2), size + 1)
        if behind - first > 1
    )


@analysis
def _runs_of_word(document: Document) -> Mapping[str, list[Run]]:
    """The runs that hold each word of names: of a frequent one the first."""
    found: dict[str, list[Run]] = defaultdict(list)
    for run in runs(document):
        for word in run.words:
            if len(found[word.text]) < 60:
                found[word.text].append(run)
    return found


def _company(document: Document, pair: Likeness) -> dict[str, float]:
    """What else the words of the two names stand beside."""
    a, b = pair.words
    held = _runs_of_word(document)
    spans_a = {use.run.span for use in pair.suspects}
    spans_b = {use.run.span for use in pair.others}
    own_a = [run for run in held.get(a, ()) if run.span not in spans_a and run.span not in spans_b]
    own_b = [run for run in held.get(b, ()) if run.span not in spans_b and run.span not in spans_a]
    rest = [word for at, word in enumerate(pair.suspect) if at != pair.at]
    apart = any(len(run.words) > 1 and run.span not in spans_a | spans_b for word in rest for run in held.get(word, ()))
    low = occurrences(document)
    texts = words(document).texts
    small = any(texts[index].islower() for index in low.get(b, ())[:40])
    # Of streets and rivers a town has others, which says nothing of these two.
    places = sort_of(classes(a)) == sort_of(classes(b)) == PLACE
    return {
        "suspect's word elsewhere": bool(own_a) and not places,
        "other's word elsewhere": bool(own_b) and not places,
        "rest in other company": apart,
        "other's word in small letters": small and not classes(b),
        "what the other is stands in small letters": small and classes(b) > 0,
    }


def _places(document: Document, pair: Likeness) -> dict[str, float]:
    """Where the two stand to each other, and in which blocks."""
    suspect, other = pair.suspects[0], pair.others[0]
    nearest = nearest_of(suspect, pair.others)
    one, two = sentence_at(document, suspect.span.start), sentence_at(document, nearest.span.start)
    return {
        "same sentence": one is not None and one == two,
        "next sentence": neighbours(one, two),
        "together": together(document, pair.suspects, pair.others),
        "called another": called_another(document, suspect.span, nearest.span),
        "suspect first": suspect.span.start < other.span.start,
        "suspect in caption": suspect.run.role is Role.CAPTION,
        "both quoted": suspect.run.quoted and other.run.quoted,
        "suspect in quotation": not suspect.run.quoted and in_quotation(document, suspect.span.start),
    }


def together(document: Document, suspects: Sequence[Use], others: Sequence[Use]) -> bool:
    """Whether some sentence has both names."""
    sentences_of = [
        {sentence.start for use in uses[:_LOOKED_AT] if (sentence := sentence_at(document, use.span.start))}
        for uses in (suspects, others)
    ]
    return not sentences_of[0].isdisjoint(sentences_of[1])


def nearest_of(suspect: Use, others: Sequence[Use]) -> Use:
    """The use of the other name that stands nearest to the suspect."""
    return min(others, key=lambda use: abs(use.span.start - suspect.span.start))


def neighbours(one: Sentence | None, other: Sentence | None) -> bool:
    """Whether the one sentence stands right behind the other."""
    if one is None or other is None or one == other:
        return False
    first, last = sorted((one.span, other.span))
    return last.start - first.end < 3


def _introductions(document: Document, pair: Likeness) -> dict[str, float]:
    """Whether each of the two is introduced where it first stands."""
    suspect = any(_is_introduced(document, use) for use in pair.suspects[:3])
    other = any(_is_introduced(document, use) for use in pair.others[:3])
    text = document.text
    a, b = pair.suspects[0], pair.others[0]
    before = [text[max(0, use.span.start - 12) : use.span.start].rstrip(' “"') for use in (a, b)]
    plural, single = (a, b) if pair.words[0].endswith("s") else (b, a)
    return {
        "other introduced": other and not suspect,
        "suspect introduced": suspect and not other,
        "both introduced": suspect and other,
        "number before": bool(
            _MANY.search(before[0 if plural is a else 1]) or _ONE.search(before[0 if single is a else 1])
        ),
        "both whole": any(use.whole for use in pair.suspects) and any(use.whole for use in pair.others),
        "both by themselves": all(any(not any(use.beside()) for use in each) for each in (pair.suspects, pair.others)),
        "preposition before both": all(word.split()[-1:] and word.split()[-1].lower() in _WHERE for word in before),
    }


_WHERE = frozenset("in at near from to of outside around through".split())


def _is_introduced(document: Document, use: Use) -> bool:
    """Whether something is said of what it is where it stands: a charity called …, …, which …"""
    if use.run.article in {"a", "an"}:
        return True
    span = use.span
    text = document.text
    if _INTRODUCED.match(text[span.end : span.end + 12]):
        return True
    return _A_NOUN.search(text[max(0, span.start - 60) : span.start]) is not None


def _counts(pair: Likeness) -> dict[str, float]:
    """How often each stands."""
    few, many = len(pair.suspects), len(pair.others)
    return {
        "suspect once": few == 1,
        "once each": few == many == 1,
    }
