"""Where packs lie, and a cache of what they say: reading YAML takes longer than linting a draft."""

from __future__ import annotations

import os
from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from zlib import crc32

from newslint import tree, yamlfile
from newslint.errors import ConfigError
from newslint.packs import pack as pack_reader
from newslint.packs import rule
from newslint.packs.rule import Example, Stanza
from newslint.startup import userfiles
from newslint.version import VERSION


def builtin_folder() -> Path:
    """The folder of newslint's own packs: in the wheel inside the package, in a checkout beside it."""
    package = Path(__file__).parents[1]
    installed = package / "rulepacks"
    return installed if installed.is_dir() else package.parent / "rules"


def builtin_packs() -> dict[str, Path]:
    """newslint's own packs by name."""
    return {path.stem: path for path in sorted(builtin_folder().glob("*.yml"))}


def all_stanzas(named: Mapping[str, Path]) -> tuple[Stanza, ...]:
    """Every rule of the packs in `named`, pack after pack. Raises ConfigError with file and line."""
    return _stanzas([(path, name) for name, path in named.items()])


def pack_at(path: Path) -> tuple[Stanza, ...]:
    """The rules of the pack at `path`. Raises ConfigError with file and line."""
    return _stanzas([(path, "")])


class _Examples:
    """The examples of packs, from a cache of their own, for a run that lints asks for none; else from the packs."""

    def __init__(self, packs: Sequence[tuple[Path, str]], file: str, stamp: bytes) -> None:
        self.packs, self.file, self.stamp = packs, file, stamp

    def __call__(self, rule: str) -> tuple[Example, ...]:
        kept = self._kept.get(rule)
        return pack_reader.examples_of(kept) if kept else ()

    @cached_property
    def _kept(self) -> Mapping[str, bytes]:
        """What is kept of each rule. Where the file is gone, the packs are read once more, for all of them, and it's written anew."""
        try:
            return pack_reader.load_examples(_loaded(self.file, self.stamp))
        except (ValueError, EOFError, TypeError):
            data = pack_reader.dump_examples(_read(self.packs))
            userfiles.keep(self.file, self.stamp + b"\n" + data)
            return pack_reader.load_examples(data)


def _stanzas(packs: Sequence[tuple[Path, str]]) -> tuple[Stanza, ...]:
    """The rules of packs, each with its name, from the cache where that was made of the same packs."""
    places = "\n".join(f"{name} {path.absolute()}" for path, name in packs).encode("utf-8", "surrogateescape")
    file = f"pack-{crc32(places):08x}.bin"
    beside = file.replace(".bin", "-examples.bin")
    stamp = _stamp(packs, places)
    try:
        return pack_reader.load(_loaded(file, stamp), _Examples(packs, beside, stamp))
    except (ValueError, KeyError, EOFError, TypeError):
        pass  # none, or a damaged one, which is as good
    stanzas = _read(packs)
    if stamp:
        userfiles.keep(file, stamp + b"\n" + pack_reader.dump(stanzas))
        userfiles.keep(beside, stamp + b"\n" + pack_reader.dump_examples(stanzas))
    return stanzas


def _read(packs: Sequence[tuple[Path, str]]) -> tuple[Stanza, ...]:
    return tuple(stanza for path, name in packs for stanza in pack_reader.read_pack(path, name))


def _loaded(file: str, stamp: bytes) -> bytes:
    """What is kept in a file under this stamp; nothing where there's another."""
    first, _, rest = (userfiles.load(file) or b"").partition(b"\n")
    return rest if stamp and first == stamp else b""


def _stamp(packs: Sequence[tuple[Path, str]], places: bytes) -> bytes:
    """What changes with the packs and with the code that reads them; empty where one can't be looked at.

    newslint's own packs are believed as its code is: while they are as long and as old as they were. A desk's are read.
    """
    said, own = blake2b(places), builtin_folder()
    files = [Path(file) for file in (pack_reader.__file__, rule.__file__, yamlfile.__file__)]
    try:
        for path, _ in packs:
            if path.parent == own:
                files.append(path)
            else:
                said.update(blake2b(tree.read(path, tree.HAND_WRITTEN)).digest())
        stats = [os.stat(file) for file in files]
    except OSError:
        return b""
    times = " ".join(f"{stat.st_mtime_ns}:{stat.st_size}" for stat in stats)
    return f"{VERSION} {times} {said.hexdigest()}".encode()


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
