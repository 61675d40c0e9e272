"""A .newslint.yml that runs the styles of a .vale.ini beside newslint's own rules."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from newslint.vale.globs import expanded
from newslint.vale.ini import Ini, Section
from newslint.vale.styles import read_style

_HEAD = """\
# Made from {ini} by `newslint init --from-vale`. newslint's own rules run as well; to run Vale's alone:
# newslint check --vale {ini} FILE…
"""


def converted(ini: Ini, root: Path) -> tuple[str, list[str]]:
    """The configuration's text, for the folder `root`, and a sentence for each thing that isn't taken over."""
    folders = _folders(ini)
    styles = [read_style(folder) for folder in folders]
    known = {stanza.name for style in styles for stanza in style.stanzas}
    notices = [*ini.notices, *(told for style in styles for told in style.refused.values()), *_left_out(ini)]
    shown = os.path.relpath(ini.path, root).replace(os.sep, "/")
    parts = [_HEAD.format(ini=shown), f"level: {ini.level}\n"]
    if folders:
        paths = [os.path.relpath(folder, root).replace(os.sep, "/") for folder in folders]
        parts.append("styles:\n" + "".join(f"  - {_quoted(path)}\n" for path in paths))
    parts += _rules(ini, known)
    parts += _terms(ini)
    return "\n".join(parts), notices


def _folders(ini: Ini) -> list[Path]:
    names = dict.fromkeys(style for section in ini.sections for style in section.styles or ())
    named = (rule.split(".")[0] for section in ini.sections for rule in section.rules if "." in rule)
    names.update(dict.fromkeys(named))
    found = ((path / name) for name in names for path in ini.styles_paths)
    return [folder for folder in found if folder.is_dir()]


def _rules(ini: Ini, known: set[str]) -> Iterator[str]:
    """`rules` for what [*] says, off where it names nothing, and `paths` for the other sections."""
    everywhere = next((section for section in ini.sections if section.pattern == "*"), Section("*", ()))
    states = {name: _state(ini, everywhere, name) or "off" for name in sorted(known)}
    rows = [f"  {name}: {state}\n" for name, state in states.items() if state != "true"]
    if rows:
        yield "rules:\n" + "".join(rows)
    others = [section for section in ini.sections if section.pattern != "*"]
    paths = "".join(_path(ini, section, pattern, known) for section in others for pattern in expanded(section.pattern))
    if paths:
        yield "paths:\n" + paths


def _path(ini: Ini, section: Section, pattern: str, known: set[str]) -> str:
    states = {name: _state(ini, section, name) for name in sorted(known)}
    rows = [f"      {name}: {state}\n" for name, state in states.items() if state]
    return f"  - match: {_quoted(pattern)}\n    rules:\n{''.join(rows)}" if rows else ""


def _state(ini: Ini, section: Section, name: str) -> str:
    """What a section says of a rule: off, a level, true where it only runs, "" where it says nothing."""
    style = name.split(".", maxsplit=1)[0]
    wanted = section.rules.get(name, section.rules.get(style))
    if wanted is None:
        if section.styles is None:
            return ""
        wanted = style in section.styles
    return (ini.levels.get(name) or ini.levels.get(style) or "true") if wanted else "off"


def _terms(ini: Ini) -> Iterator[str]:
    plain = [word for word in ini.accepted if word.replace(" ", "").isalnum() and word != word.lower()]
    if plain:
        rows = "".join(f"  - {{name: {_quoted(word)}, kind: product}}\n" for word in dict.fromkeys(plain))
        yield "# The accepted words of the vocabulary that have capitals.\nnames:\n" + rows


def _left_out(ini: Ini) -> Iterator[str]:
    for section in ini.sections:
        if section.tokens or section.blocks:
            yield f"{ini.path}: TokenIgnores and BlockIgnores of [{section.pattern}] aren't taken over"
    if any(ini.settings):
        yield f"{ini.path}: SkippedScopes, IgnoredScopes and IgnoredClasses aren't taken over"
    if ini.rejected:
        yield f"{ini.path}: the rejected words of the vocabulary aren't taken over; make them a rule of the check existence"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
