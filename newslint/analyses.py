"""The analyses that newslint promises to plugins: to ask a document for, and to replace.

Whatever else is marked `@analysis` is newslint's own affair, and may be another with the next release. docs/plugins.md
says what each of these gives.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = [
    "DateReference",
    "Definition",
    "Mention",
    "Person",
    "Quantity",
    "Quote",
    "Reference",
    "Sentence",
    "Words",
    "dates",
    "definitions",
    "in_quotation",
    "mentions",
    "people",
    "quantities",
    "quotes",
    "references",
    "sentences",
    "words",
]

# Where each public analysis lives: the names that `newslint_analyses` takes.
ANALYSES = {
    "dates": "newslint.story.dates",
    "definitions": "newslint.story.abbreviations",
    "mentions": "newslint.story.mentions",
    "people": "newslint.story.people",
    "quantities": "newslint.story.quantities",
    "quotes": "newslint.text.quotations",
    "references": "newslint.story.references",
    "sentences": "newslint.text.sentences",
    "words": "newslint.text.words",
}

if TYPE_CHECKING:
    from newslint.story.abbreviations import Definition, definitions
    from newslint.story.dates import DateReference, dates
    from newslint.story.mentions import Mention, mentions
    from newslint.story.people import Person, people
    from newslint.story.quantities import quantities
    from newslint.story.quantity import Quantity
    from newslint.story.references import Reference, references
    from newslint.text.quotations import Quote, in_quotation, quotes
    from newslint.text.sentences import Sentence, sentences
    from newslint.text.words import Words, words
else:
    # What the analyses give, and what else one asks of it.
    _HOMES = ANALYSES | {
        "DateReference": "newslint.story.dates",
        "Definition": "newslint.story.abbreviations",
        "Mention": "newslint.story.mentions",
        "Person": "newslint.story.people",
        "Quantity": "newslint.story.quantity",
        "Quote": "newslint.text.quotations",
        "Reference": "newslint.story.references",
        "Sentence": "newslint.text.sentences",
        "Words": "newslint.text.words",
        "in_quotation": "newslint.text.quotations",
    }

    def __getattr__(name):
        """A public name, whose module is imported when it's first asked for."""
        if name not in _HOMES:
            raise AttributeError(f"module 'newslint.analyses' has no attribute {name!r}")
        thing = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return thing

    def __dir__():
        return sorted({*globals(), *__all__})
