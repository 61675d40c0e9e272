"""Posts: what the copy says somebody is, before the name, behind it and without it."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.held_posts import held
from newslint.story.posts import described


@pytest.mark.parametrize(
    ("copy", "head", "modifiers"),
    [
        ("It is late, said municipal manager Ada Lunn.", "manager", ("municipal",)),
        ("The medical director, Dr Ada Lunn, said so.", "director", ("medical",)),
        ("Det Insp Ada Lunn asked for help.", "inspector", ("detective",)),
        ("Ada Lunn, the chief executive of the trust, said so.", "executive", ("chief",)),
        ("Ada Lunn, chief executive officer of the trust, said so.", "executive", ("chief",)),
        ("Ada Lunn, prosecuting, said so.", "prosecuting", ()),
        ("Ada Lunn, who as cabinet member for leisure led the talks, said so.", "member", ("cabinet", "leisure")),
        ("Ada Lunn, the Minister of Health, said so.", "minister", ("health",)),
        ("Ada Lunn, who as minister of the interior led the talks, said so.", "minister", ("interior",)),
        ("Finance director Ada Lunn said so.", "director", ("finance",)),
        ("Ada Lunn, as director of housing, said so.", "director", ("housing",)),
        ("Ada Lunn, the chairman of Arsenal, said so.", "chair", ()),
        ("Head of finance Ada Lunn said so.", "head", ("finance",)),
        ("Secretary of State Ada Lunn said so.", "secretary", ("state",)),
        ("Professor Ada Lunn said so.", "professor", ()),
        ("The vice-chancellor, Professor Ada Lunn, said so.", "chancellor", ("vice",)),
        ("Ada Lunn said so. She is now its chief executive.", "executive", ("chief",)),
        ("Ada Lunn said so. As the trust’s chief executive, she leads the talks.", "executive", ("chief",)),
    ],
)
def test_a_post_is_read_where_it_stands(copy: str, head: str, modifiers: tuple[str, ...]) -> None:
    ((person, posts),) = held(Document.of(copy))
    assert (person.surname, posts[0].head, posts[0].modifiers) == ("Lunn", head, modifiers)


def test_two_posts_are_told_in_one_breath() -> None:
    ((_, posts),) = held(Document.of("Ada Lunn, a baker and chief technology officer, said so."))
    assert [(post.head, post.definite) for post in posts] == [("baker", False), ("officer", False)]


@pytest.mark.parametrize(
    "copy",
    [
        "Ada Lunn, the mayor Tom Hill and a clerk came.",  # the mayor is another
        "Ada Lunn was glad of the mayor’s help.",
    ],
)
def test_the_post_of_another_is_nobodys_of_her(copy: str) -> None:
    assert not any(person.surname == "Lunn" for person, _ in held(Document.of(copy)))


def test_a_post_that_is_over_says_so() -> None:
    ((_, posts),) = held(Document.of("The former treasurer, Ada Lunn, said so."))
    assert posts[0].former


def test_a_post_stands_for_somebody_without_a_name() -> None:
    (post,) = described(Document.of("The senior coroner said that it was late."))
    assert (post.head, post.modifiers, post.holder) == ("coroner", ("senior",), None)


def test_a_race_for_a_post_is_nobody() -> None:
    assert described(Document.of("The race for mayor was lost.")) == ()
