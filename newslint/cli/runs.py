"""A run over what the command line names, for every command that lints."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newslint import baseline
from newslint.baseline import Baseline
from newslint.cache import Cache
from newslint.config import Config
from newslint.desk import Desk, Means, check_drafts
from newslint.drafts import drafts
from newslint.linter import Run

# From so many drafts on a cache is kept without being asked for.
_MANY = 20


class Way(NamedTuple):
    """How the command line wants a run to be gone about. `jobs` None: as many processes as pay."""

    jobs: int | None = None
    no_cache: bool = False
    cache_dir: Path | None = None


def run_over(paths: tuple[Path, ...], desk: Desk, stdin_name: str = "", way: Way | None = None) -> Run:
    """Lint what `paths` name: files, folders, and `-` for standard input."""
    named = [path for path in paths if str(path) != "-"]
    found = list(drafts(named, desk.registry.parsers, desk.config.exclude))
    stdin = [Path("-")] if len(named) < len(paths) else []
    many = len(found) >= _MANY or any(path.is_dir() for path in named)
    way = way or Way()
    cache = None if stdin else _cache(desk, way, many)
    if not (cache and cache.used):
        desk.config.rules(desk.registry)  # a mistake in the configuration is told before any draft is read
    return check_drafts([*stdin, *found], desk, stdin_name, Means(cache, way.jobs))


def _cache(desk: Desk, way: Way, many: bool) -> Cache | None:
    """The cache that is asked for, or the usual one where the drafts are many; never for standard input."""
    from newslint import cache

    setting = desk.config.gate.cache
    if way.no_cache or (setting is False and not way.cache_dir):
        return None
    asked = way.cache_dir or (setting if isinstance(setting, Path) else None)
    if asked:
        return cache.opened(cache.checked_folder(asked), desk.config, desk.registry)
    if many or setting is True:
        return cache.opened(desk.config.root / cache.NAME, desk.config, desk.registry)
    return None


def baseline_path(config: Config) -> Path:
    """Where the baseline is written: where the configuration says, else beside it."""
    return config.gate.baseline or config.root / baseline.NAME


def baseline_for(config: Config, given: Path | None, none: bool) -> Baseline | None:
    """The baseline that `--baseline` gives, else the configuration's, else the one beside it where there's one.

    Raises ConfigError where it's broken, or was asked for and isn't there.
    """
    if none:
        return None
    asked = given or config.gate.baseline
    path = asked or baseline_path(config)
    return baseline.read(path) if asked or path.exists() else None
