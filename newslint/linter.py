"""The way of a draft, from top to bottom: the file to read first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from newslint import house
from newslint.errors import NewslintError, PluginError, TooLargeError, UnreadableError, internal
from newslint.finding import Finding
from newslint.overlaps import surest
from newslint.rehearsal import LONG, Needs
from newslint.report import Report, failure
from newslint.source import Source
from newslint.startup.dataclass import replace
from newslint.startup.row import Row
from newslint.stets.comments import Stet, apply, suppressions_in

if TYPE_CHECKING:
    from newslint.config.settings import Config
    from newslint.document import Document
    from newslint.packs.rule import Rule
    from newslint.plugins.registry import Registry
else:

    def __getattr__(name):
        """What plugins were once shown here."""
        if name not in {"Run"}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from newslint.plugins.old_paths import moved

        return moved(__name__, name)


# The most that one draft may hold: a million words, and more paragraphs than such a draft has. Memory grows with both.
_MOST_LETTERS = 7_000_000
_MOST_BLOCKS = 250_000


class AbandonedError(NewslintError):
    """What was to be found out isn't wanted any longer."""


def always() -> bool:
    """The answer of a run that nothing calls off."""
    return True


def lint(source: Source, registry: Registry, config: Config, wanted: Callable[[], bool] = always) -> Report:
    """Read one draft and report where it disagrees with itself.

    Raises AbandonedError once `wanted` says no, which is asked before each rule.
    """
    (report,) = lint_each([source], registry, config, wanted)
    return report


class _Draft(Row):
    """A draft that was read, its stories, with what of it shall stand, and the rules that run on it."""

    stories: tuple[Document, ...]
    stets: tuple[Stet, ...]
    rules: tuple[Rule, ...]


def lint_each(
    sources: Sequence[Source], registry: Registry, config: Config, wanted: Callable[[], bool] = always
) -> list[Report]:
    """A report on each of `sources`, as if it were the only one.

    Several are linted rule by rule, for what a rule needs is quickest at hand where it was just used; so all of them
    are in memory at once.
    """
    opened = [_opened(source, registry, config) for source in sources]
    drafts = [draft for draft in opened if isinstance(draft, _Draft)]
    found: dict[int, tuple[list[Finding], list[str]]] = {}
    for rules in {id(draft.rules): draft.rules for draft in drafts}.values():
        group = [draft for draft in drafts if draft.rules is rules]
        stories = [story for draft in group for story in draft.stories]
        results = iter(run_rules(stories, rules, wanted))
        found.update((id(draft), _together(islice(results, len(draft.stories)))) for draft in group)
    return [_closed(draft, config, *found[id(draft)]) if isinstance(draft, _Draft) else draft for draft in opened]


def _together(results: Iterator[tuple[list[Finding], list[str]]]) -> tuple[list[Finding], list[str]]:
    """What was found in the stories of one draft."""
    findings, failures = next(results)
    for more, failed in results:
        findings += more
        failures += failed
    return sorted(findings, key=lambda finding: finding.order), failures


def _opened(source: Source, registry: Registry, config: Config) -> _Draft | Report:
    try:
        document = parsed(source, registry)
    except PluginError:
        raise
    except UnreadableError as error:
        return Report(source, failures=(str(error),))
    except TooLargeError as error:
        return Report(source, failures=(f"{source.name}: {error}",))
    except Exception as error:
        owner = registry.parser_owner(source)
        return Report(source, failures=(f"{source.name}: the parser of {owner} failed: {internal(error)}",))
    stories = (document, *document.others)
    stets = tuple(stet for story in stories for stet in suppressions_in(story))
    shown = not (stets or config.gate.stets)  # a stet may cover what isn't shown
    return _Draft(stories, stets, config.rules(registry, source.name, shown))


def _closed(draft: _Draft, config: Config, findings: list[Finding], failures: list[str]) -> Report:
    findings = _decided(findings, config)
    kept, stetted, unused = apply(draft.stets, findings)
    for story in draft.stories:
        story.forget()
    return Report(draft.stories[0].source, tuple(kept), tuple(stetted), tuple(unused), failures=tuple(failures))


def _decided(findings: list[Finding], config: Config) -> list[Finding]:
    """The findings that the desk's own lists leave, where it has any."""
    if not config.desk:
        return findings
    told = [finding for finding in findings if finding.rule == house.RULE]
    others = (finding for finding in findings if finding.rule != house.RULE)
    return sorted([*told, *house.decided(others, told, config.forbidden)], key=lambda finding: finding.order)


def parsed(source: Source, registry: Registry) -> Document:
    """The draft as a document, with the analyses that plugins replace. Raises UnreadableError and TooLargeError."""
    document = registry.parser_for(source)(source)
    if len(document.text) > _MOST_LETTERS:
        raise TooLargeError(f"holds more than {_MOST_LETTERS // 1_000_000} million letters of copy")
    if len(document.blocks) > _MOST_BLOCKS:
        raise TooLargeError(f"holds more than {_MOST_BLOCKS:,} paragraphs or cells")
    return replace(document, providers=registry.replacements()) if registry.analyses else document


def run_rules(
    documents: Sequence[Document], rules: tuple[Rule, ...], wanted: Callable[[], bool] = always
) -> list[tuple[list[Finding], list[str]]]:
    """For each of `documents` what `rules` find, in order, and a sentence for each rule that raised."""
    results: list[tuple[list[Finding], list[str]]] = [([], []) for _ in documents]
    long = [(document, Needs(document, rules)) for document in documents if len(document.text) > LONG]
    for number, rule in enumerate(rules):
        if not wanted():
            raise AbandonedError("abandoned")
        for document, (findings, failures) in zip(documents, results, strict=True):
            try:
                findings.extend(rule(document))
            except Exception as error:  # one rule's mistake must not cost the writer all the others
                failures.append(str(failure(rule, document.source.name, error)))
        for document, needs in long:
            needs.release(document, number)
    return [(surest(findings), failures) for findings, failures in results]
