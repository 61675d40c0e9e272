"""What an editor shows of a finding: its rule's page under the pointer, and why it was raised."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.desk.run import Desk
from newslint.finding import Finding
from newslint.packs.explain import escaped, leaf, options, page
from newslint.packs.rule import Example, Stanza
from newslint.reporters.evidence import evidence_text
from newslint.reporters.terminal import printable, unpainted
from newslint.startup.dataclass import replace

# So many examples of a kind fit a small window.
_ENOUGH = 2


def markdown(finding: Finding, desk: Desk) -> str:
    """The finding, the signs that were weighed for it, and its rule's page with some of the examples, as Markdown."""
    parts = [f"**{escaped(printable(finding.message))}** ({finding.severity})", *_signs(finding)]
    stanza = desk.stanzas().get(finding.rule)
    if stanza:
        set_to = options(stanza, desk.registry.check(stanza.check)) if stanza.check_made is None else None
        parts += ["---", _bold(page(replace(stanza, examples=_some(stanza)), set_to, heading="###"))]
    return "\n\n".join(parts)


def plain(finding: Finding, desk: Desk) -> str:
    """The same as plain text, without the page: for a window that shows a few lines."""
    stanza = desk.stanzas().get(finding.rule)
    told = f"{printable(finding.message)}\n{unpainted(evidence_text(finding))}"
    return told + (f"\n{leaf(replace(stanza, examples=_some(stanza)))}" if stanza else "")


def _signs(finding: Finding) -> Iterator[str]:
    if finding.evidence:
        spoke = sorted(finding.evidence, key=lambda sign: -abs(sign.weight))
        yield "\n".join(f"- {sign.weight:+.1f} {escaped(printable(sign.words))}" for sign in spoke)
        yield f"Confidence {finding.confidence}: right so often where this much speaks for it."


def _some(stanza: Stanza) -> tuple[Example, ...]:
    """The first examples of each kind."""
    found = [example for example in stanza.examples if example.bad][:_ENOUGH]
    return (*found, *[example for example in stanza.examples if not example.bad][:_ENOUGH])


def _bold(text: str) -> str:
    """Bold as every editor shows it: few let HTML through."""
    return text.replace("<b>", "**").replace("</b>", "**")
