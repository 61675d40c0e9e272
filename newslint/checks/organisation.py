"""One body in two forms: Ministry of Defence, Ministry of Defense."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.analysis.bodies import Body, bodies
from newslint.analysis.quotes import in_quotation
from newslint.analysis.setting import is_out_of_setting
from newslint.check import Change, Check, Hit, Note, check
from newslint.checks.name_spelling import times
from newslint.document import Document


@check
class Organisation:
    """Finds names of bodies that differ in the spelling, number or joining of a word."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        groups: dict[str, dict[str, list[Body]]] = defaultdict(lambda: defaultdict(list))
        for body in bodies(document):
            if not in_quotation(document, body.span.start):
                groups[body.key][body.text].append(body)
        for forms in groups.values():
            if len(forms) > 1:
                yield from (hit for hit in _hits(forms) if not is_out_of_setting(document, hit.span))


def _hits(forms: dict[str, list[Body]]) -> Iterator[Hit]:
    ordered = sorted(forms.values(), key=lambda uses: (-len(uses), uses[0].span.start))
    right = ordered[0]
    for uses in ordered[1:]:
        if uses[0].lead and right[0].lead and uses[0].lead != right[0].lead:
            continue  # two countries' ministries
        places = [use.span for use in uses]
        notes = [Note(span, "also here") for span in places[1:]]
        notes += [Note(use.span, f"“{use.text}” here") for use in right[:3]]
        changes = tuple(Change(span, right[0].text) for span in places) if len(right) > len(uses) else ()
        words = {"right": right[0].text, "times": times(len(right))}
        yield Hit(places[0], words, tuple(notes), changes, confidence=0.85)


_: type[Check] = Organisation
