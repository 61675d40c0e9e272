"""One name in two spellings."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.story.abbreviations import definitions
from newslint.story.short_forms import mistyped_short_forms
from newslint.text.ownership import in_web_address, is_out_of_setting
from newslint.text.quotations import in_quotation
from newslint.text.wording import times
from newslint.text.words import cased_like
from newslint.topics.names.matching import SHOWN, NamePair, name_pairs
from newslint.topics.names.name_words import Form
from newslint.topics.names.possessives import mistyped_possessives
from newslint.topics.names.two_forms import CERTAIN, paired_givens, told_of_whole_names, words_of

_MISTYPED = 0.9  # that what stands behind a name is no possessive as English has them


@check
class NameSpelling:
    """Finds a word of a name that is another one of the draft misspelled."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        elsewhere = set(paired_givens(document))
        for pair in name_pairs(document):
            if pair.confidence < SHOWN or frozenset((pair.suspect.text, pair.right.text)) in elsewhere:
                continue
            if _is_misdefined(document, pair.right) or _is_short_form(document, pair):
                continue
            whole = told_of_whole_names(document).get(words_of(pair), 0.0)
            if pair.confidence < CERTAIN and whole > pair.confidence:
                continue
            if _is_an_address(document, pair.suspect):
                continue
            if not (_is_excused(document, pair.suspect) or _is_excused(document, pair.right)):
                yield _hit(document, pair)
        for place, name, number in mistyped_possessives(document):
            mark = "'" if "'" in document.text and "’" not in document.text else "’"
            said = {"right": name, "times": times(number)}
            yield Hit(place, said, (), (Change(place, f"{name}{mark}s"),), confidence=_MISTYPED)


def _is_misdefined(document: Document, form: Form) -> bool:
    """Whether the form is a short one that its own definition doesn't fit, so that it's no measure for another."""
    return form.text.isupper() and any(
        definition.short == form.text and not definition.fits for definition in definitions(document)
    )


def _is_short_form(document: Document, pair: NamePair) -> bool:
    """Whether the right form is a short one that the copy explains: abbreviations/letters tells the slip."""
    return frozenset((pair.suspect.text, pair.right.text)) in mistyped_short_forms(document)


def _is_excused(document: Document, form: Form) -> bool:
    """Whether nowhere a writer of this draft chose the form."""
    return form.number < 3 and all(is_out_of_setting(document, place) for place in form.places)


def _is_an_address(document: Document, form: Form) -> bool:
    """Whether the form stands in addresses alone."""
    return all(in_web_address(document.text, place) for place in form.places)


def _hit(document: Document, pair: NamePair) -> Hit:
    first, *others = pair.suspect.places
    right = pair.right
    notes = [Note(place, "also here") for place in others]
    notes += [Note(place, f"spelled “{right.text}” here") for place in right.places[:3]]
    notes += [Note(form.places[0], f"and “{form.text}” here") for form in pair.also]
    places = [place for place in pair.suspect.places if not in_quotation(document, place.start)]
    # Where neither form is likelier to be right, the writer must choose.
    changes = (
        [Change(place, cased_like(document[place], right.text)) for place in places]
        if right.number > pair.suspect.number
        else ()
    )
    return Hit(
        first,
        {"right": right.text, "times": times(right.number)},
        tuple(notes),
        tuple(changes),
        confidence=pair.confidence,
        evidence=pair.signs,
    )


_: type[Check] = NameSpelling
