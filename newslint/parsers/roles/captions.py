"""Captions and credits: what tells them from the copy around them."""

from __future__ import annotations

import re
from functools import cache

from newslint.document import Role
from newslint.startup.expressions import compiled
from newslint.text.vocabulary import wordlist

_LONGEST = 700
# How near its end a caption names who made the picture.
_TAIL = 130
_AGENCIES = "AP|AFP|Reuters|REUTERS|Getty(?: Images)?|PA(?: Wire| Media)?|EPA|EFE|TASS|Tass|Xinhua|Bloomberg|Shutterstock|Alamy|iStock|Rex|REX|Corbis|NurPhoto|Anadolu(?: Agency)?|Zuma|UPI|Press Association|Associated Press"
_AGENCY_NAMES = frozenset(
    "AP AFP Reuters REUTERS Getty PA EPA EFE TASS Xinhua Bloomberg UPI Alamy Shutterstock Anadolu".split()
)
_MEDIUM = "(?:[Pp]hoto(?:graph|grapher)?s?|PHOTO(?:GRAPH)?S?|[Pp]icture?s?|PICTURES?|Pic|[Ii]mages?|IMAGES?|[Ii]llustrations?|[Cc]omposites?|[Gg]raphics?|[Ff]ile photo|Video|[Cc]redits?|CREDITS?|Courtesy|Handout)"
_NAMED = rf"{_MEDIUM}(?:/\w{{1,20}})?(?: ?\| ?|:\s?|(?: [Cc]redit| [Ss]ource)(?:: ?|, ))"
_NAMED_BY = rf"(?:\A|(?<=[.?!”’)\],–—-]) ?){_MEDIUM} (?:(?:taken )?by |courtesy(?: of|:) )"
_WHOSE = "(?:(?:[Ss]taff|STAFF|[Ff]ile|[Aa]rchive|[Ss]ubmitted|[Cc]ontributed|[Cc]ourtesy|[Hh]andout|[Ss]upplied|[Ss]pecial) )"
_POSITIONS = (
    *(", left,", ", right,", ", centre,", ", center,", "(left)", "(right)", "(centre)", "(center)", ", left.", ", right."),
    *(", far left,", ", far right,", "from left,", "from left:", "file photo", "file picture", "lockwise from"),
)  # fmt: skip
_CREDIT_OPENINGS = (
    "Image source,",
    "Image source:",
    "Image credit",
    "Photo credit",
    "Picture credit",
    "Photo by ",
    "Photos by ",
)
_CAPTION_OPENINGS = ("image copyright", "media playback is unsupported", "media caption", "file - in this ")
# What every credit has one of: a quick look before the close one.
_SIGNS = (
    *("/", "]", "hoto", "HOTO", "icture", "ICTURE", "Pic:", "mage", "IMAGE", "redit", "REDIT", "File", "Handout"),
    *("llustr", "omposite", "raphic", "Alamy", "Shutters", "Video:", "ourtesy"),
)
_NO_END = '?!“”"'  # no credit ends in one of these
_STAMPS = ("GETTY ", "REUTERS ", "EPA ", "AFP ", "AP ", "PA ", "REX ", "Getty Images ", "Getty ", "Reuters ", "Image ")


@cache
def _at_end() -> re.Pattern[str]:
    return compiled(
        rf"(?:(?:(?<![\w-]){_NAMED}|{_NAMED_BY})(?=[A-Z0-9@©(.])[^?!“”\"]{{1,85}}"
        rf"|[(\[](?:{_AGENCIES})(?: (?:[Pp]hoto|Images?))?/[^()\[\]]{{1,60}}[)\]]"
        rf"|[(\[](?:AP Photo|{_WHOSE}?(?:[Pp]hoto(?:graph)?|PHOTO|[Pp]icture|[Ii]mage|[Cc]redit)|File)s?(?: (?:credit|by|courtesy)|[:,/])[^()\[\]]{{0,90}}[)\]]"
        rf"|(?<!\w)[A-Z][\w.’'-]*(?: [\w.’'-]+){{0,3}} ?/ ?(?:{_AGENCIES})(?:(?:/| via )[\w ]{{1,30}})?[)\]]?"
        rf"|\[(?:{_AGENCIES}|GETTY|SWNS)(?:/[A-Z ]+)?\]"
        rf"|(?<!\w)via Getty Images|(?<=[.”’] )(?:Getty Images|Shutterstock|Alamy(?: Stock Photo)?))\.?\Z"
    )


@cache
def _label() -> re.Pattern[str]:
    return compiled(
        r"(?:Media playback is unsupported on your device )?(?:(?:Image|Photo|Picture|Video|Media|Map)(?: copyright [^.?!]{1,60}? Image)? ?[Cc]aption|Caption|CAPTION|(?:Photo|Photograph|Picture|Pictured|Image|PHOTO|PHOTOGRAPH|PICTURE|PICTURED|IMAGE)(?=: ))(?:[:,.] ?| ?(?=[A-Z0-9“‘\"']))"
    )


@cache
def _numbered_label() -> re.Pattern[str]:
    """A label in brackets, or with a number or a place behind it: [Picture 2], (Caption), CAPTION 1:, PHOTO A:, PICTURE (main):"""
    return compiled(
        r"(?:[(\[](?:(?:[Ii]mage|[Pp]hoto|[Pp]icture|IMAGE|PHOTO|PICTURE) )?(?:[Cc]aption|CAPTION|[Pp]icture|PICTURE|[Pp]hoto(?:graph)?|PHOTO(?:GRAPH)?|[Ii]mage|IMAGE|[Pp]ictured|PICTURED)"
        r"(?: \d{1,2})?(?:[)\]]:?|:)"
        r"|(?:Caption|CAPTION|Picture|PICTURE|Photo(?:graph)?|PHOTO(?:GRAPH)?|Image|IMAGE)(?: \d{1,2}| [A-Z]| \([a-z][a-z ]{0,14}\)):)(?: |\Z)"
    )


@cache
def _bare() -> re.Pattern[str]:
    return compiled(
        rf"(?:(?:[A-Z][\w.’'-]*,? ){{0,4}}(?:/ ?)?(?:via )?(?:{_AGENCIES})|(?:[A-Z][\w.’'-]* ){{0,3}}[A-Z][\w.’'-]*\s?/\s?(?:{_AGENCIES}|[A-Z][\w ]{{2,30}}))(?:(?:/| via )[\w ]{{2,30}})?\.?\Z"
    )


def credit_at(line: str) -> int:
    """Where in a line the credit at its end begins; -1 where it has none."""
    tail = max(0, len(line) - _TAIL)
    if len(line) > _LONGEST:
        return -1
    if line.endswith(")") and (at := _agency_at(line)) > 0:
        return at
    end = line[tail:]
    if line[-1:] in _NO_END or not any(map(end.__contains__, _SIGNS)):
        return -1
    match = _at_end().search(line, tail)
    if match is None or not _is_credit(line[match.start() : match.end()]) or (match.start() == 0 and _tells(line)):
        return -1
    return match.start()


def _agency_at(line: str) -> int:
    """Where “(PA)” begins at the end of a line that has no full stop and is no dateline (“SALTMOUTH (PA)”); -1 elsewhere."""
    at = line.rfind("(")
    words = line[:at].split()
    if not words or not words[-1][-1].isalnum() or not any(word.islower() for word in words):
        return -1
    return at if line[at + 1 : -1] in _AGENCY_NAMES else -1


def _is_credit(words: str) -> bool:
    """A credit is names: at most a few words in lower case, and no second sentence."""
    rest = words.split()
    small = sum(word[0].islower() for word in rest[1:])
    return len(rest) <= 14 and small <= max(2, len(rest) // 3) and ". " not in words.replace("St. ", "").strip(".")


# Words in lower case of which a credit is made.
_OF_CREDITS = wordlist(
    "by of for the via and from at courtesy handout file staff photo photos photographer picture image images agency"
)


def _tells(line: str) -> bool:
    """Whether the line behind a label tells what is to be seen: “Photo: Keeper Ann Moor lifts the cup”."""
    behind = line[label_end(line) :].split()
    return len(behind) < len(line.split()) and sum(w[0].islower() and w not in _OF_CREDITS for w in behind) > 1


def picture_role(line: str) -> Role | None:
    """The role of a line about a picture: a credit (“(AP Photo/A B)”), or a caption by its credit or its label."""
    at = credit_at(line)
    if len(line) <= _TAIL and (
        at == 0 or line.startswith(_CREDIT_OPENINGS) or ("via Getty Images" in line and is_bare_credit(line))
    ):
        return Role.CREDIT
    if at > 0 or line[:30].lower().startswith(_CAPTION_OPENINGS) or label_end(line):
        return Role.CAPTION
    return None


def is_bare_credit(line: str) -> bool:
    """Whether the line would be a credit beside a caption: “A B/Agency”, “Getty Images”."""
    return len(line) <= 70 and _bare().match(line) is not None


def label_end(line: str) -> int:
    """Where the caption begins behind a label (“Image caption, ”); 0 where there is none.

    A label that nothing follows is the whole line.
    """
    labelled = line[:1] in "IPVMC" and ("aption" in line[:120] or ": " in line[:12])
    numbered = _numbered_label().match(line) if line[:1] in "[(CPI" else None
    match = numbered or (_label().match(line) if labelled else None)
    return len(line) - len(line[match.end() :].lstrip()) if match else 0


def is_stamped(line: str) -> bool:
    """Whether the line opens with an agency's name and goes on as a caption: “REUTERS The harbour after the storm”."""
    stamp = next((stamp for stamp in _STAMPS if line.startswith(stamp)), "")
    return bool(stamp) and line[len(stamp) : len(stamp) + 1].isupper() and len(line) < 200 and line[-1].isalnum()


def shows_positions(line: str) -> bool:
    """Whether the line says who stands where in a picture: “A B, left, and C D”."""
    return len(line) <= _LONGEST and any(position in line for position in _POSITIONS)
