"""Switch guards off one at a time, and tell which of them no test holds.

    python tools/guards.py [--all] [--tests PATH]... FILE_OR_FOLDER...

A guard is what makes a check say less: an `if` that only leaves (returns nothing, True or False, continues, breaks), a
negative term of an `and` (not, not in, !=), a negative condition of a comprehension, a term of an `or` that one of these
or a function of truth returns, and a conditional expression with nothing on one side; but nothing that the type checker
holds, such as `is None`. Its condition is made False, or
the term is dropped, and the tests that come past it run again: the rules' examples, the whole stories, the unit tests.
If none fails, no test holds it. Such guards are listed by file and line, and the exit code is 1. It's 2 where a test
fails with every guard on. A guard that spares time and changes no finding says so in a comment: “# for speed”.

Nothing is written into the sources: the changed code is put into the functions of a process that has everything imported
and was forked for that one guard. Code that runs only while a module is imported is therefore out of reach.

Why not a library: mutmut has no such mutation and takes no other than its own, and tests a copy of the whole tree.
cosmic-ray writes each mutation into the sources, and starts all tests anew for each.
"""

from __future__ import annotations

import argparse
import ast
import gc
import importlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest

TESTS = ("tests/test_examples.py", "tests/test_corpus.py", "tests/text", "tests/story", "tests/topics")
SPARES_TIME = "# for speed"
NOTHING = frozenset("None False 0 0.0 '' () [] {} set() frozenset()".split())

Switch = Callable[[], None]


@dataclass(frozen=True)
class Guard:
    """One guard: the file and what that says, the place among its guards, and the lines of which a test must run one."""

    path: Path
    source: str = field(repr=False)
    number: int
    line: int
    text: str
    passed: range


@dataclass
class Verdict:
    """What came of a guard switched off: the test that failed, or "", after how many."""

    guard: Guard
    held_by: str
    tests: int


# What is a guard


def guards_in(path: Path) -> list[Guard]:
    source = path.read_text(encoding="utf-8")
    found = _switches(ast.parse(source), source.splitlines())
    return [
        Guard(path, source, number, part.lineno, ast.unparse(part), passed)
        for number, (part, passed, _) in enumerate(found)
    ]


def _switches(tree: ast.Module, lines: Sequence[str]) -> Iterator[tuple[ast.expr, range, Switch]]:
    """The part of each guard that is switched off, the lines that matter, and how, always in the same order."""
    truths = set(_truths(tree))
    for node in ast.walk(tree):
        for part, passed, switch in _parts(node, truths):
            typed = ast.unparse(part).endswith((" is None", " is not None"))
            spares_time = any(SPARES_TIME in line for line in lines[part.lineno - 1 : part.end_lineno])
            if not typed and not spares_time:
                yield part, passed, switch


def _truths(tree: ast.Module) -> Iterator[ast.expr]:
    """What the functions that return a bool return."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.returns and ast.unparse(function.returns) == "bool":
            yield from (node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value)


def _parts(node: ast.AST, truths: set[ast.expr]) -> Iterator[tuple[ast.expr, range, Switch]]:
    """Those of the guards that begin with `node`."""
    if isinstance(node, ast.If) and _leaves(node.body):
        yield from _condition(node, _lines(node.body[0]), False)
    elif isinstance(node, ast.IfExp) and _says_less(node):
        yield from _condition(node, _lines(node), _is_nothing(node.orelse))
    elif isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        yield from ((term, _lines(node), _drop(node.values, term)) for term in node.values if _is_negative(term))
    elif isinstance(node, ast.comprehension):
        yield from ((term, _lines(term), _drop(node.ifs, term)) for term in node.ifs if _is_negative(term))
    elif isinstance(node, ast.BoolOp) and node in truths:
        yield from ((term, _lines(node), _drop(node.values, term)) for term in node.values)


def _condition(node: ast.If | ast.IfExp, passed: range, off: bool) -> Iterator[tuple[ast.expr, range, Switch]]:
    """The condition of `node`, which is `off` when it's switched off; or each term where any one suffices."""
    enough = ast.And if off else ast.Or
    test = node.test
    if isinstance(test, ast.BoolOp) and isinstance(test.op, enough):
        terms = [term for term in test.values if not (off and _is_negative(term))]  # those are found on their own
        yield from ((term, passed, _drop(test.values, term)) for term in terms)
    else:
        yield test, passed, lambda: setattr(node, "test", ast.copy_location(ast.Constant(off), test))


def _drop(terms: list[ast.expr], term: ast.expr) -> Switch:
    return lambda: terms.remove(term)


def _leaves(body: list[ast.stmt]) -> bool:
    (only, *more) = body
    if more:
        return False
    if isinstance(only, ast.Return):
        return only.value is None or _is_nothing(only.value) or ast.unparse(only.value) == "True"
    return isinstance(only, ast.Continue | ast.Break)


def _says_less(node: ast.IfExp) -> bool:
    """Whether one side is nothing; and the other no wording of a message, nor what can be asked of something only."""
    said = node.orelse if _is_nothing(node.body) else node.body
    asked = {ast.unparse(part.value) for part in ast.walk(said) if isinstance(part, ast.Attribute | ast.Subscript)}
    empty = _is_nothing(node.body) or _is_nothing(node.orelse)
    return empty and not isinstance(said, ast.JoinedStr) and ast.unparse(node.test) not in asked


def _is_nothing(value: ast.expr) -> bool:
    """Whether an expression is written as one that is empty: None, False, 0, "", (), set()."""
    return ast.unparse(value) in NOTHING


def _is_negative(term: ast.expr) -> bool:
    denied = isinstance(term, ast.UnaryOp) and isinstance(term.op, ast.Not)
    return denied or (isinstance(term, ast.Compare) and isinstance(term.ops[0], ast.NotIn | ast.NotEq))


def _lines(node: ast.stmt | ast.expr) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


# Switching off


def switch_off(guard: Guard) -> None:
    """Give every function of the guard's module the code that it has without the guard."""
    tree = ast.parse(guard.source)
    _, _, switch = list(_switches(tree, guard.source.splitlines()))[guard.number]
    switch()
    tree = _Unwrapped().visit(tree)
    codes = dict(_codes(compile(tree, str(guard.path), "exec", dont_inherit=True)))
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and _real(function.__code__.co_filename) == str(guard.path):
            changed = codes.get(_key(function.__code__))
            if changed is not None and changed.co_freevars == function.__code__.co_freevars:
                function.__code__ = changed


class _Unwrapped(ast.NodeTransformer):
    """Takes the single terms out of an `and` or `or` that has lost the others."""

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        return node.values[0] if len(node.values) == 1 else node


def _codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield _key(constant), constant
            yield from _codes(constant)


def _key(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


@cache
def _real(file: str) -> str:
    """The file that `file` is; asked anew it would be looked up on the disk each time."""
    return os.path.realpath(file)


# Running tests


@dataclass(eq=False)
class Study:
    """A plugin of pytest that runs, instead of all tests once, for each guard those that come past it."""

    guards: list[Guard]
    jobs: int
    longest: float
    tell: Callable[[Verdict], None]
    verdicts: list[Verdict] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    _items: list[pytest.Item] = field(default_factory=list)
    _passed: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    _failed: int = 0

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        config.pluginmanager.unregister(name="terminalreporter")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken.append(report.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed += report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for path in {guard.path for guard in self.guards}:
            _load(path)
        # Whole stories take longest and come last, the first test that fails being enough.
        self._items = sorted(session.items, key=lambda item: item.path.name == "test_corpus.py")
        global _STUDY  # noqa: PLW0603
        _STUDY = self
        fork = multiprocessing.get_context("fork")
        with fork.Pool(self.jobs, maxtasksperchild=1) as pool:
            passed, broken = pool.apply(_traced)
        self._passed.update(passed)
        self.broken += broken
        if not self.broken:
            with fork.Pool(self.jobs, maxtasksperchild=1) as pool:
                for verdict in pool.imap(_judged, range(len(self.guards)), chunksize=1):
                    self.verdicts.append(verdict)
                    self.tell(verdict)
        return True

    def succeeds(self, item: pytest.Item, following: pytest.Item | None, longest: float) -> bool:
        before = self._failed
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, longest)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        signal.setitimer(signal.ITIMER_REAL, 0)
        return self._failed == before

    def trace(self) -> tuple[dict[tuple[str, int], list[int]], list[str]]:
        """Which tests, by number, run which lines of the guards' files; and those that fail as it is."""
        files = {str(guard.path) for guard in self.guards}
        passed: dict[tuple[str, int], list[int]] = {}
        broken = []
        caches = _caches()
        for number, item in enumerate(self._items):
            for kept in caches:
                kept.cache_clear()
            with _Tracer(files) as tracer:
                if not self.succeeds(item, _after(self._items, number), 0):  # tracing takes its time
                    broken.append(item.nodeid)
            for place in tracer.places:
                passed.setdefault(place, []).append(number)
        return passed, broken

    def judge(self, index: int) -> Verdict:
        """Switch a guard off and run what comes past it until a test fails."""
        guard = self.guards[index]
        path = str(guard.path)
        numbers = sorted({number for line in guard.passed for number in self._passed.get((path, line), ())})
        items = [self._items[number] for number in numbers]
        if items:
            switch_off(guard)
        for number, item in enumerate(items):
            if not self.succeeds(item, _after(items, number), self.longest):
                return Verdict(guard, item.nodeid, number + 1)
        return Verdict(guard, "", len(items))


_STUDY: Study


def _traced() -> tuple[dict[tuple[str, int], list[int]], list[str]]:
    return _STUDY.trace()


def _judged(index: int) -> Verdict:
    return _STUDY.judge(index)


def _after(items: Sequence[pytest.Item], number: int) -> pytest.Item | None:
    return items[number + 1] if number + 1 < len(items) else None


class _Endless(BaseException):
    """No part of newslint catches this."""


def _stop(*_: object) -> None:
    raise _Endless


class _Tracer:
    """Notes which lines of some files run."""

    def __init__(self, files: set[str]) -> None:
        self.places: set[tuple[str, int]] = set()
        self._files = files

    def __enter__(self) -> _Tracer:
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _call(self, frame: FrameType, event: str, _: object) -> Any:  # noqa: ARG002
        path = _real(frame.f_code.co_filename)
        if path not in self._files:
            return None

        def line(frame: FrameType, event: str, _: object) -> Any:
            if event == "line":
                self.places.add((path, frame.f_lineno))
            return line

        return line


def _caches() -> list[Any]:
    """The caches of functions under test: what one test had worked out would hide that another asks for it too."""
    found = [thing for thing in gc.get_objects() if isinstance(thing, _lru_cache_wrapper)]
    # Patterns, once compiled, stay what they are.
    return [
        thing for thing in found if thing.__module__.startswith("newslint.") and ".startup." not in thing.__module__
    ]


def _load(path: Path) -> None:
    """Import a file unless a test did: by its name from the folder that the program was started in."""
    if not any(getattr(module, "__file__", None) == str(path) for module in list(sys.modules.values())):
        relative = path.relative_to(Path.cwd().resolve()).with_suffix("")
        importlib.import_module(".".join(part for part in relative.parts if part != "__init__"))


# The command


def files_in(paths: Sequence[Path]) -> list[Path]:
    found = {file.resolve() for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])}
    return sorted(found)


def teller(everything: bool) -> Callable[[Verdict], None]:
    """What writes a line on each guard that no test holds, or on each, as soon as it's known."""
    here = Path.cwd().resolve()

    def tell(verdict: Verdict) -> None:
        if everything or not verdict.held_by:
            said = f"held by {verdict.held_by}" if verdict.held_by else f"unheld, {verdict.tests} tests come past"
            place = f"{verdict.guard.path.relative_to(here)}:{verdict.guard.line}"
            print(f"{place}: {said}: {verdict.guard.text}", file=sys.__stdout__, flush=True)  # pytest has the other

    return tell


def main() -> int:
    """What the command line asks for; 0 where a test holds every guard, 1 where one is loose, 2 where it can't be told."""
    options = argparse.ArgumentParser(description="Tell which guards no test holds.")
    options.add_argument("paths", nargs="+", type=Path, metavar="FILE_OR_FOLDER")
    options.add_argument("--tests", action="append", metavar="PATH", help=f"what may hold them: {' '.join(TESTS)}")
    options.add_argument("--all", action="store_true", help="list the guards that are held too, and by what")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument(
        "--longest", type=float, default=30, help="seconds for one test: without its guard a loop may not end"
    )
    given = options.parse_args()
    if missing := [str(path) for path in given.paths if not path.exists()]:
        options.error(f"not there: {', '.join(missing)}")
    sys.path.insert(0, str(Path.cwd()))
    study = Study(
        [guard for path in files_in(given.paths) for guard in guards_in(path)],
        given.jobs,
        given.longest,
        teller(given.all),
    )
    pytest.main(["-qq", "--assert=plain", "--capture=sys", "-p", "no:cacheprovider", *(given.tests or TESTS)], [study])
    if len(study.verdicts) != len(study.guards):
        print("fails with every guard on:", *study.broken, sep="\n")
        return 2
    loose = sum(not verdict.held_by for verdict in study.verdicts)
    print(f"{len(study.verdicts)} guards, {len(study.verdicts) - loose} held, {loose} not")
    return int(loose > 0)


if __name__ == "__main__":
    sys.exit(main())
