# The example plugin and its test as they were before the modules moved, in one file: nothing here is brought up to date.
# mypy: ignore-errors
from dataclasses import dataclass
from pathlib import Path

from newslint.analysis.quotes import Quote, in_quotation, quotes
from newslint.check import Hit, Note
from newslint.hookspecs import hookimpl

from newslint import builtin
from newslint.config import Config
from newslint.document import Block, Document, Role
from newslint.linter import Run, lint
from newslint.plugins import plugin_manager, registry, resolve
from newslint.source import Source, Span


@dataclass(frozen=True)
class TooManyExclamations:
    max: int = 1

    def __call__(self, document):
        places = [at for at in range(len(document.text)) if document.text[at] == "!" and not in_quotation(document, at)]
        if len(places) > self.max:
            first, over = places[0], places[self.max]
            yield Hit(
                Span(over, over + 1), {"count": len(places)}, related=(Note(Span(first, first + 1), "the first one"),)
            )


def german_quotes(document):
    start, end = document.text.index("„"), document.text.index("“") + 1
    return (*quotes.__wrapped__(document), Quote(Span(start, end), Span(start + 1, end - 1)))


def parse(source):
    blocks, at = [], 0
    for line in source.text.splitlines(keepends=True):
        blocks.append(Block(Role.PARAGRAPH, at, at + len(line.rstrip())))
        at += len(line)
    return Document(source, source.text, tuple(blocks))


@hookimpl
def newslint_checks():
    return {"too-many-exclamations": TooManyExclamations}


@hookimpl
def newslint_analyses():
    return {"newslint.analysis.quotes:quotes": f"{__name__}:german_quotes"}


@hookimpl
def newslint_parsers():
    return {".wire": parse}


@hookimpl
def newslint_reporters():
    return {"csv": lambda run: "".join(f"{finding.path},{finding.message}\n" for finding in run.findings)}


@hookimpl
def newslint_packs():
    return {"house": Path("house.yml")}


if __name__ == "__main__":
    import sys

    MANAGER = plugin_manager(builtin, entry_points=False)
    MANAGER.register(sys.modules[__name__], "example")
    REGISTRY = registry(MANAGER)
    report = lint(Source("a.wire", "One! Two!\nThree! „Four!“\n", ".wire"), REGISTRY, Config(select=("house",)))
    sys.stdout.write(resolve(REGISTRY.reporters["csv"])(Run((report,))))
