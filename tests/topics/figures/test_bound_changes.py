from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.changes.bound_changes import bound_changes


def told(copy: str) -> set[tuple[str, str, str]]:
    """Each bound change of `copy` that doesn't fit, with the amounts before and after it."""
    document = Document.of(copy)
    return {
        (document[change.span], document[step.before.span], document[step.after.span])
        for change, step in bound_changes(document)
    }


@pytest.mark.parametrize(
    ("copy", "change"),
    [
        ("It was £9,800 then. A lighter frame brought it to £7,500, a drop of £2,700.", ("£2,700", "£9,800", "£7,500")),
        ("The gate was 410, up ninety on the 340 of last year.", ("ninety", "340", "410")),
        ("It now covers 560 hectares. It was 780 hectares in May. The fall of 320 is welcome.", ("320", "780 hectares", "560 hectares")),
        ("They sold 64 boats in May and 160 in June, so that it nearly doubled.", ("doubled", "64", "160")),
        ("There were 12 boats. There are 36 now, or twice as many.", ("twice", "12", "36")),
        ("They had £22m in May and have £18m now; the $4m decline is none of theirs.", ()),
    ],
)  # fmt: skip
def test_a_change_is_bound_to_two_amounts(copy: str, change: tuple[str, str, str]) -> None:
    assert told(copy) == ({change} if change else set())


@pytest.mark.parametrize(
    "copy",
    [
        "It was £9,800 then, or £8,100 with the grant. It is £7,500 now, a drop of £2,700.",
        "It was £9,800 then. A lighter frame brought it to £7,500, a drop of £2,700 on the dearest.",
        "Five years ago it was £980. Experts had forecast £750, and then a drop in sales of £270.",
        "It was £9,800 then. It is £7,500 now, a drop of £2,300.",
        "It was £9,800 then. It is £7,500 now, a drop of £1.",
        "There were 12 boats. There are 36 now, or twice as many as in Borth.",
        "The club has 120 boats, 60 per cent more than its 90 members need.",
    ],
)
def test_others_are_not(copy: str) -> None:
    assert told(copy) == set()
