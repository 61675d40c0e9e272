"""Bylines and datelines: lines of names, and lines of days, times and places."""

from __future__ import annotations

import itertools

from newslint.parsers.roles.furniture import follows
from newslint.text.vocabulary import DAYS_AND_MONTHS, DETERMINERS, MONTH_FORMS, NAME_PARTICLES, WEEKDAY_FORMS

_MARKS = " \t\u00a0,.:;|•·()[]-–—/&"
_LONGEST = 160
_JOINTS = frozenset(["and", "in", "for", "at", "of", "the", "with", "on", "by", "&", "|", "/", "-", "–", "—", "·", "•"])
_JOBS = frozenset(
    [
        *("editor", "correspondent", "reporter", "writer", "columnist", "critic", "commentator", "contributor", "producer", "journalist"),
        *("staff", "bureau", "chief", "agencies", "freelance", "photographer", "fellow", "analyst", "senior", "deputy", "assistant"),
        *("associate", "managing", "political", "diplomatic", "home", "affairs", "foreign", "health", "science", "environment", "education"),
        *("business", "economics", "legal", "social", "sports", "sport", "football", "chief", "special", "world", "national", "media"),
        *("technology", "transport", "crime", "arts", "culture", "religious", "royal", "defence", "defense", "security", "energy", "city"),
        *("community", "data", "investigations", "investigative", "news", "night", "video", "desk", "team", "washington", "local"),
    ]
)  # fmt: skip
_LAST_JOBS = frozenset(
    [
        "editor",
        "correspondent",
        "reporter",
        "writer",
        "columnist",
        "critic",
        "commentator",
        "contributor",
        "chief",
        "journalist",
        "producer",
    ]
)
_CREDITS = (
    *("words by ", "words: ", "story by ", "written by ", "report by ", "reporting by ", "(reporting by ", "reported by ", "text by "),
    *("additional reporting by ", "(additional reporting", "additional reporting: ", "with reporting by ", "with additional reporting"),
    *("compiled by ", "edited by ", "(editing by ", "editing by ", "(writing by ", "writing by ", "as told to ", "interview by "),
)  # fmt: skip
_NOT_NAMES = frozenset(
    [
        *DETERMINERS,
        *("all", "it", "one", "law", "now", "then"),
        *DAYS_AND_MONTHS,
        *("contrast", "comparison", "design", "far", "numbers"),
        *("popular", "sea", "land", "air", "rail", "what", "when", "two", "three", "chance", "night", "day"),
    ]
)  # fmt: skip
_HOUSES = frozenset(
    [
        *("associated press", "the associated press", "reuters", "afp", "agence france-presse", "press association", "pa media", "agencies"),
        *("staff and agencies", "staff reporter", "staff reporters", "our correspondent", "our reporter", "news desk", "newsroom", "ap", "pti"),
        *("bloomberg", "xinhua", "the canadian press", "australian associated press", "staff", "staff writer", "web desk"),
    ]
)  # fmt: skip

_DATE_WORDS = frozenset(
    [
        *WEEKDAY_FORMS,
        *("published", "updated", "modified", "posted", "first", "last", "publication", "date", "created", "issued", "at", "on", "of"),
        *("am", "pm", "a.m", "p.m", "gmt", "bst", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt", "cet"),
        *("cest", "ist", "aest", "aedt", "noon", "midnight", "local", "time", "filed", "print", "edition", ""),
    ]
)  # fmt: skip
_DASHES = (" — ", " – ", " -- ", " - ", "—", ") -", ") –")


def is_byline(line: str) -> bool:
    """Whether the line says who wrote the story, wherever it stands: “By A B”, “Reporting by A B”."""
    if len(line) > 2 * _LONGEST:
        return False
    lower = line.lower()
    if lower.startswith("follow ") and follows(line):
        return True
    if lower.startswith(_CREDITS):
        return len(line) <= _LONGEST or line.endswith(")")
    if not lower.startswith("by ") or len(line) > _LONGEST or line[-1] in '?!:…”"':
        return False
    words = [word.strip(_MARKS) for word in line.split()[1:]]
    return words[0].lower() not in _NOT_NAMES and words[0][:1].isupper() and _all_names(words)


def is_top_byline(line: str) -> bool:
    """Whether a line between headline and copy names the writer: “A B in Moscow”, “A B, political editor”, “Reuters”."""
    if len(line) > 100 or line[-1] in '?!:…”"':
        return False
    if line.lower().strip(_MARKS) in _HOUSES:
        return True
    words = [word.strip(_MARKS) for word in line.split()]
    if not 3 <= len(words) <= 14 or not _all_names(words) or not (words[0][:1].isupper() and words[1][:1].isupper()):
        return False
    lower = [word.lower() for word in words]
    job = lower[-1] in _LAST_JOBS or any(
        word in _LAST_JOBS and after == "in" for word, after in itertools.pairwise(lower)
    )
    return job or ("in" in lower[2:4] and len(words) <= 7)


def _all_names(words: list[str]) -> bool:
    return len(words) <= 16 and all(
        word[:1].isupper() or word in NAME_PARTICLES or word in _JOINTS or word in _JOBS or not word for word in words
    )


def is_dateline(line: str) -> bool:
    """Whether the line is a day, a time or a place of writing and nothing else."""
    if len(line) > 100:
        return False
    words = [word.strip(_MARKS) for word in line.lower().split()]
    if len(words) <= 14 and all(word in _DATE_WORDS or word in MONTH_FORMS or _is_number(word) for word in words):
        dated = any(word in MONTH_FORMS for word in words) and any(word[:1].isdigit() for word in words)
        return (
            dated
            or any(":" in word or "-" in word or word.endswith(("am", "pm")) for word in words)
            or _is_clock(words)
        )
    return _is_place_line(line)


def _is_clock(words: list[str]) -> bool:
    return len(words) > 1 and "." in words[0] and words[0].replace(".", "").isdigit() and words[1] in _DATE_WORDS


def _is_number(word: str) -> bool:
    bare = word.replace(":", "").replace(".", "").replace("-", "")
    return bare.isdigit() or (bare[:-2].isdigit() and bare[-2:] in {"st", "nd", "rd", "th", "am", "pm"})


def _is_place_line(line: str) -> bool:
    """“LONDON (Reuters)”, “HARRISBURG, Pa. —”."""
    bare = line.rstrip(" -–—")
    first = bare.split(" ", 1)[0].strip(",.")
    if len(first) < 3 or not first.isupper() or not first.isalpha() or len(bare) > 60:
        return False
    agency = bare.endswith(")") and bare[bare.find("(") + 1 : -1].lower() in _HOUSES
    return agency or (len(bare) < len(line) and bare.count(" ") <= 4)


def opens_with_place(line: str) -> bool:
    """Whether a paragraph begins with the place of its writing: “LONDON (Reuters) - ”, “HARRISBURG — ”."""
    first = line[:40].split(" ", 1)[0].rstrip(",:.")
    if len(first) < 3 or not first.isupper() or not first.replace("-", "").replace(".", "").isalpha():
        return False
    ends = [place for dash in _DASHES if (place := line.find(dash, 0, 70)) > 0]
    return bool(ends) and len(line) > 80
