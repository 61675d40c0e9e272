"""Where a desk lists its names and terms, its word is the last: no rule speaks against it, nor twice of one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import yamlfile
from newslint.config.file import parse_config
from newslint.finding import Finding
from newslint.linter import lint
from newslint.plugins.registry import Registry
from newslint.source import Source

LISTS = """\
level: suggestion
names:
  - {name: Maria Zelensky, wrong: [Maria Zelenskiy, Zelenskiy], kind: person}
  - {name: Larnwick, wrong: [Larnwik], kind: place}
  - {name: MacBook, wrong: [Macbook], kind: product}
terms:
  - {term: adviser, wrong: [advisor]}
"""
DRAFT = """\
Mayor opens bridge at Larnwik

Maria Zelenskiy opened the bridge in Larnwik on Monday. Zelenskiy said it would help. Zelensky later left Larnwick.

The advisor to Zelenskiy bought a Macbook. The adviser smiled. A second advisor came to Larnwik. The MacBook broke, and
the Macbook was mended. An advisor spoke.
"""


def found(draft: str, registry: Registry, lists: str = LISTS) -> list[Finding]:
    config = parse_config(yamlfile.parse(lists, ".newslint.yml"), Path())
    return list(lint(Source("a.txt", draft), registry, config).findings)


def test_each_place_is_told_once_and_the_right_form_never(built_in: Registry) -> None:
    findings = found(DRAFT, built_in)
    assert {finding.rule for finding in findings} == {"names/house-name"}
    assert len({finding.start.offset for finding in findings}) == len(findings) == 11
    assert not {"Zelensky", "Larnwick", "MacBook", "adviser"} & {finding.text for finding in findings}


def test_without_the_lists_other_rules_speak(built_in: Registry) -> None:
    rules = {finding.rule for finding in found(DRAFT, built_in, "level: suggestion\n")}
    assert {"names/spelling", "names/form", "spelling/variants"} <= rules


@pytest.mark.parametrize("ignored", ["", "ignore: [names/house-name]\n"])
def test_a_wrong_form_is_never_offered(built_in: Registry, ignored: str) -> None:
    said = "Larnwik opened. Larnwik closed. Larnwik slept. Larnwich ate. The people of Larnwick met in Larnwik Harbour."
    draft = f"Mayor opens bridge\n\n{said}\n"
    [slip] = [finding for finding in found(draft, built_in, LISTS + ignored) if finding.text == "Larnwich"]
    assert slip.fix is None
    [plain] = [finding for finding in found(draft, built_in, "level: warning\n") if finding.text == "Larnwich"]
    assert plain.fix is not None


def test_a_quotation_with_a_wrong_form_in_it_is_still_told(built_in: Registry) -> None:
    said = "“We opened the bridge in Larnwik because the town had waited for it so long,” she said.\n"
    findings = found(f"Mayor opens bridge\n\n{said}\nIt rained.\n\n{said}", built_in)
    assert "names/house-name" in {finding.rule for finding in findings}
    assert any(finding.rule.startswith(("quotes/", "repetition/")) for finding in findings)
