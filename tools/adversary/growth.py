"""Shapes of copy that grow: how the time of a lint grows with them, as the exponent of a power of their length."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from itertools import islice, product

from newslint.config.settings import Config
from newslint.finding import Severity
from newslint.linter import lint
from newslint.plugins.registry import Registry
from newslint.source import Source
from newslint.startup.row import Row

# Time that grows as its length to this power is linear but for what memory and caches cost.
LINEAR = 1.35
# So long a draft is linted at most, in seconds of this process, to see how its time grows.
_ENOUGH = 1.5
_STEEP = 12.0
_LONGEST = 2_000_000


class Shape(Row):
    """Copy of about so many letters as are asked for."""

    name: str
    suffix: str
    made: Callable[[int], str]


def _times(piece: str) -> Callable[[int], str]:
    return lambda length: piece * max(1, length // len(piece))


def _growing(piece: Callable[[int], str]) -> Callable[[int], str]:
    """Pieces of growing length, one behind the other."""

    def made(length: int) -> str:
        parts, total, number = [], 0, 1
        while total < length:
            parts.append(piece(number))
            total += len(parts[-1])
            number += 1
        return "".join(parts)

    return made


def words(number: int) -> Iterator[str]:
    """That many words that no list knows, all different."""
    syllables = ["ba", "ri", "lo", "mu", "te", "ka", "di", "so", "vu", "ne", "pra", "gli", "sto"]
    return ("".join(parts) for parts in islice(product(syllables, repeat=5), number))


def _each(piece: Callable[[str, int], str], size: int) -> Callable[[int], str]:
    return lambda length: "".join(piece(word, number) for number, word in enumerate(words(length // size)))


_MONTHS = "January February March April May June July August September October November December".split()


def _date(_: str, number: int) -> str:
    return f"It was on {number % 28 + 1} {_MONTHS[number % 12]} {1900 + number % 120}. "


SHAPES = (
    Shape("backtick runs", ".md", _growing(lambda number: "`" * number + " a ")),
    Shape("backticks", ".md", _times("`")),
    Shape("stars", ".md", _times("*a ")),
    Shape("stars and underscores", ".md", _times("**_a_ ")),
    Shape("brackets", ".md", _times("[")),
    Shape("links", ".md", _times("[a](b) ")),
    Shape("quotes in quotes", ".md", lambda length: "> " * (length // 2) + "a"),
    Shape("lists in lists", ".md", _growing(lambda number: "  " * number + "- a\n")),
    Shape("table rows", ".md", lambda length: "|a|b|\n|-|-|\n" + "|The the|12|\n" * (length // 13)),
    Shape("table columns", ".md", lambda length: "|a" * (length // 4) + "|\n" + "|-" * (length // 4) + "|\n"),
    Shape("html in markdown", ".md", _times("<b>")),
    Shape("comments", ".md", _times("<!--")),
    Shape("entities", ".md", _times("&amp;")),
    Shape("headings", ".md", _times("# A\n")),
    Shape("front matter", ".md", lambda length: "---\n" + "a: b\n" * (length // 5) + "---\nCopy.\n"),
    Shape("half links", ".md", _times('[a](b "c ')),
    Shape("half addresses", ".md", _times("[a](<b ")),
    Shape("half tags in markdown", ".md", _times("<a b='c ")),
    Shape("half shortcodes", ".md", _times("{{ a ")),
    Shape("labels", ".md", _growing(lambda number: f"[a{number}]: b\n\n[a{number}] ")),
    Shape("backslashes", ".md", _times("\\")),
    Shape("hard breaks", ".md", _times("a  \n")),
    Shape("spaces in markdown", ".md", lambda length: "a" + " " * length + "b"),
    Shape("underlines", ".md", _times("a\n=\n")),
    Shape("open tags", ".html", _times("<div>")),
    Shape("closed tags", ".html", _times("<p>The man</p>")),
    Shape("stray ends", ".html", _times("</p>")),
    Shape("attributes", ".html", lambda length: "<p " + "a=b " * (length // 4) + ">The the man</p>"),
    Shape("half tags", ".html", _times("<a ")),
    Shape("html comments", ".html", _times("<!-- ")),
    Shape("scripts", ".html", _times("<script>")),
    Shape("tables in tables", ".html", _times("<table><tr><td>")),
    Shape("lists", ".html", _times("<li>The the man")),
    Shape("references", ".html", _times("&#65;")),
    Shape("one letter", ".txt", _times("a")),
    Shape("one word", ".txt", _times("court ")),
    Shape("capitals", ".txt", _times("A ")),
    Shape("full stops", ".txt", _times(".")),
    Shape("spaces", ".txt", _times(" ")),
    Shape("line ends", ".txt", _times("\n")),
    Shape("no-break spaces", ".txt", _times("\u00a0")),
    Shape("digits", ".txt", _times("9")),
    Shape("numbers", ".txt", _times("12 ")),
    Shape("thousands", ".txt", _times("1,000,")),
    Shape("decimals", ".txt", _times("1.5.")),
    Shape("hyphens", ".txt", _times("a-")),
    Shape("dashes", ".txt", _times("a – b ")),
    Shape("commas", ".txt", _times("Anna Barlow, ")),
    Shape("ands", ".txt", _times("Anna and ")),
    Shape("semicolons", ".txt", _times("one; ")),
    Shape("quotation marks", ".txt", _times("“a” ")),
    Shape("opening marks", ".txt", _times("“a ")),
    Shape("straight marks", ".txt", _times('"a ')),
    Shape("apostrophes", ".txt", _times("’a ")),
    Shape("marks for apostrophes", ".txt", _times("the town”s boat ")),
    Shape("parentheses", ".txt", _times("(a ")),
    Shape("initials", ".txt", _times("A.B. ")),
    Shape("abbreviations", ".txt", _each(lambda word, _: f"The {word.title()} Trust ({word[:4].upper()}) said. ", 36)),
    Shape("addresses", ".txt", _times("a.b/c@d.e ")),
    Shape("percentages", ".txt", _times("40 per cent, ")),
    Shape("money", ".txt", _times("£3m ($4m) ")),
    Shape("ranges", ".txt", _times("between 90 and 40 ")),
    Shape("ages", ".txt", _times("Anna Barlow, 38, said. ")),
    Shape("people", ".txt", _each(lambda word, _: f"Anna {word.title()} said so. ", 24)),
    Shape("surnames", ".txt", _each(lambda word, _: f"{word.title()} Barlow said so. ", 26)),
    Shape("namesakes", ".txt", _each(lambda word, _: f"Anna {word.title()} said so. Ben {word.title()} left. ", 44)),
    Shape("capitalised words", ".txt", _each(lambda word, _: f"{word.title()} ", 12)),
    Shape("capitals in two forms", ".txt", _each(lambda word, _: f"{word.title()} went, {word.upper()} came ", 34)),
    Shape("small words", ".txt", _each(lambda word, _: f"{word} ", 12)),
    Shape("compounds", ".txt", _each(lambda word, _: f"{word}-{word[:5]} {word} {word[:5]} ", 40)),
    Shape("dates", ".txt", _each(_date, 29)),
    Shape("weekdays", ".txt", _each(lambda _, number: f"He came on Monday, {number % 28 + 1} March. ", 28)),
    Shape("figures", ".txt", _each(lambda word, number: f"The fire killed {number} {word}. ", 32)),
    Shape("sentences", ".txt", _each(lambda word, _: f"The {word} was never seen in this town before. ", 52)),
    Shape("one sentence", ".txt", _times("The council met on Monday to vote. ")),
    Shape("paragraphs", ".txt", _each(lambda word, _: f"The {word} was seen.\n\n", 26)),
    Shape("captions", ".txt", _each(lambda word, _: f"Photo: {word.title()} in the town.\n\n", 34)),
    Shape("quotations", ".txt", _each(lambda word, _: f"“We never saw {word} before today,” said Anna Barlow. ", 56)),
    Shape("stets", ".txt", _times("<!-- newslint: stet all -->\n")),
    Shape("doubled words", ".txt", _times("the the ")),
    Shape("placeholders", ".txt", _times("TK XXX ")),
    Shape(
        "one long paragraph",
        ".txt",
        _each(lambda word, number: f"{word.title()} said {number} times that {word} would go, ", 52),
    ),
)


class Growth(Row):
    """How a shape grew: to `length` letters, in `seconds`; `exponent` is 0 where it was over too soon to tell."""

    shape: str
    length: int
    seconds: float
    exponent: float

    @property
    def is_linear(self) -> bool:
        return self.exponent <= LINEAR


def growth(shape: Shape, registry: Registry) -> Growth:
    """Double a shape until it takes long enough to be measured; the exponent is between there and a quarter of it.

    A steep one goes on for a while: a ceiling may lie just ahead, or the step at which a draft counts as long.
    """
    taken: list[tuple[int, float]] = []
    length, exponent = 4_000, 0.0
    while length <= _LONGEST:
        text = shape.made(length)
        begin = time.process_time()
        lint(Source(f"draft{shape.suffix}", text, shape.suffix), registry, Config(level=Severity.SUGGESTION))
        taken.append((len(text), time.process_time() - begin))
        exponent = _exponent(taken)
        if taken[-1][1] > (_ENOUGH if exponent <= LINEAR else _STEEP):
            break
        length *= 2
    return Growth(shape.name, *taken[-1], exponent)


def _exponent(taken: list[tuple[int, float]]) -> float:
    (before, short), (after, long) = taken[max(0, len(taken) - 3)], taken[-1]
    told = len(taken) > 2 and long > 0.2 and short > 0
    return math.log(long / short) / math.log(after / before) if told else 0.0
