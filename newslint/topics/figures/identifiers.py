"""Labels: numbers that are names, with the word that bears them: G20, Article 50, Airbus A380, page 24, 60fps."""

from __future__ import annotations

from collections import Counter, defaultdict

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import is_designator, quantities
from newslint.story.quantity import Kind, Quantity, counts_something
from newslint.text.content_words import stems_within
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import DAYS_AND_MONTHS, FUNCTION, HEDGES, SHORT_MONTHS, wordlist

_GLUED = compiled(r"(?:\b|(?<=[_#]))([A-Za-z]{1,12}|[A-Z]{1,4}-)\Z")
_BEFORE = compiled(r"\b([A-Za-z][A-Za-z]+) \Z")
_SUFFIX = compiled(r"([A-Za-z]{1,5})\b")
# Endings that make a number an ordinal, a decade, a time of day or an amount; and words that name nothing by themselves.
_NO_SUFFIX = frozenset(
    ["st", "nd", "rd", "th", "s", "am", "pm", "m", "k", "b", "bn", "tn", "p", "c", "f", "x", "pc", "hrs"]
)
_NO_LABELS = (
    DAYS_AND_MONTHS
    | SHORT_MONTHS.keys()
    | (FUNCTION - {"a", "i"})  # A380, I-95
    | HEDGES.keys()
    | wordlist("no nos number top age aged all group stage est gmt rs eur usd gbp mid pre post sub non approx")
)

# “A second flight, AY421”: not the one that was told of.
_ANOTHER = compiled(
    r"\b(?i:another|a second|a further|the other|the next|a later) [a-z]+,? (?:[A-Z]{1,4}|[A-Z]?[a-z]+ )?\Z"
)
_LED = 40  # code points
_MOST = 3  # numbers of a word that doesn't number many things


class Label(Row):
    """`number` is what `word` (in lower case; a suffix begins with “~”) bears at `span`, the number's own place."""

    word: str
    number: float
    span: Span
    role: Role | None
    glued: bool


@analysis
def labels(document: Document) -> tuple[Label, ...]:
    """Every number that a word bears as its name, in order."""
    found = []
    for quantity in quantities(document):
        numeral = quantity.numeral
        if numeral.spelled or quantity.top != quantity.value or not _may_be_name(quantity):
            continue
        word, glued = _word(document, quantity)
        if word and word not in _NO_LABELS and not (1900 <= numeral.value < 2100):
            block = document.block_at(quantity.span.start)
            span = Span(numeral.start, numeral.end)
            found.append(Label(word, numeral.value, span, block.role if block else None, glued))
    return tuple(found)


def _may_be_name(quantity: Quantity) -> bool:
    """Not an amount, nor a version, of which a draft may have several; but R116 is a helicopter sooner than money."""
    plain = quantity.kind in (Kind.OTHER, Kind.COUNT) and quantity.numeral.step >= 1
    return plain or (quantity.unit == "rand" and quantity.numeral.scale == 1)


def _word(document: Document, quantity: Quantity) -> tuple[str, bool]:
    """The word that bears the number, and whether nothing parts them; "" for none."""
    text, start, end = document.text, quantity.numeral.start, quantity.numeral.end
    before = text[max(0, start - 20) : start]
    if before[-1:].isalpha() or before.endswith("-"):
        match = _GLUED.search(before)
        return (match[1].rstrip("-").lower(), True) if match else ("", False)
    suffix = _SUFFIX.match(text, end)
    if suffix and before[-1:] not in ".,:/-":
        return ("", False) if suffix[1].lower() in _NO_SUFFIX else ("~" + suffix[1].lower(), True)
    match = _BEFORE.search(before)
    if match is None or (text[end : end + 1] in ("%", "/", ".") and text[end + 1 : end + 2].isdigit()):
        return "", False
    named = is_designator(match[1]) or (match[1][0].isupper() and quantity.kind is Kind.OTHER)
    capital = match[1].isupper() and not counts_something(text, end)
    return (match[1].lower(), False) if named or capital else ("", False)


@analysis
def mistaken_labels(document: Document) -> tuple[tuple[Label, Label], ...]:
    """Every pair of labels of one word and three figures or more that differ by two figures turned: Flight 379, Flight 397.

    One of the two stands but once, and not in the other's sentence; both have a word of what surrounds them in common. Of a
    word that numbers many things, as minutes and laws are, the other stands again.
    """
    numbers: dict[str, set[float]] = defaultdict(set)
    groups: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in labels(document):
        numbers[label.word].add(label.number)
        if label.number >= 100:
            groups[label.word, "".join(sorted(f"{label.number:.0f}"))].append(label)
    found = []
    for (word, _), group in groups.items():
        counts = Counter(label.number for label in group)
        if len(counts) == 2 and min(counts.values()) == 1 and (len(group) > 2 or len(numbers[word]) <= _MOST):
            first = group[0]
            rival = next(label for label in group if label.number != first.number)
            together = sentence_at(document, first.span.start) == sentence_at(document, rival.span.start)
            another = _ANOTHER.search(document.text, max(0, rival.span.start - _LED), rival.span.start)
            turned = _are_turned(first.number, rival.number) and not together and not another
            if turned and _frame(document, first) & _frame(document, rival):
                found.append((first, rival))
    return tuple(found)


def _are_turned(a: float, b: float) -> bool:
    """Whether two neighbouring figures of one number are the other way round in the other."""
    wrong = [index for index, (x, y) in enumerate(zip(f"{a:.0f}", f"{b:.0f}", strict=True)) if x != y]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1


def _frame(document: Document, label: Label) -> frozenset[str]:
    """What the words of the label's sentence, but for its own, have in common with their inflections."""
    sentence = sentence_at(document, label.span.start)
    return stems_within(document, Span(*sentence[:2])) - {label.word[:5]} if sentence else frozenset()
