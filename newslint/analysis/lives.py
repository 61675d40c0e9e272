"""Lives: a birth, a later year and the age that the copy gives for it."""

from __future__ import annotations

from typing import NamedTuple

from newslint.analysis.quantity import Kind, Quantity
from newslint.analysis.skeletons import pattern, skeletons
from newslint.document import Document, analysis


class Life(NamedTuple):
    """A birth, a later event (a death, mostly) and the age that the copy gives for it."""

    born: Quantity
    later: Quantity
    age: Quantity


@analysis
def lives(document: Document) -> tuple[Life, ...]:
    """Every pair of a birth and a later year that stands with an age, in one sentence."""
    at_age = r"(?:aged|at the age of|at age|at|age) (?:just |only )?([\ue000\ue006])"
    quiet = r"[^\ue000-\uf8ff.;]"
    forms = (
        rf"\bborn\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|death|dead|passed away)\b[^\ue005.;]{{0,60}}<year>{quiet}{{0,40}}\b{at_age}",
        rf"\bborn\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|passed away)\b{quiet}{{0,20}},? {at_age},?{quiet}{{0,12}} in <year>",
        rf"\(<year>(?:-|–| to )<year>\){quiet}{{0,100}}\b(?:died|dies|dead|death|passed away)\b{quiet}{{0,30}}{at_age}",
    )
    found = []
    for sentence in skeletons(document):
        if sum(quantity.kind is Kind.YEAR for quantity in sentence.quantities) < 2:
            continue
        for form in forms:
            for match in pattern(form).finditer(sentence.text):
                signs = [sentence.at[match.start(group)] for group in (1, 2, 3)]
                years = [quantity for quantity in signs if quantity.kind is Kind.YEAR]
                others = [quantity for quantity in signs if quantity.kind is not Kind.YEAR]
                if len(years) == 2 and others:
                    found.append(Life(years[0], years[1], others[0]))
    return tuple(found)
