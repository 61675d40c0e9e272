from __future__ import annotations

import pytest

from newslint.document import Role
from newslint.parsers.plain import parse
from newslint.source import Source

LEAD = "The swing bridge at Tarn Quay will close in May for repairs, the county council said on Monday, and nobody knows for how long it will stay that way."
MORE = "Divers looked at the piers in January and found two cracked bearings, which cost more than the council has set aside for roads this year."


def roles(text: str) -> str:
    """The roles of a draft's blocks, a letter each: Headline, Standfirst, By, Dateline, para, X-head, Caption …"""
    return "".join(LETTERS[block.role] for block in parse(Source("draft", text)).blocks)


LETTERS = {
    Role.HEADLINE: "H",
    Role.STANDFIRST: "S",
    Role.BYLINE: "B",
    Role.DATELINE: "D",
    Role.PARAGRAPH: "p",
    Role.CROSSHEAD: "x",
    Role.CAPTION: "C",
    Role.CREDIT: "c",
    Role.PULL_QUOTE: "q",
    Role.BLOCK_QUOTE: "k",
    Role.LIST_ITEM: "l",
    Role.TABLE_CELL: "t",
    Role.FURNITURE: "f",
}

CASES = {
    "labels with a number": (f"Bridge to close\n\n{LEAD}\n\nCAPTION 1: The bridge\n\n[Picture 2] The old bridge\n\n{MORE}", "HpCCp"),
    "labels with a letter": (f"Bridge to close\n\n{LEAD}\n\n{MORE}\n\nPHOTO A: The bridge\n\nPHOTO B: The pier", "HppCC"),
    "lines below the word": (f"Bridge to close\n\n{LEAD}\n\n{MORE}\n\nCAPTIONS\nThe bridge on Monday\nThe pier, with two cracked bearings", "HpppCC"),
    "numbered lines below the word": (f"Bridge to close\n\n{LEAD}\n\n{MORE}\n\nCAPTIONS\n1. The bridge on Monday\n2. The pier, with two cracked bearings", "HppxCC"),
    "a label that tells": (f"Bridge to close\n\n{LEAD}\n\nPHOTO: Keeper Ann Hill lifts the cup\n\nPhoto: Ann Hill/Echo\n\n{MORE}", "HpCcp"),
    "a pull quote in brackets": (f"Bridge to close\n\n{LEAD}\n\n[Pull quote: “I never saw it open”]\n\n{MORE}", "Hpqp"),
    "labels in brackets": (f"Bridge to close\n\n{LEAD}\n\n(Caption) The bridge\n\n[Caption: The old bridge.]\n\n{MORE}", "HpCCp"),
    "a label with a place": (f"Bridge to close\n\nPICTURE (main): The bridge\n\n{LEAD}\n\n{MORE}", "HCpp"),
    "a list of captions": (
        f"Bridge to close\n\n{LEAD}\n\n{MORE}\n\n1. The bridge. (Staff photo by Ann Hill)\n\n2. The pier. (Staff photo by Ann Hill)",
        "HppCC",
    ),
    "a headline first": (f"Bridge to close\n\n{LEAD}\n\n{MORE}", "Hpp"),
    "no headline": (f"{LEAD}\n\n{MORE}", "pp"),
    "one paragraph": (LEAD, "p"),
    "one short line": ("Bridge to close", "p"),
    "capitals": (f"BRIDGE TO CLOSE\n\n{LEAD}", "Hp"),
    "a question": (f"Who shut the bridge?\n\n{LEAD}", "Hp"),
    "two sentences over a long story": (f"Council shuts the bridge. Drivers fume.\n\n{LEAD}\n\n{MORE}\n\n{LEAD}\n\n{MORE}", "Hpppp"),
    "a short lead": (f"It rained.\n\n{LEAD}\n\n{MORE}", "ppp"),
    "a section's name": (f"Politics\n\nBridge to close\n\n{LEAD}", "xHp"),
    "a few words in capitals over the headline": (f"THE LONG READ\n\nBridge that nobody wanted to close\n\n{LEAD}", "xHp"),
    "capitals over a headline that ends in a number": (f"CUP FINAL\n\nRovers beat Tarn before 4,000\n\n{LEAD}", "xHp"),
    "capitals over a crosshead": (f"BRIDGE TO CLOSE\n\nHome help\n\n{LEAD}", "Hxp"),
    "byline and date": (f"Bridge to close\nBy Nell Osgood\n4 March 2024\n\n{LEAD}", "HBDp"),
    "byline with a job": (f"Bridge to close\n\nNell Osgood, transport correspondent\n\n{LEAD}", "HBp"),
    "byline with a place": (f"Bridge to close\n\nNell Osgood in Tarn\n\n{LEAD}", "HBp"),
    "two writers": (f"Bridge to close\n\nBy Nell Osgood and Ivo Brandt\n\n{LEAD}", "HBp"),
    "no byline": (f"Bridge to close\n\nBy Tuesday the bridge was shut\n\n{LEAD}\n\n{MORE}", "HSpp"),
    "a standfirst over a byline": (f"Bridge to close\n\nTown is cut in two.\n\nBy Nell Osgood\n\n{LEAD}", "HSBp"),
    "a standfirst over wire copy": (f"Bridge to close\n\nThe town is cut in two, says the mayor.\n\nTARN (Reuters) - {LEAD}", "HSp"),
    "sign-off": (f"Bridge to close\n\n{LEAD}\n\n(Reporting by Nell Osgood; Editing by Ivo Brandt)", "HpB"),
    "a place of writing": (f"Bridge to close\n\nTARN QUAY (Reuters)\n\n{LEAD}", "HDp"),
    "times of a live blog": (f"Bridge live\n\n10.15 GMT\n\n{LEAD}\n\n9:40am\n\n{MORE}", "HDpDp"),
    "caption with credit": (f"Bridge to close\n\nThe bridge. Photograph: Ivo Brandt/Echo\n\n{LEAD}", "HCp"),
    "agency captions": (f"Bridge to close\n\nThe bridge on Monday. (AP Photo/Ivo Brandt)\n\n{LEAD}", "HCp"),
    "an agency in brackets": (f"Bridge to close\n\nThe bridge as it was on Monday (PA)\n\n{LEAD}", "HCp"),
    "credit alone": (f"Bridge to close\n\nPhoto by Ivo Brandt\n\n{LEAD}", "Hcp"),
    "who stands where": (f"Bridge to close\n\nAda Quill, left, and Nell Osgood on the bridge\n\n{LEAD}", "HCp"),
    "alt text over its caption": (
        f"Ada Quill of the council.\nAda Quill of the council. Photograph: Ivo Brandt/Echo\n\nBridge to close\n\n{LEAD}",
        "CCHp",
    ),
    "no caption in a sentence": (f"Bridge to close\n\n{LEAD} The photograph: Ada Quill, smiling. {MORE}", "Hp"),
    "crosshead": (f"Bridge to close\n\n{LEAD}\n\nWhat divers found\n\n{MORE}", "Hpxp"),
    "quoted crosshead": (f"Bridge to close\n\n{LEAD}\n\n“No choice”\n\n{MORE}", "Hpxp"),
    "questions of an explainer": (f"Bridge\n\n{LEAD}\n\nWhy was it shut?\n\n{MORE}\n\nWho pays for it?\n\n{LEAD}", "Hpxpxp"),
    "one question is copy": (f"Bridge\n\n{LEAD}\n\nWhy was it shut?\n\n{MORE}", "Hppp"),
    "results are no crossheads": (f"Scores\n\n{LEAD}\n\nTarn 2 Ellery 1\n\nMarle 0 Wick 0\n\nDun 3 Kell 3\n\n{MORE}", "Hppppp"),
    "verse is no crosshead": (f"A song\n\n{LEAD}\n\nThe tide goes out\nThe tide comes in\nThe bells are still\n\n{MORE}", "Hppppp"),
    "bullets": (f"Bridge to close\n\n{LEAD}\n\n• One thing\n• Another\n- A third\n- A fourth", "Hpllll"),
    "numbers": (f"Ten things\n\n1/ {LEAD}\n\n2/ {MORE}\n\n7. {LEAD}", "Hlll"),
    "a dash alone is a speaker": (f"Bridge to close\n\n{LEAD}\n\n— Ada Quill, in a letter", "Hpp"),
    "pasted table": ("Scores\n\nTeam\tWon\tLost\nTarn\t3\t1\nEllery\t2\t2", "Httttttttt"),
    "labels": (f"Headline: Bridge to close\nStandfirst: The town is cut in two.\nByline: Nell Osgood\nCaption: The bridge\n\n{LEAD}", "HSBCp"),
    "furniture": (f"Skip to main content\n\nBridge to close\n\nThis article is more than 6 years old\n\n{LEAD}\n\nAdvertisement", "fHfpf"),
    "links below": (f"Bridge to close\n\n{LEAD}\n\nMost viewed\n\nFerry to run at night\n\nMayor resigns", "Hpfff"),
    "buttons beside each other": (f"Bridge to close\n\nShare\nTweet\n\n{LEAD}", "Hffp"),
    "not furniture": (f"Most popular of all was the ferry\n\n{LEAD}\n\nRead more books, says the mayor.\n\n{MORE}", "Hppp"),
    "home is a crosshead": (f"Bridge to close\n\n{LEAD}\n\nHome\n\n{MORE}", "Hpxp"),
    "line after line": (f"Bridge to close\n{LEAD}\n{MORE}", "Hpp"),
    "old line ends": (f"Bridge to close\r\n\r\n{LEAD}\r\n\r\nHome help\r\n\r\n{MORE}", "Hpxp"),
    "older line ends": (f"Bridge to close\r\r{LEAD}\r\r{MORE}", "Hpp"),
    "nothing": (" \n\t\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_roles(name: str) -> None:
    text, expected = CASES[name]
    assert roles(text) == expected


def test_the_text_is_the_drafts_own() -> None:
    text = f"Bridge to close\r\n\r\n  1. {LEAD}  \r\n"
    document = parse(Source("draft", text))
    assert (document.text, document.pieces) == (text, ())
    marker = document.blocks[1].marker
    assert marker is not None
    assert document[marker] == "1."


def test_a_wrapped_paragraph_is_one_block() -> None:
    wrapped = (
        "The swing bridge at Tarn Quay will close in May for repairs, the\n"
        "county council said on Monday. Nobody knows for how long. The last\n"
        "time it was shut, in 1987, it took a year, and the ferry that was\n"
        "to take its place sank."
    )
    document = parse(Source("draft", f"Bridge to close\n\n{wrapped}\n\n{wrapped}\n"))
    assert [document[block.span] for block in document.blocks] == ["Bridge to close", wrapped, wrapped]


def test_an_indent_begins_a_wrapped_paragraph() -> None:
    text = (
        "   The swing bridge at Tarn Quay will close in May for repairs, the\n"
        "county council said on Monday, and nobody knows for how long yet.\n"
        "   Divers looked at the piers in January and found two bearings that\n"
        "are cracked and cost more than the council has set aside.\n"
    )
    document = parse(Source("draft", text))
    assert [document[block.span][:6] for block in document.blocks] == ["The sw", "Divers"]


def test_a_label_is_no_copy() -> None:
    document = parse(Source("draft", f"Headline: Bridge to close\n\nImage caption, The bridge\n\n{LEAD}"))
    assert [document[block.span] for block in document.blocks[:2]] == ["Bridge to close", "The bridge"]
