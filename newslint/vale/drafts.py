"""A draft as Vale's rules read it: all its blocks, once, for every rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from newslint.packs.patterns import Search
from newslint.source import Source
from newslint.startup.row import Row
from newslint.vale.blocks import Block, Reader, Settings, Summary
from newslint.vale.comments import Switches
from newslint.vale.markdown import read_markdown
from newslint.vale.metadata import metadata_blocks
from newslint.vale.patterns import compiled
from newslint.vale.segments import paragraphs, segments
from newslint.vale.selectors import chooses
from newslint.vale.tags import Tag, read_html

MARKDOWN = (".md", ".mdown", ".markdown", ".markdn", ".mdx")
HTML = (".html", ".htm", ".shtml", ".xhtml")
# Stands for each letter of what TokenIgnores name while the draft is parsed; rules then see the mask.
_STAND_IN = "\ue000"
# Stands for each letter of what BlockIgnores name in front of other copy: spaces there would indent it. Rules see nothing.
_NOTHING = "\ue001"
# A displayed formula: from a line that begins with “$$” to the next “$$” at a line's end, a label behind it or not.
# One that nothing closes ends at the first empty line, or where a code block begins or ends.
_FORMULA = re.compile(
    r"^ {0,3}\$\$(?:[^\n]*\$\$|(?:[^\n]*\n(?![ \t]*(?:\n|```|~~~)))*?[^\n]*\$\$|)[ \t]*(?:\{[^\n}]*\})?[ \t]*$", re.M
)
_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\n.+?\n(?:---|\+\+\+)", re.S)


class Reading(Row):
    """A block, and whether it's the draft as a whole (raw, summary): comments in the draft don't silence rules there."""

    block: Block
    whole: bool = False


class Draft(Row):
    """A draft's blocks in order, and what it comes to as a whole.

    `switches` are the places of its comments, each with the switches in force from there on; the first is its beginning.
    """

    readings: tuple[Reading, ...]
    summary: Summary
    switches: tuple[tuple[int, Switches], ...]

    def switches_at(self, place: int) -> Switches:
        """The switches in force at a place of the draft."""
        return self.switches[bisect_right(self.switches, place, key=lambda each: each[0]) - 1][1]


_AS_USUAL = Settings()


def read_draft(source: Source, suffix: str, settings: Settings = _AS_USUAL, styles: tuple[str, ...] = ()) -> Draft:
    """The blocks of a draft, read as `suffix` (.md, .html; anything else is plain text). `styles` are in force."""
    text, places = _clean(source.text)
    switches = Switches(styles)
    heard = [(0, switches.copy())]
    blocks: list[Block] = []

    def hear(comment: str, place: int) -> None:
        switches.hear(comment)
        heard.append((places[place] if places else place, switches.copy()))

    real = "." + source.name.rsplit(".", 1)[-1] if "." in source.name else suffix
    reader = Reader(real, settings, hear)
    if suffix in MARKDOWN or suffix in HTML:
        body = _without_ignored(_without_front_matter(text), settings)
        if suffix in MARKDOWN and "$$" in body:
            body = _FORMULA.sub(lambda match: _blank(match[0]), body)
        blocks += (block for block in metadata_blocks(text, real) if not chooses(settings.masked, block.scope))
        tags = read_markdown(body) if suffix in MARKDOWN else read_html(body)
        for block in reader.blocks(_masked(tags)):
            blocks += _parts(block, prose=block.scope == f"text{real}")
        wholes = [Block(reader.summary.text, f"summary{real}", ())]
    else:
        block = Block(text, f"text{real}", range(len(text)))
        blocks += _parts(block, prose=True)
        wholes = []  # plain text isn't measured
    wholes.append(Block(text, f"raw{real}", range(len(text))))
    readings = [*(Reading(each) for each in blocks), *(Reading(each, whole=True) for each in wholes)]
    return Draft(tuple(_placed(each, places) for each in readings), reader.summary, tuple(heard))


def _parts(block: Block, *, prose: bool) -> Iterator[Block]:
    """The block, with its paragraphs and sentences before it."""
    if block.scope.startswith("text") and "attr" not in block.scope:
        if prose:
            for span in paragraphs(block.text):
                yield _part(block, "paragraph", *span)
        for span in segments(block.text):
            yield _part(block, "sentence", *span)
    yield block


def _part(block: Block, kind: str, start: int, end: int) -> Block:
    return Block(block.text[start:end], f"{kind}.{block.scope}", block.places[start:end])


def _clean(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text with plain line ends, and where each of its letters stands in the draft if any was changed."""
    if "\r" not in text and "&rsquo;" not in text:
        return text, None
    out: list[str] = []
    places: list[int] = []
    for match in re.finditer(r"\r\n?|&rsquo;|[^\r&]+|&", text):
        said = match[0]
        plain = "\n" if said[0] == "\r" else "'" if said == "&rsquo;" else said
        out.append(plain)
        places += range(match.start(), match.start() + len(plain))
    return "".join(out), (*places, len(text))


def _placed(reading: Reading, places: tuple[int, ...] | None) -> Reading:
    if places is None:
        return reading
    block = reading.block
    return reading._replace(block=block._replace(places=tuple(places[at] for at in block.places)))


def _without_front_matter(text: str) -> str:
    return _FRONT_MATTER.sub(lambda match: _blank(match[0]), text)


def _without_ignored(text: str, settings: Settings) -> str:
    """The text of the same length with what is ignored blanked out (blocks) or made unreadable (tokens)."""
    for pattern in settings.tokens:
        text = _replaced(text, pattern, lambda said: re.sub(r"[^\n]", _STAND_IN, said))
    for pattern in settings.blocks:
        text = _replaced(text, pattern, lambda said: re.sub(r"[^\n]", _NOTHING, said))
    return re.sub(rf"(?m)^[ \t{_NOTHING}]+$", lambda match: _blank(match[0]), text) if settings.blocks else text


def _replaced(text: str, pattern: str, made: Callable[[str], str]) -> str:
    out, last = [], 0
    for match in Search().matches(compiled(pattern), text):
        start, end = match.span(1) if compiled(pattern).groups and match[1] is not None else match.span()
        out += [text[last:start], made(text[start:end])]
        last = end
    return "".join([*out, text[last:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _masked(tags: Iterator[Tag]) -> Iterator[Tag]:
    for tag in tags:
        yield _unmarked(tag) if _STAND_IN in tag.text or _NOTHING in tag.text else tag


def _unmarked(tag: Tag) -> Tag:
    kept = [(letter, place) for letter, place in zip(tag.text, tag.places, strict=True) if letter != _NOTHING]
    text = "".join(letter for letter, _ in kept)
    return tag._replace(text=text.replace(_STAND_IN, "*"), places=tuple(place for _, place in kept))
