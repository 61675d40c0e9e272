"""Answers that a reader gave before, so that the same draft has the same ones on every run, and without a network.

They lie in the user's own folder, sealed as all his caches are, each under the hash of its question and of all that the answer
hangs on. What a draft said was answered once lies there by its hash, not by its name.
"""

from __future__ import annotations

import contextlib
import json
from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it
from pathlib import Path

from newslint.readers.protocol import VERSION, Question
from newslint.readers.reader import Reply
from newslint.startup import userfiles

_FOLDER = "readers"
# So many answers are kept, those that were given last.
_MOST = 5_000


class Answers:
    """What the reader called `name` answered, being what `identity` says."""

    def __init__(self, name: str, identity: str) -> None:
        self._said = json.dumps([VERSION, name, identity])
        self._new = False

    def get(self, question: Question) -> Reply | None:
        """The answer to `question`, where it was given before."""
        kept = userfiles.load(self._file(question))
        if kept is None:
            return None
        try:
            text, name = json.loads(kept)
        except (ValueError, TypeError, RecursionError):
            return None
        return Reply(text, name)

    def put(self, question: Question, reply: Reply) -> None:
        """Keep an answer. What can't be written costs only time."""
        data = json.dumps([reply.text, reply.name]).encode("ascii")
        userfiles.keep(self._file(question), data)
        self._new = True

    def close(self) -> None:
        """Let go of the oldest where there are too many."""
        place = userfiles.cache_folder()
        if place is None or not self._new:
            return
        with contextlib.suppress(OSError):
            found = sorted((path.stat().st_mtime, path) for path in Path(place, _FOLDER).glob("*.json"))
            for _, path in found[:-_MOST]:
                path.unlink()

    def _file(self, question: Question) -> str:
        said = f"{self._said}\0{question.json()}".encode("utf-8", "surrogatepass")
        return f"{_FOLDER}/{blake2b(said, digest_size=20).hexdigest()}.json"
