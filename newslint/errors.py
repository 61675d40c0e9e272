"""What can go wrong outside the copy. Each of these ends a run with exit status 2."""

from __future__ import annotations

from collections.abc import Iterable

# So many letters of an error's own words are told: they may quote the copy.
_LONGEST = 200


class NewslintError(Exception):
    """Anything that newslint tells the writer in one sentence, without a traceback."""


class UnreadableError(NewslintError):
    """A draft that can't be read; `reason` says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class TooLargeError(NewslintError):
    """A draft that holds more than newslint lints; the message says what."""


class LeftError(UnreadableError):
    """A file of a folder that was left alone, which is told and is no failure of the run."""


class ConfigError(NewslintError):
    """A mistake in a configuration file, a pack or a list, with its file and line (from 1)."""

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(f"{place}{message}")
        self.message = message
        self.path = path
        self.line = line


class PluginError(NewslintError):
    """A plugin that can't be loaded, or that fails."""


class ReaderError(NewslintError):
    """A reader that can't be asked, or that gives no answer. `lost` means that asking it again is of no use in this run;
    `wait` is how many seconds it wants to be left alone.
    """

    def __init__(self, reason: str, lost: bool = False, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.lost = lost
        self.wait = wait


class RuleError(NewslintError):
    """A rule that raised: names the rule, the draft, and the plugin it comes from."""


def internal(error: BaseException) -> str:
    """What to tell of an error that nobody meant: its kind, its words, and where in the program it arose."""
    place, trace = "", error.__traceback__
    while trace is not None:
        place, trace = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}", trace.tb_next
    words = " ".join(str(error).split())
    words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return f"{type(error).__name__}: {words} (in {place})" if place else f"{type(error).__name__}: {words}"


def nearest(wrong: str, known: Iterable[str]) -> str:
    """A hint with the known word closest to `wrong`, or ""."""
    if len(str(wrong)) > _LONGEST:
        return ""
    from difflib import get_close_matches

    close = get_close_matches(str(wrong), list(known), n=1, cutoff=0.55)
    return f" (did you mean “{close[0]}”?)" if close else ""
