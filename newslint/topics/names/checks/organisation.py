"""One body in two forms: Ministry of Defence, Ministry of Defense."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.story.bodies import Body, bodies
from newslint.story.generic_words import BODY
from newslint.story.renamed_signs import renamed_pairs
from newslint.story.same import judged
from newslint.story.turned_names import longest, turned_names
from newslint.text.lexicon import folded
from newslint.text.ownership import is_out_of_setting
from newslint.text.quotations import in_quotation
from newslint.text.wording import times
from newslint.topics.names.two_forms import two_forms

_SHOWN = 0.65  # from this confidence on a second name is shown


@check
class Organisation:
    """Finds names of bodies that differ in one word, in the spelling, number or joining of a word, in their order, or in all that isn’t theirs alone."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        groups: dict[str, dict[str, list[Body]]] = defaultdict(lambda: defaultdict(list))
        found: list[Hit] = []
        for body in bodies(document):
            if not in_quotation(document, body.span.start):
                groups[body.key][body.text].append(body)
        for forms in (*groups.values(), *_in_other_order(document)):
            if len(forms) > 1:
                found.extend(hit for hit in _hits(forms) if not is_out_of_setting(document, hit.span))
        yield from found
        for more in (two_forms(document, BODY), _renamed(document)):
            told = [hit.span for hit in found]
            new = [hit for hit in more if not any(hit.span.meets(span) for span in told)]
            found.extend(new)
            yield from new


def _in_other_order(document: Document) -> Iterator[dict[str, list[Body]]]:
    """The names whose words stand in two orders, each with its places."""
    for pair in longest(turned_names(document)):
        forms = ([Body(use.span, document[use.span], "", "") for use in uses] for uses in pair)
        yield {form[0].text: form for form in forms}


def _renamed(document: Document) -> Iterator[Hit]:
    """What stands under a second name; of several that may be meant the surest."""
    told: list[Span] = []
    weighed = ((pair, judged(pair.kind, pair.signs)) for pair in renamed_pairs(document))
    likely = [(pair, verdict) for pair, verdict in weighed if verdict.probability >= _SHOWN]
    for pair, verdict in sorted(likely, key=lambda each: -each[1].probability):
        if not is_out_of_setting(document, pair.suspect) and not any(map(pair.suspect.meets, told)):
            told.append(pair.suspect)
            notes = [Note(span, f"“{document[span]}” here") for span in (pair.other, *pair.also)]
            words = {"right": document[pair.other], "times": times(len(notes))}
            yield Hit(pair.suspect, words, tuple(notes), confidence=verdict.probability, evidence=verdict.signs)


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
