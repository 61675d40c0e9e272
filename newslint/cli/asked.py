"""What was asked for with options that no command takes itself: who reads a configuration or asks a reader heeds them."""

from __future__ import annotations


class Asked:
    """`plugins` may run without having been trusted. `reader` is the second reader's name, "" for none; None where nothing was said.

    Where `offline` a reader isn't asked, and where `forget` its answers are neither used nor kept. `told` are the
    configurations of which it was said that plugins were left.
    """

    def __init__(self) -> None:
        self.plugins = False
        self.reader: str | None = None
        self.offline = False
        self.forget = False
        self.told: set[str] = set()

    def contradiction(self, no_cache: bool, vale: bool = False) -> str:
        """Which of these doesn't go with an option of the command, in a sentence; "" where all do."""
        if vale and self.reader:
            return "--vale runs what its file says, and no reader"
        if no_cache and self.offline:
            return "--offline uses the cache alone, so it doesn't go with --no-cache"
        return ""


_ASKED = [Asked()]


def asked() -> Asked:
    """What was asked for in this run."""
    return _ASKED[0]


def begin() -> None:
    """Begin a run, for which nothing was asked for yet."""
    _ASKED[0] = Asked()
