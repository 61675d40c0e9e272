"""A rule of a Vale style among newslint's own: it reads the draft's blocks, and finds what Vale finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from newslint.document import Document, analysis
from newslint.finding import SEVERITIES, Finding
from newslint.hit import Check, Hit
from newslint.packs.rule import Rule, Stanza
from newslint.source import Span
from newslint.vale.definition import Alert, Definition, State
from newslint.vale.drafts import Draft, Reading, read_draft
from newslint.vale.selectors import chooses


@analysis
def as_written(document: Document) -> Document:
    """The draft with its markup for its text: what Vale's rules find in may be no copy."""
    source = document.source
    return Document(source, source.text, (), providers=document.providers)


@analysis
def draft_of(document: Document) -> Draft:
    """The blocks that Vale's scopes name, where no .vale.ini says otherwise."""
    return read_draft(document.source, document.source.suffix.lower())


@dataclass(frozen=True)
class StyleCheck:
    """Hits what a definition alerts to, in a document that is as it was written."""

    definition: Definition

    def __call__(self, document: Document) -> Iterator[Hit]:
        """Each alert at a place of its own, as many as the rule's limit lets through."""
        definition, draft = self.definition, draft_of(document)
        state = State(summary=draft.summary)
        told: set[int] = set()
        for reading in draft.readings:
            if not chooses(definition.selectors, reading.block.scope):
                continue
            for alert in definition.alerts(reading.block, state):
                if alert.start in told or _silent(draft, reading, alert, definition.name):
                    continue
                told.add(alert.start)
                yield Hit(Span(alert.start, alert.end), {"message": alert.message})
                if definition.limit and len(told) >= definition.limit:
                    return


def _silent(draft: Draft, reading: Reading, alert: Alert, name: str) -> bool:
    """Whether a comment in the draft silences the rule where the alert stands."""
    if reading.whole:
        return draft.switches[-1][1].all_off
    place = alert.start if alert.end else (reading.block.places or (0,))[0]
    switches = draft.switches_at(place)
    return switches.silent(name) or switches.silent(name, alert.match)


@dataclass(frozen=True)
class StyleRule(Rule):
    """Finds in the draft as it was written, whatever of it is copy to newslint."""

    def __call__(self, document: Document) -> Iterator[Finding]:
        written = as_written(document)
        for hit in self.check(written):
            yield self.finding(hit, written)


@dataclass(frozen=True)
class StyleStanza(Stanza):
    """A rule of a Vale style as a stanza: named Style.Rule, as Vale names it."""

    definition: Definition = field(kw_only=True)

    @classmethod
    def of(cls, definition: Definition, path: str) -> StyleStanza:
        """The stanza that a definition makes, which stands in the file at `path`."""
        return cls(
            pack=definition.name.split(".")[0],
            name=definition.name,
            check=definition.kind,
            message="{message}",
            why=definition.description or definition.message,
            severity=SEVERITIES[definition.level],
            path=path,
            line=1,
            definition=definition,
        )

    @property
    def id(self) -> str:
        return self.name

    @property
    def check_made(self) -> Check:
        return StyleCheck(self.definition)

    @property
    def rule(self) -> type[Rule]:
        return StyleRule
