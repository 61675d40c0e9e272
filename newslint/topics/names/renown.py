"""Renown: how well readers know a surname, and whether they take the word for a surname at all."""

from __future__ import annotations

from newslint.startup.expressions import compiled
from newslint.text.known_names import is_known_name
from newslint.text.lexicon import Entry, entry
from newslint.text.web_words import written

# Among what the world writes so often is what everybody knows.
_WELL_KNOWN = 18
# A word of the dictionary up to this rank is an ordinary one.
_ORDINARY = 3
# How often the web writes a surname that nobody famous bears, and how much oftener with each rank that it's commoner.
_USUAL, _BY_RANK = 15.0, 1.1
# Surnames alone are formed so: “MacVicar”, “McCoy”, “O’Dowd”, “FitzGerald”, “D’Arcy”, “DeLuca”, “Hill-Moor”.
_FORMED = compiled(r"(?:Ma?c|Fitz|Van|Von|De|Di|Du|La|Le|St|[OD]['’])[A-Z][a-zÀ-ž]+|[A-Z][a-zÀ-ž]+-[A-Z][a-zÀ-ž]+")
# Up to so much more fame than its rank explains nobody is known by it.


def fame(surname: str) -> float:
    """How much oftener the web writes a surname than a surname of its rank: the binary logarithm."""
    return written(surname) - _USUAL - _BY_RANK * entry(surname).surname


def knowledge_of(surname: str) -> dict[str, float]:
    """What the lists know of the word."""
    known, often = entry(surname), written(surname)
    return {
        "no list has the surname": known == Entry(),
        "nobody writes it on the web": not often,
        "a surname that the lists have": known.surname > 0,
        "how common a surname it is": known.surname / 3,
        "a given name rather than a surname": known.given and known.surname < _ORDINARY,
        "a given name, too": known.given > 0,
        "a place, too": known.place,
        "an ordinary word, too": 0 < known.word <= _ORDINARY,
        "a name that everybody knows": known.proper > 0 and known.frequency > _WELL_KNOWN,
        "how well known the word is": often / 10,
        "better known than its bearers explain": max(0.0, fame(surname)) / 3,
        "in capitals": surname.isupper() or not (surname[1:].islower() or _FORMED.fullmatch(surname)),
        "formed as surnames alone are": _FORMED.fullmatch(surname) is not None,
        "the world knows it": is_known_name([surname]),
    }
