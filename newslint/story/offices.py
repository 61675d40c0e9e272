"""Offices: the words by which posts, ranks and callings are known, in one plain form each."""

from __future__ import annotations

from functools import lru_cache

from newslint.text.lexicon import entry
from newslint.text.vocabulary import HONORIFICS, SHORT_TITLES, wordlist

# The last words of posts, by the field that they're of.
FIELDS = {
    "state": "president premier chancellor minister secretary undersecretary governor senator representative congressman "
    "congresswoman commissioner ambassador envoy mayor councillor councilman councilwoman councilor alderman sheriff "
    "treasurer clerk speaker whip mp member reeve leader auditor comptroller assessor adviser advisor secretary-general "
    "convener collector undersheriff",
    "court": "judge justice magistrate coroner prosecutor attorney lawyer solicitor barrister defender recorder registrar "
    "counsel bailiff foreman",
    "firm": "executive officer director manager chairman chairwoman chair chairperson owner founder partner editor "
    "publisher accountant analyst economist administrator trustee boss ceo cfo coo cto controller strategist specialist "
    "supervisor technologist bursar",
    "school": "head headteacher headmaster headmistress principal teacher professor lecturer dean provost rector "
    "superintendent tutor student pupil",
    "church": "vicar bishop archbishop archdeacon cardinal pastor priest deacon rabbi imam curate verger chaplain pope canon "
    "churchwarden sexton organist",
    "hospital": "surgeon doctor nurse consultant physician midwife paramedic matron pathologist psychologist psychiatrist "
    "dentist pharmacist vet veterinarian radiographer anaesthetist anesthesiologist physiotherapist",
    "sport": "captain coach goalkeeper striker midfielder defender forward winger umpire referee jockey trainer skipper "
    "manager quarterback pitcher catcher batsman bowler wicketkeeper fullback hooker prop selector linesman",
    "science": "scientist biologist ecologist geologist historian researcher engineer chemist physicist archaeologist "
    "botanist hydrologist meteorologist curator astronomer archivist conservator registrar entomologist agronomist "
    "epidemiologist virologist oceanographer seismologist glaciologist volcanologist toxicologist palaeontologist paleontologist",
    "trade": "spokesman spokeswoman spokesperson organiser organizer coordinator chef critic reporter driver pilot skipper "
    "farmer baker conductor warden ranger architect planner surveyor librarian harbourmaster harbormaster coxswain "
    "bosun helmsman groundsman caretaker steward",
    "police": "constable garda sergeant inspector superintendent commander commissioner detective dc ds di dci",
    "chief": "chief",
    "army": "private corporal sergeant lieutenant captain major colonel brigadier general admiral commodore ensign airman",
}
RANKED = frozenset(["police", "army"])
_SHORT = SHORT_TITLES | {
    "pc": "constable", "con": "constable",
    "congressman": "representative", "congresswoman": "representative",
    # One post, whoever holds it and however it's written.
    **dict.fromkeys(("chairman", "chairwoman", "chairperson"), "chair"),
    **dict.fromkeys(("spokeswoman", "spokesperson"), "spokesman"),
    **dict.fromkeys(("councilman", "councilwoman"), "councilor"),
    **dict.fromkeys(("headteacher", "headmaster", "headmistress"), "head"),
    "adviser": "advisor", "convenor": "convener", "harbormaster": "harbourmaster", "anesthesiologist": "anaesthetist", "paleontologist": "palaeontologist",
}  # fmt: skip
_LETTERS = {
    "ceo": ("chief", "executive"),
    "cfo": ("chief", "financial", "officer"),
    "coo": ("chief", "operating", "officer"),
    "cto": ("chief", "technology", "officer"),
    "dc": ("detective", "constable"),
    "ds": ("detective", "sergeant"),
    "di": ("detective", "inspector"),
    "dci": ("detective", "chief", "inspector"),
}
# The chief executive officer is the chief executive, and the head teacher the head.
_TWO_WORDS = (["executive"], "officer"), (["head"], "teacher")
_WORDS = {field: frozenset(heads.split()) for field, heads in FIELDS.items()}
HEADS = {
    head: frozenset(field for field, heads in _WORDS.items() if head in heads)
    for head in frozenset().union(*_WORDS.values())
}
# Which of several holders of a post is meant: nobody is two of them.
LEVELS = wordlist(
    "senior junior assistant deputy depute associate vice lead chief head principal first second third joint under acting interim honorary"
)
_ORDINALS = frozenset(["first", "second", "third"])
ACTING = frozenset(["acting", "interim"])
# Before a name, and no post; a professor is one.
ADDRESSES = (frozenset(HONORIFICS) | {"rev", "reverend", "councillor", "mister", "mistress"}) - {"professor", "prof"}


@lru_cache(maxsize=4096)
def plain_word(word: str) -> str:
    """A word of a post in its plain form; of one with hyphens that is no post as a whole the last part: vice-chancellor."""
    low = word.lower().strip(".,")
    low = _SHORT.get(low, low)
    last = _SHORT.get(low.rpartition("-")[2], low.rpartition("-")[2])
    return last if low not in HEADS and last in HEADS else low


def own_words(words_: list[str], *, opening: bool = False) -> tuple[list[str], int]:
    """The words of a post in their plain form, and the number of the first; `opening`: they open a sentence.

    Not among them are the body or the country that it's of and what stands before a title: “SpaceX”, “British”, “praising”.
    Before a head in lower case only small words are part of the post, before one with a capital only those with capitals.
    """
    head = words_[-1]
    kept: list[str] = []
    first = len(words_) - 1
    for index, word in enumerate(words_[:-1]):
        plain = plain_word(word)
        # “Finance director Ann Lunn”
        capital = word[0].isupper() and not (opening and index == 0 and head[0].islower() and _is_a_word(word))
        if capital == head[0].islower() and plain not in HEADS and plain not in LEVELS:
            kept.clear()
            first = len(words_) - 1
        elif plain not in ADDRESSES and not (word[0].isupper() and (entry(word).place or _is_of_a_country(word))):
            first = min(first, index)
            kept.extend(plain_word(part) for part in _parts(word))
    if (kept[-1:], plain_word(head)) in _TWO_WORDS:
        return kept, first
    level = head.lower().rpartition("-")[0]
    kept += [level] if level in LEVELS else []  # “vice-chancellor”
    return [*kept, *_LETTERS.get(plain_word(head), (plain_word(head),))], first


def _is_a_word(word: str) -> bool:
    return bool(entry(word).word) and not entry(word).place


def _parts(word: str) -> list[str]:
    """What a word before a post says of it, part by part; the “first” of “first-term” tells no level."""
    parts = word.split("-")
    return [word] if "." in word or (len(parts) > 1 and parts[0].lower() in _ORDINALS) else parts


def _is_of_a_country(word: str) -> bool:
    return word[0].isupper() and word.endswith(("ian", "ish", "ese", "can"))
