from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.spelling.checks.spelling_variety import SpellingVariety


def found(check: SpellingVariety, copy: str, registry: Registry) -> list[str]:
    draft = document(f"A headline of the day\n\n{copy}", registry)
    return [draft[hit.span] for hit in check(draft) if hit.confidence >= 0.5]


def test_the_desks_own_language_outweighs_the_storys(built_in: Registry) -> None:
    copy = "The colour of the theatre was grey."
    assert found(SpellingVariety(language="british"), copy, built_in) == []
    assert found(SpellingVariety(language="american"), copy, built_in) == ["colour", "theatre", "grey"]


def test_a_language_is_british_or_american() -> None:
    with pytest.raises(ValueError, match="british or american"):
        SpellingVariety(language="french")


def test_no_fix_where_neither_is_likelier(built_in: Registry) -> None:
    draft = document("A headline of the day\n\nThe colour was good, and the color was bright.", built_in)
    (hit,) = SpellingVariety()(draft)
    assert draft[hit.span] == "color"
    assert not hit.changes


def test_quotations_are_held_against_each_other(built_in: Registry) -> None:
    own = "The theatre and the harbour stayed shut. “My favourite colour,” she said. "
    assert found(SpellingVariety(), own + "“A good neighbor,” he said.", built_in) == ["neighbor"]
    assert (
        found(SpellingVariety(), "The theatre and the harbour stayed shut. “A good neighbor,” he said.", built_in) == []
    )


def test_canadian_copy_is_of_one_piece(built_in: Registry) -> None:
    copy = "The organization analyzed the behaviour of its neighbours and travelled on."
    assert found(SpellingVariety(), copy, built_in) == []
    assert found(SpellingVariety(), copy + " Its labor and its colors changed.", built_in) != []
    assert found(SpellingVariety(language="british"), copy, built_in) == ["analyzed"]
