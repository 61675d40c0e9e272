from __future__ import annotations

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.events import deeds, occasions, passages


def draft(text: str) -> Document:
    return parse(Source("draft.txt", text))


def test_an_occasion_has_what_follows_and_what_governs_it() -> None:
    (found,) = occasions(draft("They meddled in the 2016 presidential election, he said."))
    assert (found.year, found.following, found.governors[0]) == (2016, ("presidential", "election"), "meddl")


def test_a_conjunction_ends_what_follows() -> None:
    first, second = occasions(draft("From the 2015 to the 2018 edition."))
    assert (first.following, second.following) == ((), ("edition",))


def test_laws_are_named_by_a_year_and_passed_in_one() -> None:
    named, passed = passages(draft("A law from 1996 says so. The law was passed in 1995. He passed out in 1994."))
    assert (named.year, named.named, passed.year, passed.named) == (1996, True, 1995, False)


def test_a_deed_has_subject_and_verb() -> None:
    (deed,) = deeds(draft("The bridge, which had collapsed on 3 May 2001, is back in 2003-style steel."))
    assert (deed.subject, deed.verb, deed.date.year) == ("bridge", "collapsed", 2001)
