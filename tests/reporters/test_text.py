from __future__ import annotations

import pytest

from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity
from newslint.report import Report, Run
from newslint.reporters.terminal import printable, unpainted, visible, width
from newslint.reporters.text import coloured, report
from newslint.source import Source, Span


def run_on(text: str, words: str, *others: str, fix: Fix | None = None) -> Run:
    source = Source("a.txt", text)

    def place(of: str) -> Span:
        at = text.index(of)
        return Span(at, at + len(of))

    def related(of: str) -> Related:
        return Related("a.txt", "also here", of, *map(source.location, place(of)))

    span = place(words)
    finding = Finding(
        "a.txt",
        "names/spelling",
        Severity.ERROR,
        1.0,
        "message",
        words,
        source.location(span.start),
        source.location(span.end),
        tuple(related(other) for other in others),
        fix,
        "0123456789abcdef",
    )
    return Run((Report(source, (finding,)),))


def columns(text: str) -> list[tuple[str, str]]:
    """Each underlined stretch: the mark, and what of the line above stands over it, by width on a terminal."""
    lines = report_lines(text)
    found = []
    shown = ""
    for line in lines:
        if "| " not in line:
            continue
        body = line[8:]
        stripped = body.lstrip(" ")
        if line[:6].strip():
            shown = body
        elif stripped[:1] in {"^", "-"}:
            mark = stripped[0]
            start, length = width(body) - width(stripped), len(stripped) - len(stripped.lstrip(mark))
            found.append((mark, _over(shown, start, start + length)))
    return found


def _over(line: str, start: int, stop: int) -> str:
    at, over = 0, ""
    for character in line:
        if start <= at < stop:
            over += character
        at += width(character)
    return over


def report_lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("Jon Smith met John Smith.\n", "Jon", "John"),
        ("東京の Jon と John です\n", "Jon", "John"),
        ("\tJon\tmet\tJohn\n", "Jon", "John"),
        ("e\u0301tude Jon e\u0301 John\n", "Jon", "John"),
        ("x" * 300 + " Jon " + "y" * 30 + " John " + "z" * 300, "Jon", "John"),
        ("Jon\n\n" + "東" * 200 + "John", "Jon", "John"),
        ("漢字 and 漢語\n", "漢字", "漢語"),
    ],
)
def test_both_places_are_underlined(text: str, words: str, other: str) -> None:
    assert columns(report(run_on(text, words, other))) == [("^", words), ("-", other)]


def test_a_long_line_is_cut_on_both_sides() -> None:
    text = report(run_on("x" * 300 + " Jon " + "z" * 300, "Jon"))
    [line] = [line for line in text.splitlines() if "Jon" in line and "|" in line]
    assert line.startswith("    1 | …x")
    assert line.endswith("z…")
    assert len(line) < 120


def test_many_places_are_counted() -> None:
    run = run_on("a b c d e f g", "a", "b", "c", "d", "e", "f", "g")
    assert "and at 2 more places" in report(run)


def test_a_fix_says_what_it_does_and_how_far_it_goes() -> None:
    source = Source("a.txt", "Jon met John")
    edit = Edit(source.location(0), source.location(3), "John")
    fix = Fix((edit,), Safety.UNSAFE)
    assert "fix (with --unsafe-fixes): “Jon” becomes “John”" in report(run_on(source.text, "Jon", fix=fix))


def test_colour_changes_nothing_else() -> None:
    run = run_on("Jon met John\n", "Jon", "John")
    assert "\x1b[1;31m" in coloured(run)
    assert unpainted(coloured(run)) == report(run)


def test_summary_counts_what_was_left_out() -> None:
    [one] = run_on("Jon\n", "Jon").reports
    run = Run((one, Report(Source("b.txt", ""), baselined=one.findings), Report(Source("c", ""), of_draft=False)))
    assert report(run).splitlines()[-1] == "1 error in 2 drafts; 1 in the baseline"


def test_what_steers_a_terminal_is_shown_as_a_mark() -> None:
    assert printable("a\x1b[2J\u202eb\r\nc\td\ud800") == "a�[2J�b c d�"
    assert visible("a\x1bb\tc\r\nd\re\n") == "a�b\tc\r\nd�e\n"
    assert "\x1b" not in report(run_on("a\x1b]0;x\x07 Jon\n", "Jon"))
