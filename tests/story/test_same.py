from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newslint.document import Document
from newslint.finding import Severity, Sign
from newslint.hit import Hit
from newslint.packs.rule import Rule, Stanza
from newslint.report import Report, Run
from newslint.reporters import json as as_json
from newslint.reporters.evidence import evidence_text
from newslint.reporters.terminal import unpainted
from newslint.source import Span
from newslint.story import same

TABLE = """\
# comment
ship\t(base)\t-2.00\t
ship\t(slope)\t1.00\t
ship\t(offset)\t0.00\t
ship\t(ceiling)\t0.90\t
ship\tsame berth\t3.00\tboth lie at one berth
ship\tother flag\t-1.50\tthey sail under two flags
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "weights.tsv"
    path.write_text(TABLE, "utf-8")
    monkeypatch.setattr(same, "_TABLE", path)
    _forget()
    yield
    _forget()


def _forget() -> None:
    same.table.cache_clear()
    same.scale_of.cache_clear()


@pytest.mark.usefixtures("table")
def test_signs_add_up_and_the_strongest_is_told_first() -> None:
    verdict = same.judged("ship", {"same berth": 1.0, "other flag": 1.0, "unknown": 5.0, "absent": 0.0})
    assert verdict.probability == pytest.approx(1 / (1 + 2.718281828**0.5))
    assert [sign.name for sign in verdict.signs] == ["same berth", "other flag"]
    assert verdict.signs[0].words == "both lie at one berth"


@pytest.mark.usefixtures("table")
def test_nothing_is_surer_than_the_ceiling() -> None:
    assert same.judged("ship", {"same berth": 100.0}).probability == 0.9


@pytest.mark.usefixtures("table")
def test_a_kind_that_the_table_has_not_is_never_told() -> None:
    assert same.judged("boat", {"same berth": 1.0}).probability == 0.0


def test_the_table_that_is_shipped_can_be_read_and_every_sign_says_something() -> None:
    _forget()
    assert len(same.table()) > 20
    for kind in same.table():
        scale = same.scale_of(kind)
        assert scale is not None
        assert scale.slope > 0, kind
        assert all(scale.words[name] for name in scale.weights), kind


def weighed(confidence: float) -> Rule:
    """A rule that finds the first word of a draft, by weighing."""

    class Weighing:
        def __call__(self, document: Document) -> Iterator[Hit]:
            signs = (
                Sign("same berth", 3.0, "both lie at one berth"),
                Sign("other flag", -1.5, "they sail under two flags"),
            )
            yield Hit(Span(0, 3), confidence=confidence, evidence=signs)

    return Rule(Stanza("harbour", "ship", "ship", "“{found}”", "Why."), Weighing(), Severity.ERROR)


@pytest.mark.parametrize(
    ("confidence", "severity"),
    [(0.96, Severity.ERROR), (0.9, Severity.WARNING), (0.8, Severity.WARNING), (0.6, Severity.SUGGESTION)],
)
def test_severity_is_earned(confidence: float, severity: Severity) -> None:
    (finding,) = weighed(confidence)(Document.of("The ship sailed."))
    assert finding.severity is severity


def test_evidence_is_told_in_words_and_in_json() -> None:
    document = Document.of("The ship sailed.")
    (finding,) = weighed(0.9)(document)
    text = unpainted(evidence_text(finding))
    assert text.index("for it") < text.index("+3.0  both lie at one berth") < text.index("against it")
    run = Run((Report(document.source, (finding,)),))
    (told,) = json.loads(as_json.report(run))["findings"]
    assert told["evidence"][1] == {"name": "other flag", "weight": -1.5, "words": "they sail under two flags"}


def test_a_finding_without_evidence_says_so_and_has_no_key_in_json() -> None:
    document = Document.of("The ship sailed.")
    (finding,) = weighed(0.9)(document)
    bare = finding._replace(evidence=())
    assert "No signs were weighed" in evidence_text(bare)
    run = replace(Run(), reports=(Report(document.source, (bare,)),))
    assert "evidence" not in json.loads(as_json.report(run))["findings"][0]
