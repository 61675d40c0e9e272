"""A reader that is a program: the question on its standard input, the answer on its standard output."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

from newslint import tree
from newslint.errors import ReaderError
from newslint.readers.protocol import LARGEST, Question
from newslint.readers.reader import Reply

# How much of what a program says on standard error is told, in letters.
_TOLD = 200
_CHUNK = 65_536
# How long to wait for pipes to end once nobody holds them any more, in seconds.
_GRACE = 1.0


@dataclass(frozen=True)
class CommandReader:
    """A program and what it's called with; it runs in `folder`, where the configuration lies.

    No shell reads `command`. `version` is the program's, where the desk wants its answers told apart by it.
    """

    command: tuple[str, ...]
    version: str = ""
    folder: str = ""

    def __post_init__(self) -> None:
        if not self.command or not self.command[0] or any("\0" in word for word in self.command):
            raise ValueError("“command” should be a list: a program, and what it is called with")

    @property
    def destination(self) -> str:
        return f"the program “{' '.join(self.command)}”"

    @property
    def remote(self) -> bool:
        return False

    @property
    def identity(self) -> str:
        return json.dumps(["command", self.command, self.version, list(self._contents())])

    def _contents(self) -> Iterator[str]:
        """The content of each file that the command names: another program gives other answers."""
        for word in self.command:
            with contextlib.suppress(OSError, ValueError):
                yield blake2b(tree.read(Path(self.folder, word), tree.LISTS)).hexdigest()

    def ask(self, question: Question, seconds: float) -> Reply:
        try:
            process = subprocess.Popen(
                [self._program(), *self.command[1:]],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=self.folder or None,
                start_new_session=sys.platform != "win32",
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "no program that can be run"
            raise ReaderError(f"{self.command[0]} can't be run: {reason}", lost=True) from error
        return Reply(_heard(process, question.json(), seconds, self.command[0]), self.version)

    def _program(self) -> str:
        """The program as a path; one without slashes is looked for where programs are, never in the working folder."""
        name = self.command[0]
        if os.sep in name or "/" in name:
            return str(Path(self.folder, name).absolute())
        found = shutil.which(name, path=os.pathsep.join(filter(os.path.isabs, os.get_exec_path())))
        if not found:
            raise ReaderError(f"there's no program {name}", lost=True)
        return found


class _Pipe(Thread):
    """Reads what comes through a pipe, so that none fills up; keeps up to `most` bytes."""

    def __init__(self, pipe: IO[bytes], most: int) -> None:
        super().__init__(daemon=True)
        self._pipe, self._most = pipe, most
        self.data = bytearray()
        self.start()

    def run(self) -> None:
        with contextlib.suppress(OSError, ValueError), self._pipe:
            while chunk := self._pipe.read1(_CHUNK):  # type: ignore[attr-defined]
                self.data += chunk[: max(0, self._most - len(self.data))]


def _heard(process: subprocess.Popen[bytes], text: str, seconds: float, name: str) -> str:
    """What the program prints once it was given `text`. Raises ReaderError."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    said, complaints = _Pipe(process.stdout, LARGEST + 1), _Pipe(process.stderr, LARGEST)
    giving = Thread(target=_give, args=(process.stdin, text.encode("utf-8", "surrogatepass")), daemon=True)
    giving.start()
    try:
        status = process.wait(seconds)
        said.join(seconds)  # a child of it may hold the pipe
        complaints.join(seconds)
        if said.is_alive():
            raise subprocess.TimeoutExpired(name, seconds)
    except subprocess.TimeoutExpired as error:
        raise ReaderError(f"{name} gave no answer within {seconds:g} seconds") from error
    finally:
        _end(process)
        for thread in (said, complaints, giving):
            thread.join(_GRACE)
    if status:
        last = " ".join(complaints.data[-4 * _TOLD :].decode("utf-8", "replace").split())[-_TOLD:]
        raise ReaderError(f"{name} ended with {status}{f': {last}' if last else ''}")
    if len(said.data) > LARGEST:
        raise ReaderError(f"{name} answered with more than {LARGEST // 1_000_000} MB")
    try:
        return said.data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReaderError(f"what {name} answered isn't UTF-8") from error


def _give(pipe: IO[bytes], data: bytes) -> None:
    """Write the question; a program need not read it to its end."""
    with contextlib.suppress(OSError, ValueError), pipe:
        pipe.write(data)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program, if it hasn't ended, and what it started."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
