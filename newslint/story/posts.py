"""Posts: the offices, ranks and callings that the copy gives a person, before the name, behind it, or without it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.given_names import INITIALS
from newslint.story.people import Person, Reference, people, references
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at, sentences_with
from newslint.text.vocabulary import FUNCTION, HONORIFICS, SHORT_TITLES, wordlist
from newslint.text.words import mixed_words, occurrences

# The last words of posts, by the field that they're of.
FIELDS = {
    "state": "president premier chancellor minister secretary undersecretary governor senator representative congressman "
    "congresswoman commissioner ambassador envoy mayor councillor councilman councilwoman councilor alderman sheriff "
    "treasurer clerk speaker whip mp member reeve leader auditor comptroller assessor adviser advisor secretary-general",
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
    "dentist pharmacist radiographer anaesthetist anesthesiologist physiotherapist",
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
    "adviser": "advisor", "harbormaster": "harbourmaster", "anesthesiologist": "anaesthetist", "paleontologist": "palaeontologist",
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
_HEADS = {
    head: frozenset(field for field, heads in _WORDS.items() if head in heads)
    for head in frozenset().union(*_WORDS.values())
}
# Which of several holders of a post is meant: nobody is two of them.
LEVELS = wordlist(
    "senior junior assistant deputy associate vice lead chief head principal first second third joint under acting interim honorary"
)
ACTING = frozenset(["acting", "interim"])
# What makes a post that of another time, or of somebody who hasn't it (yet).
_PAST = (
    r"(?i)\b(?:former|formerly|then|ex|previous|previously|once|future|elect|candidate|retired|retiring|outgoing|incoming|past|"
    r"late|acting|interim|temporary|became|becoming|become|becomes|appointed|elected|promoted|named|nominee|nominated|"
    r"resigned|now|current|currently|when|until|served|worked|shadow|new|next|ago|(?<!for \d\d )(?<!for \d )years?|"
    r"(?<!since )(?:1[89]|20)\d\d)\b"
)
_FORMER = r"(?i)\b(?:former|formerly|then|ex|previous|one-time|onetime|retired|late|ex-\w+)\b"
# Before a name, and no post.
_HONORIFICS = frozenset(HONORIFICS) | {"rev", "reverend", "councillor", "mister", "mistress"}
# Where a run of words that make a post ends, backwards.
_STOPS = FUNCTION | wordlist("said says told added asked led")
_POSSESSIVE = compiled(r"['’]s?\Z")
_TOKEN = compiled(r"[^\W_][\w’'.&/-]*")
_BEFORE = 90
# “, the chief executive of the trust,” behind a name; “, prosecuting,”
_BEHIND = compiled(
    r",? \((?:the |its )?|,(?:(?: aged)? \d\d,)? (?:who (?:is|was|has been|had been|serves as|works as) )?(?:also )?(?P<article>the|an?|its|his|her|their|our|[\w’'-]+['’]s)? ?"
)
_AS = compiled(r",? [^.,;:“”\"]{0,40}?\bas (?P<article>(?:the )?[\w’'-]+['’]s|the|an?|its|his|her|their)? ?")
_IS = compiled(
    r",? (?:is|was|remains|has been|serves as) (?:also )?(?:(?P<article>the|an?|its|his|her|their|[\w’'-]+['’]s) )?"
)
# “She is the head of the trust.”, of the only one named before in the paragraph
_TAKEN_UP = compiled(
    r"[.!?][”’\"']? (?:He|She) (?:is|remains) (?:also )?(?:(?P<article>the|an?|its|their|[\w’'-]+['’]s) )?"
)
_BARE = compiled(r"\b(?:is|remains) ")
# What follows a post that has no article: “is chair of the trust”, “is captain.”
_BEHIND_BARE = compiled(r" (?:of|at|for)\b|[,.;]|\Z")
_SIDE = compiled(
    r",? (?:who (?:is|was) )?(?P<side>prosecuting|defending)\b|, for the (?P<for>prosecution|defen[cs]e)\b"
)
_OF = compiled(r" (?:of|for|at|to|in|with) (?:the )?((?:[\w’'&-]+ ){0,2}[\w’'&-]+)")
_MOST_WORDS = 5
# A person with more posts than these is a celebrity, or the draft a list.
_MOST = 24


class Post(Row):
    """A post: `head` is its last word (sergeant, executive), `levels` and `modifiers` those before it, `domain` what it's for.

    `place` spans the post as it's written; `holder` is the name beside it, None for a description (“the coroner”).
    `former`: it says itself that it's no longer held. `form` says how it stands: before, behind, is, as, side, description. `definite`: one of a kind, by its article or as a title.
    """

    head: str
    modifiers: tuple[str, ...]
    domain: str
    place: Span
    holder: Reference | None
    form: str
    definite: bool
    past: bool
    former: bool

    @property
    def levels(self) -> frozenset[str]:
        return LEVELS.intersection(self.modifiers)

    @property
    def fields(self) -> frozenset[str]:
        return _HEADS.get(self.head, frozenset())

    @property
    def identity(self) -> tuple[str, tuple[str, ...], str]:
        return self.head, self.modifiers, self.domain


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A word of a post in its plain form; of one with hyphens that is no post as a whole the last part: vice-chancellor."""
    low = word.lower().strip(".,")
    low = _SHORT.get(low, low)
    last = _SHORT.get(low.rpartition("-")[2], low.rpartition("-")[2])
    return last if low not in _HEADS and last in _HEADS else low


def posts_of(document: Document, person: Person) -> list[Post]:
    """The posts that stand with the references to a person, in order."""
    found: list[Post] = []
    for reference in person.references[:_MOST]:
        found.extend(_posts_at(document, reference))
    return found


def _posts_at(document: Document, reference: Reference) -> Iterator[Post]:
    sentence = sentence_at(document, reference.name.start)
    if sentence is None or reference.titled:
        return
    before = _before(document, reference, sentence.start)
    if before:
        yield before
    end = sentence.end
    side = _SIDE.match(document.text, reference.name.end, end)
    if side:
        word = "prosecuting" if (side["side"] or side["for"]) in ("prosecuting", "prosecution") else "defending"
        yield _post(document, reference, [Span(*side.span(side.lastgroup or 0))], "side", True, [word])
        return
    taken_up = _taken_up(document, reference)
    if taken_up:
        yield taken_up
    for form, pattern in (("behind", _BEHIND), ("is", _IS), ("as", _AS)):
        lead = pattern.match(document.text, reference.name.end, end)
        post = _ahead(document, reference, lead, end, form) if lead else None
        if post:
            yield post
            return


def _taken_up(document: Document, reference: Reference) -> Post | None:
    """The post of the pronoun that takes up a name, where nobody else is named before it in the paragraph: “She is head of”."""
    every, block = references(document), document.block_at(reference.name.start)
    if block is None:
        return None
    first, last = (bisect_left(every, at, key=_start) for at in (block.start, reference.name.start))
    if last - first > _MOST or any(each.surname != reference.surname for each in every[first:last]):
        return None
    end = every[last + 1].name.start if last + 1 < len(every) else block.end
    lead = _TAKEN_UP.search(document.text, reference.name.end, min(end, block.end))
    sentence = sentence_at(document, lead.end()) if lead else None
    if lead is None or sentence is None or in_quotation(document, lead.end()):
        return None
    return _ahead(document, reference, lead, sentence.end, "is")


def _start(reference: Reference) -> int:
    return reference.name.start


def _before(document: Document, reference: Reference, start: int) -> Post | None:
    """The post right before a name: “municipal manager Ann Lunn”, “the medical director, Dr Lunn”, “Det Sgt Lunn”."""
    text, end = document.text, reference.name.start
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, max(start, end - _BEFORE), end)]
    if start < end - _BEFORE:
        tokens = tokens[1:]
    at, edge = len(tokens) - 1, end
    while at >= 0 and _plain(tokens[at][0]) in _HONORIFICS and text[tokens[at][2] : edge] in (" ", ". "):
        edge = tokens[at][1]
        at -= 1
    if at < 0 or text[tokens[at][2] : edge] not in (" ", ". ", ", ", "., "):
        return None
    apposed = "," in text[tokens[at][2] : edge]
    head = _plain(tokens[at][0])
    if head not in _HEADS or (head in INITIALS and not tokens[at][0].isupper()):
        return None
    first = at
    while first > 0 and at - first < _MOST_WORDS:
        word, _, stop = tokens[first - 1]
        gap = text[stop : tokens[first][1]]
        if gap not in (" ", ". ", "-") or word.lower() in _STOPS or _POSSESSIVE.search(word):
            break
        if gap == ". " and len(word) > 4:
            break
        first -= 1
    lead = tokens[first - 1][0].lower() if first > 0 else ""
    definite = (
        lead in ("the", "its", "their")
        or lead.endswith(("’s", "'s", "s’"))
        or (not apposed and lead not in ("a", "an"))
    )
    if apposed and not (definite or lead in ("a", "an", "its", "their", "his", "her")):
        return None
    return _post(
        document, reference, [Span(start, stop) for _, start, stop in tokens[first : at + 1]], "before", definite
    )


def _ahead(document: Document, reference: Reference, lead: re.Match[str], end: int, form: str) -> Post | None:
    """The post that begins behind `lead`: “the chief executive of the trust”."""
    text, at = document.text, lead.end()
    article = (lead.groupdict().get("article") or "").lower()
    run: list[re.Match[str]] = []
    head = -1
    for token in _TOKEN.finditer(text, at, end):
        gap = text[run[-1].end() : token.start()] if run else ""
        if gap not in ("", " ", "-", ". ") or len(run) > _MOST_WORDS or token[0].lower() in _STOPS:
            break
        run.append(token)
        if _plain(token[0]) in _HEADS:
            head = len(run) - 1
        if token[0].endswith(("’s", "'s")):
            if head == len(run) - 1:
                head = -1
            run, head = [], -1
    if head < 0:
        return None
    if _is_anothers(text, run[head].end(), end, form, alone=len(run) == head + 1):
        return None
    if form == "is" and article == "" and not (_BARE.search(lead[0]) and _BEHIND_BARE.match(text, run[head].end())):
        return None
    if form != "behind" and article == "":
        article = "the" if form == "as" else ""
    definite = article not in ("a", "an")
    return _post(document, reference, [Span(*token.span()) for token in run[: head + 1]], form, definite)


def _is_anothers(text: str, at: int, end: int, form: str, *, alone: bool) -> bool:
    """Whether the post that ends at `at` is somebody else's: “Ann Lunn, the mayor Tom Hill”, “Ann Lunn, coach Tom Hill”."""
    if text[at : at + 1] == " " and not alone:
        return True
    named = compiled(r", (?:Dr |Mr |Mrs |Ms )?[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:,| (?:and|said))")
    return form == "behind" and named.match(text, at, end) is not None


def _post(
    document: Document,
    reference: Reference | None,
    places: list[Span],
    form: str,
    definite: bool,
    plain: list[str] | None = None,
) -> Post:
    """The post whose words stand at `places`."""
    if plain is None:
        plain, first = _own_words([document[place] for place in places])
        places = places[first:]
    place = Span(places[0].start, places[-1].end)
    domain = _OF.match(document.text, place.end, place.end + 60)
    name = reference.name if reference else place
    first = min(place.start, name.start)
    sentence = sentence_at(document, first)
    near = document.text[max(sentence.start if sentence else 0, first - 40) : max(place.end, name.end) + 12]
    near = re.split(r"\n", near)[-1] if "\n" in near[:40] else near
    past = compiled(_PAST).search(near.partition("\n")[0]) is not None
    former = compiled(_FORMER).search(document.text, max(0, place.start - 12), place.end) is not None
    # Who served as the interim coach may have become the coach since.
    former = former or (form == "as" and not ACTING.isdisjoint(plain))
    return Post(
        plain[-1],
        tuple(plain[:-1]),
        domain[1].lower() if domain else "",
        place,
        reference,
        form,
        definite,
        past,
        former,
    )


def _own_words(words_: list[str]) -> tuple[list[str], int]:
    """The words of a post in their plain form, and the number of the first.

    Not among them are the body or the country that it's of and what stands before a title: “SpaceX”, “British”, “praising”.
    Before a head in lower case only small words are part of the post, before one with a capital only those with capitals.
    """
    head = words_[-1]
    kept: list[str] = []
    first = len(words_) - 1
    for index, word in enumerate(words_[:-1]):
        plain = _plain(word)
        if word[0].isupper() == head[0].islower() and plain not in _HEADS:
            kept.clear()
            first = len(words_) - 1
        elif plain not in _HONORIFICS and not (word[0].isupper() and (entry(word).place or _is_of_a_country(word))):
            first = min(first, index)
            kept.extend(_plain(part) for part in ([word] if "." in word else word.split("-")))
    if (kept[-1:], _plain(head)) in _TWO_WORDS:
        return kept, first
    return [*kept, *_LETTERS.get(_plain(head), (_plain(head),))], first


def _is_of_a_country(word: str) -> bool:
    return word[0].isupper() and word.endswith(("ian", "ish", "ese", "can"))


_DESCRIPTION = compiled(
    r"(?<![\w’'-])(?:[Tt]he|[Ii]ts|[Tt]heir|(?:[Tt]he )?[\w-]+['’]s) (?P<post>(?:[\w’'-]+ ){0,3}?(?P<head>[a-z]+))"
    r"(?= (?:said|says|told|was|is|has|had|will|would|who|added|also|[a-z]+ed)\b|[,.’'])"
)
_HEAD = compiled(r"[a-z]*")


@analysis
def described(document: Document) -> tuple[Post, ...]:
    """The posts that stand for somebody: “the senior coroner said”."""
    found = []
    possessive = (word for word in mixed_words(document) if _HEADS.keys() & _HEAD.findall(word)[:1])
    for sentence, _ in sentences_with(document, [*_HEADS.keys() & occurrences(document), *possessive]):
        for match in _DESCRIPTION.finditer(document.text, *sentence):
            if match["head"] in _HEADS and _HEADS[match["head"]]:
                if compiled(r",? (?:[A-Z]|Dr|Mr)").match(document.text, match.end()):
                    continue
                if not _STOPS.isdisjoint(match["post"].split()):
                    continue
                found.append(
                    _post(
                        document,
                        None,
                        [Span(*word.span()) for word in _TOKEN.finditer(document.text, *match.span("post"))],
                        "description",
                        True,
                    )
                )
    return tuple(found)


@analysis
def held(document: Document) -> tuple[tuple[Person, tuple[Post, ...]], ...]:
    """Everyone with the posts that the copy gives them; those without one are left out."""
    rows = ((person, tuple(posts_of(document, person))) for person in people(document))
    return tuple((person, posts) for person, posts in rows if posts)
