"""What is left over of the last issue or version: each number once."""

from __future__ import annotations

from newslint.document import Document, Role
from newslint.topics.draft.checks.stale_identity import StaleIdentity


def _told(headline: str, *copy: str) -> list[tuple[str, object, list[str]]]:
    document = Document.of((Role.HEADLINE, headline), *copy)
    return [
        (document[hit.span], hit.words["own"], [document[note.span] for note in hit.related])
        for hit in StaleIdentity()(document)
    ]


def test_a_number_that_is_left_over_twice_is_told_once() -> None:
    story = (
        "We announce Millrace 3.12.",
        "Download Millrace 3.11 today.",
        "See the Millrace 3.11 release page.",
        "Get Millrace 3.12 from the mill.",
    )
    assert _told("Millrace 3.12 is out", *story) == [("3.11", "3.12", ["3.12", "3.11"])]


def test_a_headline_that_is_alone_with_its_number_is_what_is_left_over() -> None:
    story = (
        "Getting Millrace 3.19.0 is as easy as this.",
        "What is new in Millrace 3.19.0",
        "See the Millrace 3.19.0 release page.",
    )
    assert _told("Announcing Millrace 3.12.0", *story) == [("3.12.0", "3.19.0", ["3.19.0"])]
