"""A rule of a Vale style among newslint's own: it reads the draft's blocks, and finds what Vale finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newslint.document import Document
from newslint.finding import Finding
from newslint.hit import Hit
from newslint.packs.rule import Rule
from newslint.source import Span
from newslint.vale.blocks import Settings
from newslint.vale.definition import Alert, Definition, State
from newslint.vale.drafts import Draft, Ignored, Reading, read_draft
from newslint.vale.selectors import chooses
from newslint.vale.styles import StyleStanza


@dataclass(frozen=True)
class Silent:
    """Stands where a rule of newslint's own has its check: a style's rule reads the draft itself."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        del document
        return iter(())


_AS_USUAL, _NONE = Settings(), Ignored()


@dataclass(frozen=True)
class StyleRule(Rule):
    """Finds in a document's own source; its findings are Style.Rule's, with its level and message."""

    suffix: str = ""
    settings: Settings = _AS_USUAL
    ignored: Ignored = _NONE
    styles: tuple[str, ...] = ()

    @property
    def definition(self) -> Definition:
        stanza = self.stanza
        assert isinstance(stanza, StyleStanza)
        assert stanza.definition is not None
        return stanza.definition

    def __call__(self, document: Document) -> Iterator[Finding]:
        source = document.source
        plain = Document(source, source.text, ())
        for alert in self._alerts(self._draft(document)):
            yield self.finding(Hit(Span(alert.start, alert.end), {"message": alert.message}), plain)

    def _draft(self, document: Document) -> Draft:
        key: Any = ("vale", self.suffix, self.settings, self.ignored, self.styles)
        results = document._results
        if key not in results:
            suffix = self.suffix or document.source.suffix.lower()
            results[key] = read_draft(document.source, suffix, self.settings, self.ignored, self.styles)
        draft: Draft = results[key]
        return draft

    def _alerts(self, draft: Draft) -> Iterator[Alert]:
        """Each alert at a place of its own, as many as the rule's limit lets through."""
        definition = self.definition
        selectors = definition.scope
        if definition.kind in {"metric", "readability"} and selectors == ("text",):
            selectors = ("summary",)
        state = State(summary=draft.summary)
        told: set[int] = set()
        for reading in draft.readings:
            if not chooses(selectors, reading.block.scope):
                continue
            for alert in definition.alerts(reading.block, state):
                if alert.start in told or _silent(draft, reading, alert, definition.name):
                    continue
                told.add(alert.start)
                yield alert
                if definition.limit and len(told) >= definition.limit:
                    return


def _silent(draft: Draft, reading: Reading, alert: Alert, name: str) -> bool:
    """Whether a comment in the draft silences the rule where the alert stands."""
    if reading.whole:
        return draft.switches[-1][1].all_off
    place = alert.start if alert.end else (reading.block.places or (0,))[0]
    switches = draft.switches_at(place)
    return switches.silent(name) or switches.silent(name, alert.match)
