"""Which desk judges a draft: that of the configuration nearest to it, whichever folder the writer stands in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from newslint.cli.settings import Settings, settings
from newslint.config.file import find
from newslint.desk.drafts import Choice
from newslint.desk.run import Desk
from newslint.errors import UnreadableError
from newslint.plugins.registry import Registry
from newslint.report import Report
from newslint.source import Source

Draft = Path | UnreadableError


class Desks:
    """A desk for each configuration that a run meets; each is read once.

    One configuration holds for all where `config_path` names it, or `isolated` refuses any. `make` makes a desk of
    what is read. `stdin_name` is what the draft of standard input is called. `exclude` false lets nothing be excluded.
    """

    def __init__(
        self,
        config_path: Path | None,
        isolated: bool,
        make: Callable[[Settings], Desk],
        stdin_name: str = "",
        exclude: bool = True,
    ) -> None:
        self._given = config_path, isolated
        self._make = make
        self.stdin_name = stdin_name
        self._exclude = exclude
        self._paths: dict[str, Path | None] = {}
        self._desks: dict[Path | None, Desk] = {}

    def of(self, draft: str | Path) -> Desk:
        """The desk for the draft at the path `draft`; `-` is standard input. Raises NewslintError."""
        name = self.stdin_name if str(draft) == "-" else draft
        return self.at(os.path.dirname(os.path.abspath(name)) if name else os.getcwd())

    def at(self, folder: str | Path) -> Desk:
        """The desk for drafts in `folder`. Raises NewslintError."""
        config_path, isolated = self._given
        path = None if isolated else config_path or self._nearest(os.path.abspath(folder))
        if path not in self._desks:
            self._desks[path] = self._make(settings(config_path, isolated, Path(os.path.abspath(folder))))
        return self._desks[path]

    def _nearest(self, folder: str) -> Path | None:
        if folder not in self._paths:
            self._paths[folder] = find(Path(folder))
        return self._paths[folder]

    def meet(self, paths: Iterable[Path]) -> None:
        """Read the configurations nearest to what is named, so that mistakes in them are told before all else."""
        for path in paths:
            if path.is_dir():
                self.at(path)
            else:
                self.of(path)

    def choice(self, folder: Path) -> Choice:
        """Which files of `folder` are drafts."""
        desk = self.at(folder)
        exclude = desk.config.exclude if self._exclude else ()
        return Choice(desk.registry.parsers, exclude, os.path.abspath(desk.config.root))

    def report_on(self, source: Source) -> Report:
        """Lint one draft as its own desk does."""
        return self.of(source.name).report_on(source)

    def grouped(self, drafts: Iterable[Draft], together: bool = False) -> list[tuple[Desk, list[Draft]]]:
        """The drafts of each desk. What is read `together` is one document, which the first draft's desk judges."""
        groups: dict[int, tuple[Desk, list[Draft]]] = {}
        for draft in drafts:
            first = next(iter(groups.values()), None) if together else None
            desk = first[0] if first else self.of(draft if isinstance(draft, Path) else draft.name)
            groups.setdefault(id(desk), (desk, []))[1].append(draft)
        return list(groups.values())

    @property
    def met(self) -> list[Desk]:
        """The desks that were asked for so far."""
        return list(self._desks.values())

    @property
    def registry(self) -> Registry:
        """What plugins give the first desk met, and the reporters of all."""
        registries = [desk.registry for desk in self.met or [self.at(os.getcwd())]]
        reporters = {name: made for each in registries for name, made in each.reporters.items()}
        owners = {key: owner for each in registries for key, owner in each.owners.items()}
        return registries[0]._replace(reporters=reporters, owners=owners)
