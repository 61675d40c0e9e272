"""Surnames that stand alone: whether one means its bearer, or a campaign, a firm, a month or a ship."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.references import Reference
from newslint.text.vocabulary import DAYS_AND_MONTHS, FUNCTION, SPOKE, STRONG_PASTS, alternatives

# What follows a surname that stands for a campaign, a tower, a firm or a family, or one that a byline has introduced.
_THING = compiled(
    r":|,(?: [A-Z]\w+,)* [A-Z]\w+,? (?:and|&) [A-Z]\w+ \(|,? (?:and|&) (?:Co|Sons|Brothers|Bros|Partners)\b| and [A-Z]\w+ counties\b"
    r"|(?:, [A-Z]\w+)*,? (?:and|&) \w*[A-Z]\w*,? (?:Inc|Ltd|LLC|LLP|Corp|Group|plc|Plc)\b|\scounties\b|\s(?:reported from|contributed)\b|[’']s?, (?:the|a|an|its)\b|[-’'/]?\s?(?:[A-Z&]|(?:\w+-)?(?:admin\w*|advis\w+|aides?|allies|ally|associates?|attorney|attorneys|backers|brand|building|business|cabinet|camp|"
    r"campaigns?|case|clan|company|delegates?|doctrine|email|emails|era|estate|event|events|famil(?:y|ies)|fans|fortune|foundation|"
    r"government|household|impeachment|lawyer|lawyers|loyalists?|machine|movement|name|nomination|official|officials|"
    r"organi[sz]ation|phenomenon|plan|presidency|rallies|rally|regime|spokes\w+|staffers?|style|supporters?|surrogates?|team|"
    r"ticket|tweet|tweets|vote|voters?|white|years?)\b)"
)
# What follows one that stands for its person: a mark, a small word, a verb by its ending.
_GOES_ON = compiled(
    rf"[’']s?\b|[,.;!?)”\"—–]|\Z|\s(?:[—–(\"“]|--)|\s(?:[a-z]+(?:ed|ly|s)|{alternatives(SPOKE, FUNCTION, ['all', 'both', 'last'])}|"
    rf"(?!(?:meeting|hearing|building|briefing|wedding|ruling|filing|painting)\b)[a-z]+ing|{alternatives(STRONG_PASTS)})\b"
)
# Before a surname that is part of a longer name, of a list of them, or of another story's headline: “READ MORE: Okafor wins”.
_PART = compiled(r"(?:[&@#/\[]|[A-Z]{2}:|\b(?:the|The|a|an|A|An))\s?\Z")

# Before a name that a work, a ship or a storm bears too.
_NAMED_AFTER = compiled(
    r"\b(?:musical|film|movie|novel|play|show|series|album|song|opera|ship|ferry|yacht|hurricane|storm|typhoon|label|firm|brand|band|charity|company|agency|group|union|club|team|chain|"
    r"retailer|insurer|bank|airline|consultancy|supermarket|paper|newspaper|magazine|website|site|app)s? \Z",
    re.I,
)
_DATING = compiled(
    r"\b(?:in|on|by|of|since|until|till|from|through|before|after|during|last|next|this|early|late|mid|\d{1,2}(?:st|nd|rd|th)?)[ -]\Z"
)

# Who took a picture, and for whom: “Photo by Okafor/Reuters”.
_CREDITED = compiled(r"\b(?:photo|photograph|picture|pictured|image|video)s? by \Z", re.I)
_AGENCY = compiled(r" ?/ ?[A-Z]")


def _is_of_a_date(document: Document, reference: Reference) -> bool:
    """“In May”, “May 3”."""
    start, end = reference.name
    behind = document.text[end : end + 2]
    return bool(_DATING.search(document.text[max(0, start - 12) : start])) or behind[1:].isdigit()


def stands_for_its_person(document: Document, reference: Reference) -> bool:
    """Whether a surname alone means who bears it: “Okafor said”, not “the Okafor campaign” or “Okafor & Sons”."""
    if reference.surname.lower() in DAYS_AND_MONTHS and not reference.titles and _is_of_a_date(document, reference):
        return False
    before = document.text[max(0, reference.name.start - 24) : reference.name.start]
    if before[-3:].lower() == "by " and _CREDITED.search(before):
        return _AGENCY.match(document.text, reference.name.end) is not None
    goes_on = _GOES_ON.match(document.text, reference.name.end)
    return (
        bool(goes_on or reference.titles)
        and not _THING.match(document.text, reference.name.end)
        and not _PART.search(before[-5:])
        and not _NAMED_AFTER.search(before[-16:])
    )
