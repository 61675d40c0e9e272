"""Three times $85, said to be $265."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.quantity import written
from newslint.text.wording import inside
from newslint.topics.figures.products import product_of, rate_pairs
from newslint.topics.figures.vicinity import likeliest


@check
class RateTotal:
    """Finds totals that aren't what one costs or gets, times how many there are."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair, verdict in likeliest(rate_pairs(document)):
            each = product_of(document, pair)
            words = {
                "many": document[each.many.span],
                "one": inside(document[each.one.span]),
                "right": written(each.made, each.total.quantity),
                "total": inside(document[each.total.span]),
            }
            other, name = (each.one, "what each is") if pair.suspect == each.total.span else (each.total, "in all")
            notes = (Note(other.span, name), Note(each.many.span, "so many"))
            yield Hit(pair.suspect, words, notes, confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = RateTotal
