"""Forms of one name beside the commonest form of it, and how surely they are one name's."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.given_names import share_one
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.topics.names.variants import Variant, forms_of_names, unusual

_ARTICLE = compiled(r"(?i:al|el)-")


class FormPair(Row):
    """`suspect` is another form of `right`, with a confidence from 0 to 1."""

    suspect: Variant
    right: Variant
    confidence: float


@analysis
def form_pairs(document: Document) -> tuple[FormPair, ...]:
    """Each form of a name beside the commonest form of it."""
    found = []
    for group in forms_of_names(document):
        right, *others = sorted(group.values(), key=_standing)
        for suspect in others:
            listed = _is_listed(document, suspect, group)
            confidence = 0.0 if listed else _confidence(document, suspect, right)
            if confidence:
                found.append(FormPair(suspect, right, confidence))
    return tuple(found)


# A shift key held too long: HIllary, but not IDs.
_HELD_SHIFT = compiled(r"[A-Z]{2}[a-z]{2,}\Z")


def _standing(variant: Variant) -> tuple[bool, int, int]:
    """What sorts the form that's likelier right first."""
    return bool(_HELD_SHIFT.match(variant.text)), -variant.number, variant.uses[0].span.start


def _confidence(document: Document, suspect: Variant, right: Variant) -> float:
    if suspect.text.replace("’", "'") == right.text.replace("’", "'"):
        return 0.0  # a matter of marks, not of the name
    if (
        not suspect.strong
        and " " not in suspect.text
        and (_only_first_letter(suspect, right) or not (unusual(suspect.text) or unusual(suspect.text + right.text)))
    ):
        return 0.0
    if all(in_quotation(document, use.span.start) for use in suspect.uses):
        return 0.7 if _is_of_the_hand(suspect.text, right.text) else 0.4
    given_a, given_b = suspect.givens, right.givens
    if given_a and given_b and not share_one(given_a, given_b):
        return 0.3
    if suspect.text.isupper() != right.text.isupper():
        return _acronym_confidence(suspect, right)
    if _only_first_letter(suspect, right):
        if suspect.text.islower() and right.number > suspect.number:
            return 0.8
        return 0.8 if unusual(right.text) or _is_alike_led(suspect, right) else 0.0
    if " " in suspect.text + right.text and suspect.text.replace(" ", "-") == right.text:
        return 0.7
    return 0.92 if right.number > suspect.number else 0.85


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


def _is_alike_led(suspect: Variant, right: Variant) -> bool:
    """Whether an Arabic article has a capital here and none there in like places: some write it behind a given name alone."""
    if not _ARTICLE.match(right.text):
        return False
    here, there = ({bool(use.givens) for use in variant.uses if not use.weak} for variant in (suspect, right))
    return bool(here & there)


def _is_of_the_hand(suspect: str, right: str) -> bool:
    """Whether no speaker makes the difference: a hyphen lost between two capitals, Mclunn for McLunn."""
    return suspect == right.replace("-", "") or (right.startswith(("Mc", "Mac")) and suspect == right.capitalize())


def _only_first_letter(suspect: Variant, right: Variant) -> bool:
    return suspect.text[1:] == right.text[1:]


def _acronym_confidence(suspect: Variant, right: Variant) -> float:
    """COVID and Covid are one word in two forms; LONDON and London may be emphasis or a dateline."""
    upper, other = (suspect, right) if suspect.text.isupper() else (right, suspect)
    known = entry(other.text)
    shared = suspect.neighbours & right.neighbours
    if known.word and known.word <= 5:
        return 0.75 if shared else 0.0
    if other.text.islower():
        return 0.75
    if (known.proper and known.frequency > 12) or known.surname > 2 or upper.number < 2:
        return 0.0
    return 0.85
