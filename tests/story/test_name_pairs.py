"""Which names are proposed as two forms of one, and what is measured of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.story.generic_words import BODY, PLACE, WORK
from newslint.story.name_pairs import NamePair, name_pairs
from newslint.story.windows import windows


def pairs(*copy: str) -> dict[tuple[str, str], NamePair]:
    document = Document.of(*copy)
    return {(document[named.pair.suspect], document[named.pair.other]): named for named in name_pairs(document)}


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("Ottermere Street", "Ottermere Road", PLACE),
        ("Kestrel Harbour", "Kestrel Haven", PLACE),
        ("Haulers' Federation", "Haulers' Association", BODY),
        ("Larn & Lisle", "Larn & Lyle", BODY),
        ("Weir Anti-Graft Bureau", "Weir Accountability Bureau", BODY),
        ("Bab el-Ramel", "Bab el-Nahar", BODY),
        ("Marlin 14", "Merlin 14", BODY),
        ("Friends of Mill Road Baths", "Friends of Mill Lane Baths", PLACE),
        ("Brackwater Seed Register", "Brackwater Seed Report", WORK),
        ("“Bridge Too Dear”", "“Toll Too Dear”", WORK),
    ],
)
def test_one_word_of_a_name_differs(one: str, other: str, sort: str) -> None:
    found = pairs(f"They spoke of the {one} in May.", f"They spoke of the {other} in June.")
    named = found[other.strip("“”"), one.strip("“”")]
    assert named.sort == sort
    assert named.pair.kind in {"letters-in-name", "word-in-name"}


def test_a_saint_is_no_holder_of_an_office() -> None:
    named = pairs("The cup went to St Brendan’s in May.", "A goal for St Breacan’s fell late.")[
        "St Breacan", "St Brendan"
    ]
    assert "an office" not in named.pair.signs


def test_a_name_in_a_dateline_is_no_acronym() -> None:
    loud = pairs("VILA VELHA, May 4 — It rained.", "She left for Vila Nova.")["Vila Nova", "VILA VELHA"]
    short = pairs("The Larn VELHA is new.", "She left for Larn Nova.")["Larn Nova", "Larn VELHA"]
    assert "a word in question is an acronym" not in loud.pair.signs
    assert "a word in question is an acronym" in short.pair.signs


def test_a_longer_name_holds_the_shorter_form() -> None:
    found = pairs("The Northmere Hospitals Health Trust met.", "A spokesman for Northmoor Hospitals left.")
    assert ("Northmoor Hospitals", "Northmere Hospitals") in found


def test_a_single_word_that_ends_otherwise() -> None:
    found = pairs("A baker in Larnbeckle wept.", "In Larnbrooke, a baker wept.")
    assert found["Larnbrooke", "Larnbeckle"].pair.kind == "ending-of-name"


def test_two_of_other_names_or_of_one_sentence_are_two() -> None:
    assert not pairs("Ada Ulvedross left.", "Eve Ulvekirra wept.")
    assert not pairs("A bus left Odrimedu.", "It goes from Odrimedu to Odrikarai.")
    assert not pairs("A baker joined Tidebase.", "A crane fell on Tidelink.")
    assert pairs("A baker came from Tidestrand.", "In Tideport, a baker wept.")


def test_four_letters_are_a_beginning() -> None:
    assert ("Odrikarai", "Odrimedu") in pairs("A baker in Odrimedu wept.", "In Odrikarai, a baker wept.")
    assert not pairs("A baker in Odrimedu wept.", "In Odrakarai, a baker wept.")


@pytest.mark.parametrize(
    "copy",
    [
        ("Ada Lowe spoke.", "Tom Lowe left."),
        ("Mr Lowe spoke of it.", "Ms Lowe left."),
        ("Ottermere St. is shut.", "Ottermere Street is shut."),
        ("The Tidal Centre is shut.", "The Tidal Center is shut."),
        ("The Larn Corp. is shut.", "Larn Corporation is shut."),
        ("The University of Larn-Weir met.", "The University of Larn-Moor met."),
        ("The Weir Creek is dry.", "The Weir R-Creek is dry."),
        ("The Larn Offense won.", "The Larn O-Line won."),
        ("The Larn CloudHallow is new.", "Then CloudHarbour came."),
        ("Ottermere Street is shut.", "Another crane fell in Ottermere Lane."),
        ("The House of Larn met.", "They spoke of the House and Larn."),
        ("The Larn Tidal Trust met.", "A letter came from the Weir Tides Trust."),
    ],
)
def test_no_pair(copy: tuple[str, str]) -> None:
    assert pairs(*copy) == {}


@pytest.mark.parametrize(
    ("copy", "sign"),
    [
        ("Ottermere Street meets Ottermere Lane.", "together"),
        ("Harsley Bridge is shut. It rained. Another crane fell on Horsley Bridge.", "called another"),
        ("Harsley Bridge is shut. It rained. Horsley Bridge, which is another bridge, is open.", "called another"),
        ("Harsley Bridge is shut. It rained. Horsley Bridge in Larn is no relation.", "called another"),
        ("Harsley Bridge is shut. It rained. Buses stop by Horsley Bridge, a mile across town.", "called another"),
        ("Harsley Bridge is shut. It rained. Another crane, for one ship, on Horsley Bridge fell.", "called another"),
        ("Ottermere Street is shut. It rained. Ottermere Lane is open.", "one class, no third"),
        ("She left Kestrel Homes, a builder. It rained. She went to Kestrel Housing on Monday.", "other introduced"),
        ("She left Kestrel Homes. It rained. She went to a Weir Kestrel Housing on Monday.", "suspect introduced"),
        ("She left Fort Worth. It rained. It rains in Fort Wayne.", "both known"),
    ],
)
def test_signs(copy: str, sign: str) -> None:
    assert any(sign in named.pair.signs for named in pairs(copy).values())


@pytest.mark.parametrize(
    "copy",
    [
        "A clerk spoke of another crane, and said that those by Horsley Bridge are old.",
        "She left with another daughter, Ada Lunn, of Horsley Bridge.",
        "Horsley Bridge is open, with room for another crane.",
        "Horsley Bridge has another 300 lamps.",
        "A baker by Horsley Bridge, who is no relation to the mayor, sells bread.",
        "Horsley Bridge has no relation to the sea.",
    ],
)
def test_another_thing_beside_a_name_makes_no_other_of_it(copy: str) -> None:
    found = pairs(f"Harsley Bridge is shut. It rained. {copy}")
    assert found
    assert not any("called another" in named.pair.signs for named in found.values())


def test_a_third_of_the_sort_is_a_family() -> None:
    found = pairs("Ottermere Street is shut. It rained. Ottermere Lane is open, and so is Ottermere Hill.")
    assert found
    assert not any("one class, no third" in named.pair.signs for named in found.values())


@given(
    st.lists(
        st.sampled_from(["Ottermere", "Street", "Lane", "of", "the", "and", ".", "“", "”", "Larn", "14"]), min_size=1
    )
)
def test_pairs_differ_in_one_word(words: list[str]) -> None:
    document = Document.of(" ".join(words))
    for named in name_pairs(document):
        assert named.words[0] != named.words[1]
        assert named.suspects
        assert named.others


def test_windows_grow_with_the_copy_alone() -> None:
    copy = "Ottermere " * 3_000
    assert sum(map(len, windows(Document.of(copy)).values())) < 3_000
