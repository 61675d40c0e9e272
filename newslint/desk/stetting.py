"""Let a finding stand: an entry in the configuration that holds for its draft."""

from __future__ import annotations

import os
from pathlib import Path

from newslint import tree
from newslint.config import file as configfile
from newslint.config.settings import Config
from newslint.desk.writing import replace_file
from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.startup.dataclass import replace
from newslint.stets.entries import StetEntry, relative, with_entry


def configuration_of(finding: Finding, config: Config, folder: Path | None = None) -> Path:
    """The file that a stet of `finding` goes into: the configuration in force, else a new one that holds for the draft.

    That lies in `folder`, by default where one is, if the draft does too; else beside the draft.
    """
    if config.path:
        return Path(config.path)
    inside = not relative(finding.path, folder or Path.cwd()).startswith("../")
    return (folder or Path() if inside else Path(finding.path).parent) / configfile.NAMES[0]


def write_entry(path: Path, finding: Finding, reason: str, until: str = "") -> StetEntry:
    """Add an entry that covers `finding` to the configuration at `path`, all else in it as it was; the entry.

    Raises ConfigError where the file can't be read, written, or has no place for it.
    """
    entry = StetEntry(
        draft=relative(finding.path, path.parent),
        rule=finding.rule,
        words=finding.text,
        fingerprint=finding.fingerprint,
        reason=" ".join(reason.split()),
        until=until,
    )
    try:
        data = tree.read(path, tree.HAND_WRITTEN) if os.path.lexists(path) else b""
        text = with_entry(data.decode("utf-8"), entry, str(path))
        replace_file(path, text.encode("utf-8"), within=path.parent)
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("isn't UTF-8 text", str(path)) from error
    return replace(
        entry, path=str(path), line=text.count("\n", 0, text.rindex(f'fingerprint: "{finding.fingerprint}')) + 1
    )
