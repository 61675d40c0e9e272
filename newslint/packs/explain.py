"""A rule's page, made of its stanza: as Markdown for docs/rules.md, as plain text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from textwrap import fill, shorten
from typing import Any

from newslint.packs.options import GIVEN, defaults
from newslint.packs.rule import Citation, Example, Stanza
from newslint.startup.expressions import compiled

_MARK = compiled(r"\[\[(.*?)\]\]", re.S)
_MARKDOWN = compiled(r"([\\`*_\[\]<>#|~])")
_BOLD, _UNDERLINE, _PLAIN = "\x1b[1m", "\x1b[4m", "\x1b[0m"
# So many examples of a kind fit a terminal; the book has all.
_ENOUGH = 6

_HEAD = """# The rules

What newslint looks for, a page for each rule. The file is made from the packs in [rules/](../rules) by
`newslint explain --all`; to change a page, change the rule's stanza there.

In the examples, what the rule finds is set in **bold**. “Left alone” is copy that looks like the fault and isn't:
the rule stays silent there, and a test sees to it.
"""


def options(stanza: Stanza, check: type) -> dict[str, Any]:
    """What can be set for the rule, each option with the value that it has."""
    values = {**defaults(check), **(stanza.options or {})}
    return {name: value for name, value in values.items() if name not in GIVEN}


def book(stanzas: Iterable[Stanza], check: Callable[[str], type]) -> str:
    """The pages of all rules as one Markdown file, with a list of contents; `check` gives the check of a name."""
    ordered = sorted(stanzas, key=lambda stanza: stanza.id)
    parts = [_HEAD, *_contents(ordered)]
    for pack, members in groupby(ordered, key=lambda stanza: stanza.pack):
        parts.append(f"## {pack}\n")
        parts += [page(stanza, options(stanza, check(stanza.check)), heading="###") for stanza in members]
    return "\n".join(parts)


def _contents(ordered: list[Stanza]) -> Iterator[str]:
    yield "| rule | severity | why |\n|---|---|---|"
    for stanza in ordered:
        link = f"[{stanza.id}](#{_anchor(stanza.id)})"
        yield f"| {link} | {_state(stanza)} | {escaped(first_sentence(stanza.why))} |"
    yield ""


def _anchor(heading: str) -> str:
    """The address that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def page(stanza: Stanza, set_to: Mapping[str, Any] | None = None, heading: str = "##") -> str:
    """The rule's page as Markdown; `set_to` are its options with their values."""
    parts = [f"{heading} {stanza.id}", stanza.why, f"**Severity:** {_state(stanza)}. **Check:** `{stanza.check}`."]
    parts.append(f"**Exceptions:** {stanza.exceptions or 'none.'}")
    parts.append(f"**Source:** {_linked(stanza.source) if stanza.source else 'none; plain good sense.'}")
    if set_to:
        parts.append("**Options:** " + "; ".join(f"`{name}`: {escaped(_value(set_to[name]))}" for name in set_to) + ".")
    for title, copy in _shown(stanza.examples):
        parts += [f"{title}:", _blockquote(copy)]
    return "\n\n".join(parts) + "\n"


def _state(stanza: Stanza) -> str:
    return str(stanza.severity) if stanza.enabled else f"{stanza.severity}, off unless asked for"


def _linked(source: Citation) -> str:
    name = f"[{source.name}]({source.url})" if source.url else source.name
    return f"{name}, {source.page}" if source.page else name


def _shown(examples: Iterable[Example]) -> Iterator[tuple[str, str]]:
    """Each piece of copy with its title; the faults first, then what is left alone."""
    for example in sorted(examples, key=lambda example: not example.bad):
        if example.bad:
            yield "Found", example.bad
        if example.good:
            yield "Mended" if example.bad else "Left alone", example.good
        if example.known_false_positive:
            yield "Known false alarm", example.known_false_positive


def _blockquote(copy: str) -> str:
    """The copy as a Markdown quotation, line for line, with what the rule finds in bold."""
    bold = "".join(
        f"<b>{escaped(part)}</b>" if index % 2 else escaped(part) for index, part in enumerate(_MARK.split(copy))
    )
    lines = bold.strip("\n").split("\n")
    return "\n".join(f"> {line}".rstrip() if not following else f"> {line}\\" for line, following in _pairs(lines))


def _pairs(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether a line of the same paragraph follows."""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield line, bool(line.strip() and following.strip())


def escaped(text: str) -> str:
    """`text` with everything that Markdown would act on made plain."""
    return _MARKDOWN.sub(r"\\\1", text)


def first_sentence(text: str) -> str:
    """The first sentence of a rule's reason: enough for a list."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z“])", " ".join(text.split()), maxsplit=1)[0]


def _value(value: Any) -> str:
    """An option's value, for people; of a long list, the beginning."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        value = [f"{key} ({_value(inner)})" for key, inner in value.items()]
    if isinstance(value, list | tuple):
        value = ", ".join(_value(inner) for inner in value)
    return shorten(str(value), 120, placeholder=" …") or "none"


def leaf(stanza: Stanza, set_to: Mapping[str, Any] | None = None, width: int = 80, colour: bool = False) -> str:
    """The rule's page as plain text for a terminal `width` columns wide; `set_to` are its options with their values."""
    sections = [
        ("Why", _filled(stanza.why, width)),
        ("Example", _columns(stanza.examples, width, colour, found=True)),
        ("Left alone", _columns(stanza.examples, width, colour, found=False)),
        ("Exceptions", _filled(stanza.exceptions or "None.", width)),
        ("Source", _filled(_cited(stanza.source), width)),
        ("Options", "\n".join(_filled(f"{name}: {_value(value)}", width) for name, value in (set_to or {}).items())),
        ("How to switch it off", _switch(stanza)),
    ]
    head = f"{_bold(stanza.id, colour)}  ({_state(stanza)})"
    return "\n".join([head, *(f"\n{_bold(title, colour)}\n{text}" for title, text in sections if text)]) + "\n"


def _bold(text: str, colour: bool) -> str:
    return f"{_BOLD}{text}{_PLAIN}" if colour else text


def _filled(text: str, width: int) -> str:
    return fill(" ".join(text.split()), max(20, width), initial_indent="  ", subsequent_indent="  ")


def _cited(source: Citation | None) -> str:
    if source is None:
        return "None; plain good sense."
    return ", ".join(filter(None, (source.name, source.page, source.url)))


def _switch(stanza: Stanza) -> str:
    return "\n".join(
        [
            f"  for one run: newslint check --ignore {stanza.id} DRAFT",
            "  for one paragraph of a Markdown or HTML draft, on the line before it:",
            f"      <!-- stet: {stanza.id}, your reason -->",
            "  for good, in .newslint.yml:",
            "      rules:",
            f"        {stanza.id}: off",
        ]
    )


def _columns(examples: Iterable[Example], width: int, colour: bool, *, found: bool) -> str:
    """The examples with a fault (`found`), or those left alone, a paragraph each."""
    wanted = ("Found", "Mended") if found else ("Left alone", "Known false alarm")
    chosen = [(title, copy) for title, copy in _shown(examples) if title in wanted]
    labels = {
        "Found": "found   ",
        "Mended": "mended  ",
        "Left alone": "- ",
        "Known false alarm": "- (false alarm) ",
    }
    blocks = [_marked_lines(copy, labels[title], width, colour) for title, copy in chosen[:_ENOUGH]]
    if len(chosen) > _ENOUGH:
        blocks.append(f"  … and {len(chosen) - _ENOUGH} more in docs/rules.md")
    return "\n".join(blocks)


def _marked_lines(copy: str, label: str, width: int, colour: bool) -> str:
    """The copy wrapped, with what the rule finds underlined: by the terminal, or by carets below."""
    indent = f"  {label}"
    lines: list[str] = []
    for text, mask in _wrapped(copy, max(20, width - len(indent))):
        lead = indent if not lines else " " * len(indent)
        lines.append(lead + (_underlined(text, mask) if colour else text))
        if not colour and "^" in mask:
            lines.append((" " * len(indent) + mask).rstrip())
    return "\n".join(lines)


def _wrapped(copy: str, width: int) -> Iterator[tuple[str, str]]:
    """The lines of the copy, each with a mask of the same length: “^” under what is marked."""
    parts = _MARK.split(copy)
    whole = "".join(parts)
    marks = "".join(("^" if index % 2 else " ") * len(part) for index, part in enumerate(parts))
    for paragraph in re.finditer(r"[^\n]*\S[^\n]*", whole):
        text, mask = paragraph[0], marks[paragraph.start() : paragraph.end()]
        while len(text) > width:
            cut = text.rfind(" ", 1, width + 1)
            cut = cut if cut > 0 else width
            yield text[:cut], mask[:cut]
            rest = cut + (text[cut] == " ")
            text, mask = text[rest:], mask[rest:]
        yield text, mask


def _underlined(text: str, mask: str) -> str:
    return "".join(
        f"{_UNDERLINE}{part}{_PLAIN}" if marked == "^" else part
        for marked, part in (
            (key, "".join(letter for _, letter in letters))
            for key, letters in groupby(zip(mask, text, strict=True), key=lambda pair: pair[0])
        )
    )
