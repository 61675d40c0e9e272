"""Where packs lie, and a cache of what they say: reading YAML takes longer than linting a draft."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from newslint import packs, yamlfile
from newslint.errors import ConfigError
from newslint.rule import Stanza
from newslint.version import VERSION


def builtin_folder() -> Path:
    """The folder of newslint's own packs: in the wheel beside this file, in a checkout at its top."""
    installed = Path(__file__).parent / "rulepacks"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "rules"


def builtin_packs() -> dict[str, Path]:
    """newslint's own packs by name."""
    return {path.stem: path for path in sorted(builtin_folder().glob("*.yml"))}


def all_stanzas(named: Mapping[str, Path]) -> tuple[Stanza, ...]:
    """Every rule of the packs in `named`."""
    return tuple(stanza for name, path in named.items() for stanza in pack_at(path, name))


def pack_at(path: Path, name: str = "") -> tuple[Stanza, ...]:
    """The rules of the pack at `path`, from the cache where the file is unchanged since.

    Raises ConfigError with file and line.
    """
    cached = _cached(path, name)
    if cached is None:
        return packs.read_pack(path, name)
    try:
        return packs.load(cached.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        pack = packs.read_pack(path, name)
        _write(cached, packs.dump(pack))
        return pack


def line_of(stanza: Stanza, option: str) -> int:
    """In which line of its pack a rule's option stands; 0 where that can't be said. The cache knows no lines."""
    try:
        options = yamlfile.read(Path(stanza.path))[stanza.name]["options"]
    except (ConfigError, KeyError, TypeError):
        return 0
    return options.lines.get(option, 0) if isinstance(options, yamlfile.Table) else 0


def house_styles() -> dict[str, Path]:
    """newslint's own house styles by the name that `extends` takes: house/british."""
    return {f"house/{path.stem}": path for path in sorted((builtin_folder() / "house").glob("*.yml"))}


def cache_folder() -> Path | None:
    """The folder for this user's caches, or None where the system names none."""
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA")
    else:
        home = os.environ.get("HOME")
        place = os.environ.get("XDG_CACHE_HOME") or (home and os.path.join(home, ".cache"))
    return Path(place) / "newslint" if place else None


def _cached(path: Path, name: str) -> Path | None:
    folder = cache_folder()
    try:
        stat = path.stat()
    except OSError:
        return None
    if folder is None:
        return None
    key = f"{VERSION}\0{path.absolute()}\0{name}\0{stat.st_mtime_ns}\0{stat.st_size}"
    return folder / f"pack-{blake2b(key.encode('utf-8', 'surrogateescape'), digest_size=10).hexdigest()}.json"


def _write(cached: Path, text: str) -> None:
    """Write beside and rename, so that another process never reads half a pack. A failure costs only time."""
    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        draft = cached.with_suffix(f".{os.getpid()}")
        draft.write_text(text, encoding="utf-8")
        draft.replace(cached)
    except OSError:
        return
