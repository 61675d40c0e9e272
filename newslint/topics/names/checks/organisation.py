"""One body in two forms: Ministry of Defence, Ministry of Defense."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.startup.expressions import compiled
from newslint.story.bodies import Body, bodies, parts
from newslint.text.lexicon import folded
from newslint.text.ownership import is_out_of_setting
from newslint.text.quotations import in_quotation
from newslint.topics.names.checks.name_spelling import times

# What bodies of one sort call themselves, which writers mix up.
_SORTS = tuple(
    frozenset(row.split())
    for row in (
        "committee commission council board",
        "fund trust foundation federation",
        "alliance coalition league",
        "agency authority administration",
        "department ministry office bureau",
        "institute center institution",
        "association organization society union",
        "company corporation",
        "college university",
        "program project initiative",
        "network group",
    )
)
_SORT_OF = {word: row for row in _SORTS for word in row}
# Of fewer words than these, small ones apart, both names may well be right: European Council, European Commission.
_LONG_NAME = 3
_TWO = 2
_STOP = compiled(r"[.!?][”’\"')]*\s|\n")
_SMALL = frozenset("of for on and the in to".split())
# Between two things that may stand in either order.
_JOINS = frozenset({"and", "to"})


@check
class Organisation:
    """Finds names of bodies that differ in the spelling, number or joining of a word, in the order of their words, or in the
    sort of body that a long name says it is.
    """

    def __call__(self, document: Document) -> Iterator[Hit]:
        groups: dict[str, dict[str, list[Body]]] = defaultdict(lambda: defaultdict(list))
        for body in bodies(document):
            if not in_quotation(document, body.span.start):
                groups[body.key][body.text].append(body)
        for forms in (*groups.values(), *_turned(groups), *_mixed_up(document, groups)):
            if len(forms) > 1:
                yield from (hit for hit in _hits(forms) if not is_out_of_setting(document, hit.span))


def _turned(groups: dict[str, dict[str, list[Body]]]) -> Iterator[dict[str, list[Body]]]:
    """The forms of names of a body that have the same words in another order, the commonest form of each order."""
    orders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in groups:
        if len(words := parts(key)) > 2 and not _JOINS.intersection(words):
            orders[tuple(sorted(words))].append(key)
    for keys in orders.values():
        if len(set(map(parts, keys))) > 1:
            commonest = [max(groups[key].items(), key=lambda form: len(form[1])) for key in keys]
            yield dict(commonest)


def _mixed_up(document: Document, groups: dict[str, dict[str, list[Body]]]) -> Iterator[dict[str, list[Body]]]:
    """The commonest form of each of two names that are alike but for the sort of body, where one stands there once only."""
    alike: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key in groups:
        stems = key.split()
        if len([stem for stem in stems if stem not in _SMALL]) >= _LONG_NAME:
            for at, stem in enumerate(stems):
                if stem in _SORT_OF:
                    alike[_SORTS.index(_SORT_OF[stem]), " ".join([*stems[:at], "*", *stems[at + 1 :]])].append(key)
    for keys in alike.values():
        if len(keys) == _TWO:
            commonest = [max(groups[key].items(), key=lambda form: len(form[1])) for key in keys]
            fewer, more = sorted((uses for _, uses in commonest), key=len)
            if len(fewer) == 1 and not any(_in_one_sentence(document, fewer[0], use) for use in more):
                yield dict(commonest)


def _in_one_sentence(document: Document, one: Body, other: Body) -> bool:
    """Whether a sentence has both, so that they're two."""
    first, last = sorted((one.span, other.span))
    return _STOP.search(document.text, first.end, last.start) is None


def _hits(forms: dict[str, list[Body]]) -> Iterator[Hit]:
    ordered = sorted(forms.values(), key=lambda uses: (-len(uses), uses[0].span.start))
    right = ordered[0]
    for uses in ordered[1:]:
        if uses[0].lead and right[0].lead and uses[0].lead != right[0].lead:
            continue  # two countries' ministries
        if folded(uses[0].text) == folded(right[0].text):
            continue  # names/form speaks of capitals and accents
        places = [use.span for use in uses]
        notes = [Note(span, "also here") for span in places[1:]]
        notes += [Note(use.span, f"“{use.text}” here") for use in right[:3]]
        changes = tuple(Change(span, right[0].text) for span in places) if len(right) > len(uses) else ()
        words = {"right": right[0].text, "times": times(len(right))}
        yield Hit(places[0], words, tuple(notes), changes, confidence=0.85)


_: type[Check] = Organisation
