"""A rule's page, made of its stanza: as Markdown for docs/rules.md, as plain text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import fill

from newslint.rule import Citation, Example, Stanza

_MARK = re.compile(r"\[\[(.*?)\]\]", re.S)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
_BOLD, _UNDERLINE, _PLAIN = "\x1b[1m", "\x1b[4m", "\x1b[0m"
# So many examples of a kind fit a terminal; the book has all.
_ENOUGH = 6

_HEAD = """# The rules

What newslint looks for, a page for each rule. The file is made from the packs in [rules/](../rules) by
`newslint explain --all`; to change a page, change the rule's stanza there.

In the examples, what the rule finds is set in **bold**. “Left alone” is copy that looks like the fault and isn't:
the rule stays silent there, and a test sees to it.
"""


def book(stanzas: Iterable[Stanza]) -> str:
    """The pages of all rules as one Markdown file, with a list of contents."""
    ordered = sorted(stanzas, key=lambda stanza: stanza.id)
    parts = [_HEAD, *_contents(ordered)]
    for pack, members in groupby(ordered, key=lambda stanza: stanza.pack):
        parts.append(f"## {pack}\n")
        parts += [page(stanza, heading="###") for stanza in members]
    return "\n".join(parts)


def _contents(ordered: list[Stanza]) -> Iterator[str]:
    yield "| rule | severity | why |\n|---|---|---|"
    for stanza in ordered:
        link = f"[{stanza.id}](#{_anchor(stanza.id)})"
        yield f"| {link} | {_state(stanza)} | {_escaped(first_sentence(stanza.why))} |"
    yield ""


def _anchor(heading: str) -> str:
    """The address that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def page(stanza: Stanza, heading: str = "##") -> str:
    """The rule's page as Markdown."""
    parts = [f"{heading} {stanza.id}", stanza.why, f"**Severity:** {_state(stanza)}. **Check:** `{stanza.check}`."]
    parts.append(f"**Exceptions:** {stanza.exceptions or 'none.'}")
    parts.append(f"**Source:** {_linked(stanza.source) if stanza.source else 'none; plain good sense.'}")
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
        f"<b>{_escaped(part)}</b>" if index % 2 else _escaped(part) for index, part in enumerate(_MARK.split(copy))
    )
    lines = bold.strip("\n").split("\n")
    return "\n".join(f"> {line}".rstrip() if not following else f"> {line}\\" for line, following in _pairs(lines))


def _pairs(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether a line of the same paragraph follows."""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield line, bool(line.strip() and following.strip())


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def first_sentence(text: str) -> str:
    """The first sentence of a rule's reason: enough for a list."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z“])", " ".join(text.split()), maxsplit=1)[0]


def leaf(stanza: Stanza, width: int = 80, colour: bool = False) -> str:
    """The rule's page as plain text for a terminal `width` columns wide."""
    sections = [
        ("Why", _filled(stanza.why, width)),
        ("Example", _columns(stanza.examples, width, colour, found=True)),
        ("Left alone", _columns(stanza.examples, width, colour, found=False)),
        ("Exceptions", _filled(stanza.exceptions or "None.", width)),
        ("Source", _filled(_cited(stanza.source), width)),
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
            f"  for one run:        newslint check --ignore {stanza.id} DRAFT",
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
        "Known false alarm": "- (a known false alarm) ",
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
    for paragraph in filter(str.strip, copy.split("\n")):
        parts = _MARK.split(paragraph)
        text = "".join(parts)
        mask = "".join(("^" if index % 2 else " ") * len(part) for index, part in enumerate(parts))
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
