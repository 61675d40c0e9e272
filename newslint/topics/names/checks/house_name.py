"""Names and terms that the desk writes otherwise: its own list decides over any majority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from newslint.document import Document
from newslint.hit import Change, Check, Hit, check
from newslint.house import Entry
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.lettercase import like
from newslint.text.lexicon import folded
from newslint.text.ownership import meant
from newslint.text.similarity import edits
from newslint.text.terms import Terms, cover
from newslint.text.vocabulary import HONORIFICS, alternatives

_TITLES = frozenset(map(str.capitalize, [*HONORIFICS, "sen", "senator", "rep", "gov", "governor"]))
_TITLE_BEFORE = compiled(rf"\b({alternatives(_TITLES)})\.?[ \u00a0]\Z")


@check
class HouseName:
    """Finds the wrong forms in the desk's lists of `names` and `terms`, a listed name with other capitals or accents,
    and a person of the list with another title than the desk's.

    With `quotations` it looks inside quotation marks too: a name is the writer's to spell even there.
    """

    names: tuple[Entry, ...] = ()
    house_terms: tuple[Entry, ...] = ()
    quotations: bool = True
    scope: tuple[str, ...] = ()

    @property
    def _entries(self) -> tuple[Entry, ...]:
        return (*self.names, *self.house_terms)

    @cached_property
    def _by_wrong(self) -> dict[str, Entry]:
        return {" ".join(form.split()): entry for entry in self._entries for form in entry.wrong}

    @cached_property
    def _wrong_names(self) -> Terms:
        forms = [form for entry in self.names for form in entry.wrong]
        return Terms(forms, ignorecase=False)

    @cached_property
    def _wrong_terms(self) -> Terms:
        return Terms(form for entry in self.house_terms for form in entry.wrong)

    @cached_property
    def _right(self) -> Terms:
        return Terms(entry.name for entry in self.names)

    def __call__(self, document: Document) -> Iterator[Hit]:
        if self._entries:
            yield from _apart(self._hits(document))

    def _hits(self, document: Document) -> Iterator[Hit]:
        right = cover(document, tuple(entry.name for entry in self._entries))
        for listed in (self._wrong_names, self._wrong_terms):
            for each in listed.find(document):
                if not right.holds(each.span) and meant(document, each.span, self.scope, self.quotations):
                    yield _wrong(document, each.span, each.term, self._by_wrong[each.term])
        yield from self._otherwise(document)
        yield from self._titles(document)

    def _otherwise(self, document: Document) -> Iterator[Hit]:
        """Listed names with other capitals: “Macbook” for “MacBook”."""
        for each in self._right.find(document):
            found = " ".join(document[each.span].split()).replace("’", "'")
            listed = each.term.replace("’", "'")
            if found in {listed, listed.upper(), listed.lower()} or not _distinctive(listed):
                continue
            if meant(document, each.span, self.scope, self.quotations):
                yield _hit(each.span, each.term)

    def _titles(self, document: Document) -> Iterator[Hit]:
        titled = {entry.name: entry for entry in self.names if entry.title}
        surnames = {entry.name.split()[-1]: entry for entry in titled.values()}
        met: set[str] = set()
        for each in Terms([*titled, *surnames], ignorecase=False).find(document) if titled else ():
            entry = titled.get(each.term)
            if entry is not None:
                met.add(entry.name)
            else:
                entry = surnames[each.term]
            title = _TITLE_BEFORE.search(document.text, max(0, each.span.start - 12), each.span.start)
            if title is None or title[1] == entry.title.rstrip(".") or title[1] not in _TITLES or entry.name not in met:
                continue
            span = Span(title.start(1), each.span.end)
            yield Hit(span, {"right": f"{entry.title} {each.term}"}, confidence=0.85)


def _apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits without those that share a place with one before, the longer of two that begin together first."""
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
        if hit.span.start >= end:
            yield hit
            end = hit.span.end


def _wrong(document: Document, span: Span, form: str, entry: Entry) -> Hit:
    right = counterpart(form, entry.name)
    if entry.kind == "term":
        right = like(document[span], right)
    return _hit(span, right)


def _hit(span: Span, right: str) -> Hit:
    return Hit(span, {"right": right}, changes=(Change(span, right),))


def _distinctive(name: str) -> bool:
    """Whether the capitals of a name can't be those of ordinary words: more than one word, or capitals inside."""
    return " " in name or name[1:] != name[1:].lower()


def counterpart(wrong: str, right: str) -> str:
    """The part of the right form that stands for `wrong`: for “Zelensky” the surname of “Volodymyr Zelenskiy”."""
    parts, size = right.split(), len(wrong.split())
    if size >= len(parts):
        return right
    windows = [" ".join(parts[at : at + size]) for at in range(len(parts) - size + 1)]
    most = max(2, len(wrong) // 3)
    distance, best = min((edits(folded(wrong), folded(window), most), window) for window in windows)
    return best if distance <= most else right


_: type[Check] = HouseName
