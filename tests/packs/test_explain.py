from __future__ import annotations

from newslint.finding import Severity
from newslint.packs.explain import book, first_sentence, leaf, options, page
from newslint.packs.rule import Citation, Example, Stanza
from newslint.plugins.registry import Registry

STANZA = Stanza(
    pack="town",
    name="bell",
    check="repeated-word",
    message="“{found}” twice",
    why="A bell rings once. Twice is a fire.",
    severity=Severity.WARNING,
    source=Citation("The Ringer’s Book", page="12"),
    exceptions="Fires.",
    examples=(
        Example(good="It rang *once* <b>at noon</b>."),
        Example(
            bad="The [[bell\nbell]] rang.\n\nAnd all the people of the town came out of their houses and asked [[why]].",
            good="The bell rang.",
        ),
        Example(known_false_positive="A [[Bell Bell]] came by."),
    ),
)


def test_page_has_every_part_in_its_order() -> None:
    text = page(STANZA, {"allowed": ("had", "that")})
    parts = [
        "## town/bell",
        "A bell rings once. Twice",
        "warning",
        "Fires.",
        "The Ringer’s Book, 12",
        "`allowed`: had, that",
    ]
    parts += ["Found:", "Mended:", "Left alone:", "Known false alarm:"]
    places = [text.index(part) for part in parts]
    assert places[:7] == sorted(places[:7])


def test_page_sets_in_bold_what_is_found_and_escapes_the_rest() -> None:
    text = page(STANZA)
    assert "> It rang \\*once\\* \\<b\\>at noon\\</b\\>." in text
    assert "asked <b>why</b>." in text
    assert "[[" not in text


def test_page_says_that_there_is_no_source() -> None:
    assert "**Source:** none" in page(Stanza("town", "bell", "repeated-word", "m", "Why."))


def test_leaf_keeps_to_the_width() -> None:
    for width in (40, 60, 100):
        assert max(map(len, leaf(STANZA, {}, width).partition("\nHow to")[0].splitlines()[1:])) <= width


def test_leaf_puts_carets_under_what_is_found() -> None:
    lines = leaf(STANZA, {}, 60).splitlines()
    below = next(index for index, line in enumerate(lines) if line.strip() == "^^^")
    start = lines[below].index("^")
    assert lines[below - 1][start : start + 3] == "why"


def test_leaf_in_colour_underlines_instead() -> None:
    text = leaf(STANZA, {}, 60, colour=True)
    assert "\x1b[4mwhy\x1b[0m" in text
    assert "^" not in text


def test_leaf_shortens_a_long_list() -> None:
    text = leaf(STANZA, {"known": [f"word{number}" for number in range(500)], "most": 3, "strict": False}, 80)
    assert " …" in text
    assert "most: 3" in text
    assert "strict: false" in text


def test_options_take_the_stanza_s_word_over_the_check_s(built_in: Registry) -> None:
    stanza = Stanza("town", "bell", "repeated-word", "m", "Why.", options={"allowed": ["ding"]})
    assert options(stanza, built_in.check("repeated-word"))["allowed"] == ["ding"]


def test_book_lists_and_links_every_rule(built_in: Registry) -> None:
    text = book([STANZA], built_in.check)
    assert "| [town/bell](#townbell) | warning | A bell rings once. |" in text
    assert "### town/bell" in text


def test_first_sentence() -> None:
    assert first_sentence("A bell rings once. Twice is a fire.") == "A bell rings once."
    assert first_sentence("It costs £1.5m to mend.\nSo it isn't.") == "It costs £1.5m to mend."
