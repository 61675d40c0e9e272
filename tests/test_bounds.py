"""Drafts are untrusted: what holds thousands of one thing takes about as long as its length, not as its square.

Each of these is of a size at which a comparison of all with all would go on for a minute or more.
"""

from __future__ import annotations

from itertools import islice, product

import pytest

from newslint.config.settings import Config
from newslint.linter import lint
from newslint.plugins.registry import Registry
from newslint.source import Source


def names(number: int) -> list[str]:
    """That many names that no list knows, all different."""
    syllables = ["ba", "ri", "lo", "mu", "te", "ka", "di", "so", "vu", "ne", "pra", "gli", "sto"]
    return ["".join(parts).title() for parts in islice(product(syllables, repeat=4), number)]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"Anna {name} said so." for name in names(3_000)),
        " ".join(f"{name} Barlow said so." for name in names(2_000)),
        " ".join(f"Anna {name} said so. Ben {name} left." for name in names(2_000)),
        " ".join(f"Mr {name} said and Ms {name} said." for name in names(2_000)),
        " ".join(names(4_000)),
        " ".join(f"Anna Barlow, {20 + age % 60}, said so." for age in range(3_000)),
        " ".join(f"“We never saw {name} before,” said Anna {name}." for name in names(2_000)),
        " ".join(f"He came on Monday {day % 28 + 1} {'March' if day % 3 else 'May'}." for day in range(3_000)),
        " ".join(f"The plan would cost {number} towns more than {number + 1} had." for number in range(3_000)),
        "\n\n".join(
            f"Anna {name} baked. She was born on {day % 28 + 1} May 1938 in {name}."
            for day, name in enumerate(names(5_000))
        ),
        "\n\n".join(f"In the {number % 90 + 1}th minute Anna Barlow scored." for number in range(20_000)),
        "She married Carl Barlow in 1950. " + "Her husband died in 1987. In 1990 the couple sold the mill. " * 8_000,
        "Anna Barlow took four for 38 that day. " * 12_000,
        "Of the 44 on board seven died, 12 were hurt, 17 were well and six were lost. " * 5_000,
        "\n\n".join(f"Picture caption: One of the {day % 90 + 2} looms that came by barge." for day in range(3_000))
        + "\n\nIt has 42 looms. " * 3_000,
        "\n".join(f"- Onion show at the mill: {day % 28 + 1} August" for day in range(4_000))
        + "\n\nThe onion show fills the mill on 16 August, all day." * 4_000,
        "\n\n".join(f"Anna {name} left. Her niece, Una {name}, cut the oak. Her nephew sang." for name in names(3_000)),
        "“‘abc’ de’’ " * 10_000,
        "\n\n".join(["“We have never seen such a storm in this town before,” said Mr Barlow."] * 3_000),
    ],
    ids=[
        "people",
        "namesakes",
        "houses",
        "honorifics",
        "run",
        "ages",
        "speakers",
        "weekdays",
        "figures",
        "births",
        "minutes",
        "deaths",
        "performances",
        "partitions",
        "captions",
        "boxes",
        "relatives",
        "marks",
        "pastes",
    ],
)
def test_a_draft_full_of_one_thing_comes_to_an_end(text: str, built_in: Registry) -> None:
    report = lint(Source("draft.txt", text), built_in, Config())
    assert not report.failures
