"""Judging drafts for an editor: the desk of each, its report, and whether what desks are made of has changed since."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from newslint import tree
from newslint.config.file import find
from newslint.config.gate import BASELINE
from newslint.desk.drafts import Choice, drafts
from newslint.desk.run import Desk
from newslint.errors import NewslintError
from newslint.lsp.drafts import Draft
from newslint.reading import MAX_BYTES
from newslint.report import Report
from newslint.reporters.openings import is_report
from newslint.startup.row import Row


class Desks(Protocol):
    """Which desk judges a draft, and which files are drafts."""

    def of(self, draft: str | Path) -> Desk:
        """The desk for the draft at the path `draft`. Raises NewslintError."""
        ...

    def choice(self, folder: Path) -> Choice:
        """Which files of `folder` are drafts."""
        ...


class Judgement(Row):
    """What there is to say of one text of a draft. Without a desk, `problem` says why there's none."""

    draft: Draft
    report: Report
    desk: Desk | None = None
    problem: NewslintError | None = None


class Linting:
    """Judges one draft after the other. `open_desks` gives desks that have read nothing yet.

    Of one thread: desks keep what they've read.
    """

    def __init__(self, open_desks: Callable[[], Desks]) -> None:
        self._open = open_desks
        self.renew()

    def renew(self) -> None:
        """Forget all configurations and what they name, so that they're read anew."""
        self._desks = self._open()
        self._files: dict[Path, tree.Stamp] = {}
        self._nearest: dict[Path, str] = {}
        self._in_trouble = False
        self._settled = False

    def judge(self, draft: Draft, wanted: Callable[[], bool]) -> Judgement:
        """What newslint says of `draft`. Raises AbandonedError once `wanted` says no."""
        folder = Path(draft.name).parent
        self._nearest[folder] = _nearest(folder)
        with tree.noting() as asked:
            try:
                desk = self._desks.of(draft.name)
                self._watch(desk.config.root / BASELINE)
                report = desk.report_on(draft.source, wanted) if self._is_wanted(draft, desk) else Report(draft.source)
            except NewslintError as problem:
                if not wanted():
                    raise
                self._in_trouble = True
                return Judgement(draft, Report(draft.source), problem=problem)
            finally:
                self._files = {**asked, **self._files}
        self._settle()
        return Judgement(draft, report, desk)

    def has_changed(self) -> bool:
        """Whether a configuration, or a file that one names, isn't what it was; or wasn't right, so that it may be now."""
        if self._in_trouble or any(tree.stamp(path) != before for path, before in self._files.items()):
            return True
        return any(_nearest(folder) != before for folder, before in self._nearest.items())

    def _watch(self, path: Path) -> None:
        self._files.setdefault(path, tree.stamp(path))

    def _is_wanted(self, draft: Draft, desk: Desk) -> bool:
        """Whether it's a draft: of a format that is read, not excluded, no report of newslint's own, not too large."""
        if draft.suffix.lower() not in desk.registry.parsers or len(draft.text) > MAX_BYTES or is_report(draft.text):
            return False
        saved = draft.path is not None and draft.path.is_file()
        return not saved or any(True for _ in drafts([Path(draft.name)], self._desks.choice))

    def _settle(self) -> None:
        """Let the collector pass over what stays for as long as the configurations do: the rules, lists and patterns."""
        if not self._settled:
            gc.collect()
            gc.freeze()
            self._settled = True


def _nearest(folder: Path) -> str:
    """The configuration for `folder`, or what is wrong with it."""
    try:
        return str(find(Path(os.path.abspath(folder))))
    except NewslintError as error:
        return str(error)
