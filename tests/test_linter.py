"""Drafts linted in one go: each is reported on as if it were the only one."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.config.settings import Config, PathTuning
from newslint.document import Document, Role
from newslint.finding import Severity
from newslint.hit import Hit
from newslint.linter import lint, lint_each, run_rules
from newslint.packs.rule import Rule, Stanza
from newslint.plugins.registry import Registry
from newslint.source import Source, Span

_STORIES = (
    "The ferry sank\n\nThe the ferry sank off Ayle on Monday, and 12 people drowned.",
    "Twelve drown\n\nThe ferry sank off Ayle. <!-- stet repetition/word: as he said --> It was was late.",
    "A quiet day\n\nNothing happened at Dunmore.",
    "",
)


def test_together_says_what_each_by_itself_says(built_in: Registry) -> None:
    sources = [Source(f"{number}.md", story, ".md") for number, story in enumerate(_STORIES)]
    together = lint_each(sources, built_in, Config())
    assert together == [lint(source, built_in, Config()) for source in sources]
    assert [report.source for report in together] == sources
    assert [finding.rule for finding in together[0].findings] == ["repetition/word"]


def test_each_draft_has_the_rules_of_its_path(built_in: Registry) -> None:
    config = Config(paths=(PathTuning(match="letters/*", ignore=("repetition",)),))
    sources = [Source(name, _STORIES[0]) for name in ("a.txt", "letters/b.txt", "c.txt")]
    assert [len(report.findings) for report in lint_each(sources, built_in, config)] == [1, 0, 1]


class Touchy:
    """Finds each first word, and can't abide a draft about ferries."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        yield Hit(Span(0, 1))
        if "ferry" in document.text:
            raise ValueError("a ferry")


def test_a_rule_that_raises_costs_nothing_but_itself_and_only_there() -> None:
    rule = Rule(Stanza("desk", "touchy", "touchy", "“{found}”", "Because."), Touchy(), Severity.WARNING, plugin="sea")
    calm = Rule(
        Stanza("desk", "calm", "calm", "“{found}”", "Because."), lambda _: iter([Hit(Span(2, 3))]), Severity.WARNING
    )
    documents = [Document.of((Role.HEADLINE, text)) for text in ("A ferry sank", "A bridge fell")]
    (shaken, failures), (whole, none) = run_rules(documents, (rule, calm))
    assert [finding.rule for finding in shaken] == ["desk/touchy", "desk/calm"]  # what it found before stands
    assert [said.partition(" (in ")[0] for said in failures] == [
        "draft: rule desk/touchy of sea failed: ValueError: a ferry"
    ]
    assert [finding.rule for finding in whole] == ["desk/touchy", "desk/calm"]
    assert none == []
