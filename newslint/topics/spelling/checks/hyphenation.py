"""One compound in two forms: with a hyphen and without, open and closed."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.compounds import CLOSED, HYPHENED, Use, compounds
from newslint.text.joined_words import joined_words
from newslint.text.wording import times
from newslint.topics.spelling.hyphenation import PHRASAL, Conflict, conflict_of, spoken_conflict

_NUMBER = compiled(r"[\d.,]+")
_SHOWN = 3


@check
class Hyphenation:
    """Finds a compound that is written now closed, now with a hyphen, now open, in the same part of a sentence.

    A hyphen before a noun and none behind it (a long-term plan, in the long term) is no fault, nor is a verb of
    two words beside its noun (to shut down, a shutdown). `apart` names closed words to leave alone.
    """

    apart: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: set[Span] = set()
        for key, uses in compounds(document).items():
            if key not in self.apart:
                conflict = conflict_of(document, key, [use for use in uses if use.own]) or spoken_conflict(
                    document, key, uses
                )
                if conflict is not None:
                    told.update(use.span for use in (*conflict.usual, *conflict.rare))
                    yield _hit(document, conflict)
        for joined in joined_words(document):
            if joined.apart is not None and joined.second not in PHRASAL and joined.span not in told:
                apart = f"{joined.first} {joined.second}"
                note = Note(joined.apart, f"“{document[joined.apart]}” here")
                words_said = {"usual": apart, "count": "as two words"}
                yield Hit(joined.span, words_said, (note,), (Change(joined.span, apart),), 0.95)


def _hit(document: Document, conflict: Conflict) -> Hit:
    usual, rare = conflict.usual, conflict.rare
    first, *others = rare
    related = [Note(use.span, "and here") for use in others]
    related += [Note(use.span, f"“{document[use.span]}” here") for use in usual[:_SHOWN]]
    changes = [Change(use.span, _as_in(document, use, usual[0])) for use in rare] if len(usual) > len(rare) else []
    words_said = {"usual": document[usual[0].span], "count": f"{times(len(usual))} elsewhere"}
    return Hit(first.span, words_said, tuple(related), tuple(changes), conflict.confidence, minor=conflict.minor)


def _as_in(document: Document, use: Use, model: Use) -> str:
    """The text of `use` in the form of `model`, with its own ending and capitals."""
    text = document[use.span]
    bare = text.replace("-", "").replace(" ", "").replace("\u00a0", "")
    if model.form == CLOSED:
        return bare[0] + bare[1:].lower() if text.istitle() else bare
    parts = document[model.span].replace("-", " ").split()
    joint = "-" if model.form == HYPHENED else " "
    cuts = [0]
    for part in parts[:-1]:
        number = _NUMBER.match(bare) if part[0].isdigit() else None
        cuts.append(number.end() if number else cuts[-1] + len(part))
    return joint.join(bare[start:end] for start, end in zip(cuts, [*cuts[1:], None], strict=True))


_: type[Check] = Hyphenation
