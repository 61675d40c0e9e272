"""What newslint can do with more than its base installation: each extra is imported only where it's used."""

from __future__ import annotations

from importlib.util import find_spec

from newslint.errors import NewslintError

# A module of each extra that nothing else brings.
EXTRAS = {"docx": "docx", "lsp": "pygls", "reader": "httpx"}


class MissingExtraError(NewslintError):
    """An extra that isn't installed; says what it's for, and the command that brings it."""


def bringing(extra: str) -> str:
    """The command that brings `extra`."""
    return f"python3 -m pip install 'newslint[{extra}]'"


def need(extra: str, purpose: str) -> None:
    """Raise MissingExtraError where the libraries of `extra`, which `purpose` needs, aren't installed."""
    if find_spec(EXTRAS[extra]) is None:
        raise MissingExtraError(f"{purpose} needs the extra “{extra}”: {bringing(extra)}")
