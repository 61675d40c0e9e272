"""Two days of one life, and registers in which anybody may be meant."""

import pytest

from newslint.plugins.registry import Registry
from newslint.story.lives import MOST
from newslint.testing import document
from newslint.topics.dates.births_and_deaths import lives_told_twice
from newslint.topics.names.birthplaces import born_in_two

LIFE = "Ann Moor was born on 4 May 1938 in Coldbeck.\n\nMoor was born on 9 May 1938 in Harwell."


def register(lives: int) -> str:
    """One life that is told in two ways, and more of others, `lives` in all."""
    others = (f"Ben {'Hill' + chr(97 + number)} was born on 3 June 1940 in Denby." for number in range(lives - 2))
    return "\n\n".join([LIFE, *others])


@pytest.mark.parametrize(("lives", "told"), [(2, 1), (MOST, 1), (MOST + 1, 0)])
def test_more_births_than_these_are_a_register(lives: int, told: int, built_in: Registry) -> None:
    draft = document(register(lives), built_in)
    assert len(list(lives_told_twice(draft))) == told
    assert len(list(born_in_two(draft))) == told
