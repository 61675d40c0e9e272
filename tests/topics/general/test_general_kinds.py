"""The general kinds of check, as a desk's own rules use them."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.hit import Check, Hit
from newslint.house import Entry
from newslint.parsers import plain
from newslint.source import Source
from newslint.topics.general.checks.capitalization import Capitalization
from newslint.topics.general.checks.conditional import Conditional
from newslint.topics.general.checks.consistency import Consistency
from newslint.topics.general.checks.existence import Existence
from newslint.topics.general.checks.occurrence import Occurrence
from newslint.topics.general.checks.repetition import Repetition
from newslint.topics.general.checks.substitution import Substitution
from newslint.topics.names.checks.house_name import HouseName, counterpart


def document(text: str) -> Document:
    return plain.parse(Source("draft", text))


def hits(check: Check, text: str) -> list[Hit]:
    return sorted(check(document(text)), key=lambda hit: hit.span)


def found(check: Check, text: str) -> list[str]:
    return [text[hit.span.start : hit.span.end] for hit in hits(check, text)]


class TestExistence:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The cat sat by the cat-flap; the cat’s dish was empty.", ["cat", "cat", "cat"]),
            ("A catalogue of concatenated cats.", []),
            ("The CAT scan.", ["CAT"]),
            ("Ask @cat or #cat.", []),
            ("He said: “The cat is out.”", []),
        ],
    )
    def test_terms_are_whole_words(self, text: str, expected: list[str]) -> None:
        assert found(Existence(terms=("cat",)), text) == expected

    def test_phrases_may_run_over_a_line(self) -> None:
        assert found(Existence(terms=("at this moment in time",)), "We are at this moment\nin  time unsure.") == [
            "at this moment\nin  time"
        ]

    def test_the_longer_of_two_terms_is_found(self) -> None:
        assert found(Existence(terms=("prior", "prior to")), "Prior to lunch he ate.") == ["Prior to"]

    def test_terms_of_marks_alone(self) -> None:
        assert found(Existence(terms=("!!", "&"), nonword=True), "Yes!! Salt & pepper.") == ["!!", "&"]

    def test_capitals_may_count(self) -> None:
        assert found(Existence(terms=("The Hague",), ignorecase=False), "In the Hague and The Hague.") == ["The Hague"]

    def test_exceptions_hold_what_stands_inside_them(self) -> None:
        check = Existence(terms=("mad",), exceptions=("Mad Max",))
        assert found(check, "He was mad about Mad Max.") == ["mad"]

    def test_patterns(self) -> None:
        assert found(Existence(patterns=(r"\d+ ?am",)), "At 7am and 10 am, not amber.") == ["7am", "10 am"]

    def test_quotations_when_asked(self) -> None:
        assert found(Existence(terms=("cat",), quotations=True), "He said: “The cat.”") == ["cat"]

    def test_a_bad_pattern_is_refused(self) -> None:
        with pytest.raises(ValueError, match="can't be read"):
            Existence(patterns=("(",))

    def test_nothing_to_find_is_refused(self) -> None:
        with pytest.raises(ValueError, match="needs"):
            Existence()


class TestSubstitution:
    def test_the_replacement_takes_the_capitals(self) -> None:
        check = Substitution(swap={"advisor": "adviser"})
        made = [hit.changes[0].replacement for hit in hits(check, "Advisor, advisor, ADVISOR.")]
        assert made == ["Adviser", "adviser", "ADVISER"]

    def test_several_choices_are_told_and_not_made(self) -> None:
        (hit,) = hits(Substitution(swap={"utilise": ("use", "employ")}), "They utilise it.")
        assert hit.words["replacement"] == "use” or “employ"
        assert hit.changes == ()

    def test_a_pattern_gives_back_its_groups(self) -> None:
        (hit,) = hits(Substitution(patterns={r"(\d+) per cent": r"\1%"}), "It rose 4 per cent.")
        assert hit.changes[0].replacement == "4%"

    def test_the_right_form_stays(self) -> None:
        assert found(Substitution(swap={"internet": "internet"}), "The internet and the Internet.") == ["Internet"]


class TestConsistency:
    def test_the_majority_is_right_wherever_it_stands(self) -> None:
        text = "The advisor left. The adviser stayed. The adviser slept."
        (hit,) = hits(Consistency(variants=("adviser", "advisor")), text)
        assert text[hit.span.start : hit.span.end] == "advisor"
        assert hit.words == {"first": "adviser", "count": 2, "times": "twice"}
        assert [change.replacement for change in hit.changes] == ["adviser"]

    def test_a_tie_is_shown_at_the_later_one_without_a_fix(self) -> None:
        text = "The advisor left. The adviser stayed."
        (hit,) = hits(Consistency(variants=("adviser", "advisor")), text)
        assert text[hit.span.start : hit.span.end] == "adviser"
        assert hit.changes == ()
        assert text[hit.related[0].span.start : hit.related[0].span.end] == "advisor"

    def test_one_finding_a_pair_with_all_its_places(self) -> None:
        text = "An email, an e-mail, an email, an e-mail, an email."
        (hit,) = hits(Consistency(either={"email": "e-mail"}), text)
        assert len(hit.related) == 2
        assert len(hit.changes) == 2

    def test_three_forms_make_two_findings(self) -> None:
        text = "web site, website, Web-site, website"
        check = Consistency(variants=("website", "web site", "web-site"))
        assert found(check, text) == ["web site", "Web-site"]

    def test_the_preferred_form_wins_where_it_stands(self) -> None:
        text = "judgement, judgement, judgment"
        assert found(Consistency(variants=("judgment", "judgement"), prefer="judgment"), text) == ["judgement"]

    def test_quotations_stay(self) -> None:
        assert found(Consistency(variants=("adviser", "advisor")), "The adviser said: “My advisor lied.”") == []

    def test_patterns(self) -> None:
        check = Consistency(variants=(r"\d+%", r"\d+ per cent"), pattern=True, nonword=True)
        assert found(check, "Up 4%, down 5%, up 6 per cent.") == ["6 per cent"]

    @pytest.mark.parametrize("options", [{}, {"variants": ("one",)}, {"groups": (("a", "b"), ("b", "c"))}])
    def test_what_makes_no_pair_is_refused(self, options: dict[str, tuple[str, ...]]) -> None:
        with pytest.raises(ValueError, match="variants"):
            Consistency(**options)  # type: ignore[arg-type]


class TestOccurrence:
    def test_too_many_in_a_sentence(self) -> None:
        check = Occurrence(token=",", max=2, per="sentence")
        (hit,) = hits(check, "One, two. One, two, three, four.")
        assert (hit.span.start, hit.words["count"]) == (25, 3)

    def test_too_few_in_the_document(self) -> None:
        (hit,) = hits(Occurrence(token=r"\w+", min=10, per="document"), "Short.")
        assert hit.words["count"] == 1

    def test_an_unknown_measure_is_refused(self) -> None:
        with pytest.raises(ValueError, match="block, sentence or document"):
            Occurrence(token="x", max=1, per="page")

    def test_only_blocks_of_the_scope_count(self) -> None:
        check = Occurrence(token=r"\w+", max=4, scope=("headline",))
        text = "A headline of five words\n\nThen a paragraph that is longer than that, too."
        assert found(check, text) == ["words"]


def test_repetition_finds_what_follows_itself() -> None:
    check = Repetition(token=r"\b(?:very|really)\b", exceptions=("really",))
    assert found(check, "A very very good, really, really good and very bad one.") == ["very"]


class TestConditional:
    check = Conditional(first=r"\b[A-Z]{3,5}\b", second=r"\(([A-Z]{3,5})\)", exceptions=("BBC",))

    def test_what_is_given_nowhere(self) -> None:
        assert found(self.check, "The WHO and the BBC met. The WHO agreed.") == ["WHO"]

    def test_what_is_given_somewhere(self) -> None:
        assert found(self.check, "The WHO met. The World Health Organization (WHO) agreed.") == []

    def test_a_second_without_a_group_must_only_stand_there(self) -> None:
        check = Conditional(first="embargo", second="Not for use before")
        assert found(check, "Under embargo. Not for use before noon.") == []
        assert found(check, "Under embargo.") == ["embargo"]


class TestCapitalization:
    @pytest.mark.parametrize(
        ("style", "headline", "expected"),
        [
            ("ap", "Mayor of the city to resign after row", "Mayor of the City To Resign After Row"),
            ("ap", "A walk to the sea: the long way home", "A Walk to the Sea: The Long Way Home"),
            ("chicago", "Mayor of the city to resign after row", "Mayor of the City to Resign after Row"),
        ],
    )
    def test_title_case(self, style: str, headline: str, expected: str) -> None:
        (hit,) = hits(Capitalization(match="title", style=style), f"{headline}\n\nA story follows here, as ever.")
        assert hit.words["expected"] == expected

    def test_sentence_case_leaves_names(self) -> None:
        check = Capitalization(match="sentence")
        assert hits(check, "Mayor meets Brandt in Hamburg over NATO\n\nA story follows here.") == []
        (hit,) = hits(check, "Mayor Opens the Bridge\n\nA story follows here.")
        assert hit.words["expected"] == "Mayor opens the bridge"

    def test_a_pattern(self) -> None:
        assert found(Capitalization(match="^[A-Z]"), "lower start here\n\nA story.") == ["lower start here"]


class TestHouseName:
    check = HouseName(
        names=(
            Entry("Volodymyr Zelenskiy", ("Zelensky", "Zelenskyy"), "person"),
            Entry("Kim Jong-un", ("Kim Jong Un",), "person"),
            Entry("Harbour Trust", ("The Trust of the Harbour",), "organisation"),
        )
    )

    def test_the_fix_is_the_part_that_was_meant(self) -> None:
        (hit,) = hits(self.check, "Volodymyr Zelensky spoke.")
        assert hit.changes[0].replacement == "Zelenskiy"

    def test_a_wrong_form_beats_any_majority(self) -> None:
        assert len(hits(self.check, "Zelensky, Zelensky, Zelensky, Zelenskiy")) == 3

    def test_a_right_form_is_silent(self) -> None:
        assert hits(self.check, "Kim Jong-un met Volodymyr Zelenskiy.") == []

    def test_capitals_of_a_wrong_form_count(self) -> None:
        assert hits(self.check, "the trust of the harbour in its pilots") == []

    @pytest.mark.parametrize(
        ("wrong", "right", "expected"),
        [
            ("Zelensky", "Volodymyr Zelenskiy", "Zelenskiy"),
            ("Bombay", "Mumbai", "Mumbai"),
            ("Peking", "Beijing Municipality", "Beijing Municipality"),
        ],
    )
    def test_counterpart(self, wrong: str, right: str, expected: str) -> None:
        assert counterpart(wrong, right) == expected


@pytest.mark.parametrize(
    "text", ["", "\0", "\ud800 lone", "x" * 100_000, "İstanbul’a ﬁ ſ", "'" * 500, "a'", "'s", "@", "\r\n\r\n"]
)
def test_nothing_raises_on_odd_copy(text: str) -> None:
    words = ("x", "'s", "İstanbul", "@")
    for check in (
        Existence(terms=words),
        Existence(terms=words, nonword=True),
        Substitution(swap=dict.fromkeys(words, "y")),
        Consistency(variants=words),
        HouseName(names=(Entry("İstanbul", ("x", "Istanbul")),)),
        Capitalization(match="title", scope=()),
    ):
        list(check(document(text)))
