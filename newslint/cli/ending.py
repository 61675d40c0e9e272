"""How a run ends: with a sentence and a status, never with a traceback."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable

from newslint.errors import NewslintError, internal
from newslint.startup import modules
from newslint.version import VERSION

FAILED = 2
INTERRUPTED = 130


class _Closed(io.TextIOBase):
    """Standard output that was closed before the run: whatever is to be printed can't be."""

    def write(self, _: str) -> int:
        raise OSError(errno.EBADF, "it's closed")


def ended(command: Callable[[], object]) -> int:
    """Run `command`; the status to exit with, when what it wrote has gone out."""
    if sys.stderr is None:  # closed: what is said there goes nowhere
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as the process lives
    if sys.stdout is None:
        sys.stdout = _Closed()
    try:
        status = _status(command)
    except KeyboardInterrupt:
        _tell("interrupted")
        status = INTERRUPTED
    try:
        return max(status, _written())
    except KeyboardInterrupt:
        return INTERRUPTED


def keeping(command: Callable[[], object]) -> object:
    """Run `command`, and keep for the next run what this one compiled."""
    try:
        return command()
    finally:
        codes = sys.modules.get("newslint.startup.codes")
        if codes is not None:  # imported, and so with patterns that may be new
            codes.keep()
        modules.keep()


def _status(command: Callable[[], object]) -> int:
    try:
        given = command()
        return given if isinstance(given, int) else 0
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else FAILED if ending.code else 0
    except NewslintError as error:
        _tell(str(error))
    except BrokenPipeError:
        _tell("")  # nobody reads on, as in newslint … | head
    except MemoryError:
        _tell("there isn't enough memory for this")
    except OSError as error:
        _tell(f"{error.filename}: {error.strerror}" if error.filename else _about_disk(error))
    except EOFError as error:
        raise KeyboardInterrupt from error
    except Exception as error:
        status = _refused(error)
        if status is not None:
            return status
        _tell(
            f"an error in newslint {VERSION} itself: {internal(error)}. "
            "Please report this line, with the command and, if you may, the draft or configuration that it happened with"
        )
    return FAILED


def _refused(error: Exception) -> int | None:
    """The status where the library of command lines refused what was said; None for any other error. Raises KeyboardInterrupt."""
    if "click" not in sys.modules:
        return None
    import click

    if isinstance(error, click.Abort):
        raise KeyboardInterrupt from error
    if not isinstance(error, click.ClickException):
        return None
    with contextlib.suppress(OSError):
        error.show()
    return error.exit_code


def _about_disk(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF}:
        return f"standard output can't be written: {error.strerror}"
    return error.strerror or internal(error)


def _tell(sentence: str) -> None:
    """Say `sentence` on standard error, if that can be done and there's something to say."""
    if sentence:
        from newslint.cli.output import say
        from newslint.reporters.terminal import printable

        with contextlib.suppress(OSError, ValueError):
            say(f"newslint: {printable(sentence)}", err=True)


def _written() -> int:
    """Let what was printed go out; FAILED where it can't. What is left then goes nowhere, not into Python's own last words."""
    status = 0
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            status = FAILED
        except (OSError, ValueError) as error:
            status = FAILED
            _tell(_about_disk(error) if isinstance(error, OSError) else "standard output is closed")
        if status and stream is not None:
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return status
