"""Marks that overlap nest, whatever their places are."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Severity
from newslint.reporters.html.marks import Mark, marked
from newslint.source import Span

TEXT = "The mayor & the <bridge> were opened on Monday"


class Read(HTMLParser):
    """The copy of a block without the numbers, what is marked for each finding, and whether each element ends where it may."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.copy = ""
        self.found: dict[str, str] = {}
        self.links: list[str] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "a":
            self.links.append(data)
            return
        self.copy += data
        for tag, attributes in self._open:
            if tag == "mark":
                for number in (attributes["data-finding"] or "").split():
                    self.found[number] = self.found.get(number, "") + data


def spans() -> st.SearchStrategy[list[Span]]:
    place = st.integers(0, len(TEXT))
    return st.lists(st.tuples(place, place).map(lambda ends: Span(min(ends), max(ends))), max_size=9)


@given(spans())
def test_each_finding_marks_its_own_words_and_no_others(places: list[Span]) -> None:
    marks = [Mark(span, number, Severity.ERROR) for number, span in enumerate(places, 1)]
    read = Read(marked(TEXT, Span(0, len(TEXT)), marks))
    assert read.copy == TEXT
    wanted = {str(number): TEXT[span.start : span.end] for number, span in enumerate(places, 1)}
    assert read.found == {number: text for number, text in wanted.items() if text}
    assert sorted(map(int, read.links)) == list(range(1, len(places) + 1))


def test_the_inner_stands_in_the_outer() -> None:
    html = marked("the the", Span(0, 7), [Mark(Span(0, 7), 1, Severity.WARNING), Mark(Span(4, 7), 2, Severity.ERROR)])
    assert html.index('<mark class="warning"') < html.index('<mark class="error"')
    assert html.index(">2</a></mark>") < html.index(">1</a>")


def test_what_crosses_is_parted_and_numbered_once() -> None:
    html = marked("abcdef", Span(0, 6), [Mark(Span(0, 4), 1, Severity.ERROR), Mark(Span(2, 6), 2, Severity.WARNING)])
    assert html.count("<mark") == 3
    assert html.count('id="p2"') == 1
    assert html.endswith(">2</a>")


def test_one_place_of_several_findings_is_one_element_as_grave_as_the_gravest() -> None:
    here = Span(0, 3)
    marks = [
        Mark(here, 1, Severity.SUGGESTION),
        Mark(here, 2, Severity.WARNING),
        Mark(here, 3, Severity.ERROR, other=1),
    ]
    html = marked("abc", here, marks)
    assert html.count("<mark") == 1
    assert '<mark class="warning" data-finding="1 2 3" data-own="1 2">' in html
    assert all(f'id="{name}"' in html for name in ("p1", "p2", "p3-1"))


def test_many_that_cross_lose_nothing() -> None:
    text = "a" * 3_000
    crossing = [Mark(Span(at, at + 40), at, Severity.ERROR) for at in range(2_900)]
    assert Read(marked(text, Span(0, len(text)), crossing)).copy == text
