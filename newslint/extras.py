"""What newslint can do with more than its base installation: each extra is imported only where it's used."""

from __future__ import annotations

from importlib.util import find_spec

from newslint.errors import NewslintError

# A module of each extra that nothing else brings, and what is brought, where that's called otherwise.
EXTRAS = {"desk": "starlette", "docx": "docx", "lsp": "pygls", "reader": "httpx"}
_BROUGHT = {"docx": "python-docx, odfdo and striprtf", "desk": "starlette and uvicorn"}


class MissingExtraError(NewslintError):
    """An extra that isn't installed; says what it's for, and the command that brings it."""


def bringing(extra: str) -> str:
    """The command that brings `extra`."""
    return f"python3 -m pip install 'newslint[{extra}]'"


def need(extra: str, purpose: str) -> None:
    """Raise MissingExtraError where the libraries of `extra`, which `purpose` needs, aren't installed."""
    if said := lack(extra, purpose):
        raise MissingExtraError(said)


def lack(extra: str, purpose: str, module: str = "") -> str:
    """What to say where `purpose` needs `extra`, and in it `module`, and it isn't installed; "" where it is."""
    if find_spec(module or EXTRAS[extra]) is not None:
        return ""
    brought = _BROUGHT.get(extra, EXTRAS[extra])
    return f"{purpose} needs the extra “{extra}”, which brings {brought}: {bringing(extra)}"
