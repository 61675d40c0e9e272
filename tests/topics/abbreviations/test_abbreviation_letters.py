from __future__ import annotations

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.abbreviations.checks.abbreviation_letters import AbbreviationLetters


def test_a_form_that_is_only_explained_gives_no_fix(built_in: Registry) -> None:
    explained = "The Coastal Grain Trade Board (CGTB) met. "
    (hit,) = AbbreviationLetters()(document(explained + "The CGBT rose.", built_in))
    assert not hit.changes
    (hit,) = AbbreviationLetters()(document(explained + "The CGTB rose. The CGBT left.", built_in))
    assert [change.replacement for change in hit.changes] == ["CGTB"]
