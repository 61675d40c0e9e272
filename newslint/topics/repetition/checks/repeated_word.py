"""The same word, or the same few words, twice in a row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.story.people import people
from newslint.text.layouts import is_doubled_by_habit, is_tabular
from newslint.text.lexicon import entry, in_dictionary, is_given_name, is_word
from newslint.text.ownership import is_out_of_setting
from newslint.text.quotations import in_quotation
from newslint.text.transcripts import in_transcript
from newslint.text.vocabulary import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CALENDAR,
    DETERMINERS,
    FUNCTION,
    MINDS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    SAYING,
    SHORT_MONTHS,
    SPOKE,
    SUBJECTS,
)
from newslint.text.words import SAID_AGAIN, Words, lowered, occurrences, said_again, words
from newslint.topics.repetition.doubled_words import doublings

# What writers and speakers double on purpose.
_ON_PURPOSE = frozenset(
    "had that very really many so no yes yeah more much far long never ever again please well now there wait go come look "
    "too way old big bad good great little ha ho hee la na da blah bye hush tuk aye win yo cha can beri pom tom ping beep "
    "knock chop hear tut tsk half boo night fifty so-so dum tick woof quack chin dilly choo boom bang tap drip chug sorry "
    "hey oh ah um er oi oy nah aw wow whoa etc s t mm hmm hm mama papa ok okay right sure less quite rather all day days year years".split()
)
# What a verb may end in before a preposition of the same sound: it went on on Monday, they log in in the hall.
_PARTICLES = frozenset("on in up out over off by through down about around".split())
_PHRASAL = frozenset(
    "going goes go went gone come comes came coming log logs logged logging move moves moved moving live lives lived carry carries "
    "carried carrying step steps stepped tune tuned check checks checked sign signs signed join joined let turn turned pass "
    "passes passed drop dropped settle settled sworn took take stay stays stayed hang hold held put puts putting get got bring "
    "brought leave left call called switch switched keep kept".split()
)
# Behind these “on” may stand alone, before the day: those whom they count on on Monday.
_COUNTING = frozenset(
    "count counts counted counting rely relies relied relying depend depends depended depending bank banking bet betting "
    "vote votes voted voting decide decided agree agreed focus focused insist insisted plan planned planning work worked working "
    "call called".split()
)
# What “to” may end before another: more than they used to to save it, the branch that we look to to judge.
_STRANDING = frozenset("used look looks looked looking turn turns turned turning listen listens listened".split())
# What “at” belongs to by itself, behind another: they put the cost at at least a million.
_AT = frozenset("least most best worst first last once".split())
# What it is is a shame; and in speech: the point is is that.
_CLAUSES = frozenset("what all thing things where who how".split())
_PERSONS = frozenset("i you he she it we they there this that".split())
_HESITATING = frozenset("thing problem point truth reason issue question fact this it".split())
_FORGIVING = frozenset("it her you do did this them him one him what who".split())
_COPULAS = frozenset(["is", "was", "are", "does", "will"])
_OBJECTS = frozenset("it them him her me us this that one".split())
_COUNTED_OFF = frozenset(
    "year month week day quarter night face side one man wall step time head hand arm back door coast line word point bit piece "
    "page town city house street row".split()
)
# What opens sentences and names nobody.
_OPENERS = frozenset("the a in on it at and but for we they this as by from if to of with when there".split())
# Behind these stands an object, and then what it's made or called.
_MAKING = frozenset(
    "make makes made making call calls called calling consider considers considered keep keeps kept".split()
)
# What a clause with “that” fills with what is said, believed or so.
_SAYING_THINGS = frozenset(
    "fact idea view claim sense suggestion feeling belief hope fear sign chance danger risk worry concern thought notion "
    "impression argument rule condition assumption signal warning promise reminder theory possibility likelihood certainty "
    "indication admission recognition understanding agreement shame pity relief surprise miracle case way day time point moment "
    "reason place extent degree evidence proof doubt guarantee message statement report rumour rumor lie myth story conclusion "
    "finding ruling decision hint clue confession declaration vow pledge threat bet guess hunch suspicion conviction".split()
)
_DAYS = CALENDAR | SHORT_MONTHS.keys() | {"may"}
_REACH = 4
_MEANT = 0.4  # not shown unless a desk asks for what is doubtful
# What opens a clause that is a subject by itself: whatever happens happens, how long the run is is unknown.
_WHATEVER = frozenset("what whatever whoever whichever whatsoever".split())
# What opens a clause that another follows.
_OPENING = _WHATEVER | frozenset("when whenever where wherever how however once if".split())


@check
class RepeatedWord:
    """Finds words that stand twice in a row, parted by white space alone. `allowed` may be doubled as well."""

    allowed: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        hits = [*self._singles(document), *_groups(document)]
        # Other languages double what they mean to: die, die die Brücke nutzen.
        yield from (hit for hit in hits if not is_out_of_setting(document, hit.span))
        told = sorted(hit.span for hit in hits)
        for doubling in doublings(document):
            at = bisect_right(told, doubling.span)
            if any(span.meets(doubling.span) for span in told[max(0, at - 1) : at + 1]):
                continue
            if document[doubling.span] not in self.allowed:
                note = Note(doubling.first, "first here")
                words = {"found": doubling.shown, "fault": doubling.fault}
                yield Hit(doubling.span, words, (note,), confidence=doubling.sure)

    def _singles(self, document: Document) -> Iterator[Hit]:
        found, low = words(document), lowered(document)
        end = 0
        for index in said_again(document)[1]:
            if index >= end:
                end = index + 1
                while end < len(low) and low[end] == low[index]:
                    end += 1
                confidence = self._single(document, found, index)
                if confidence and low[index] not in FUNCTION and _is_meant(document, found, index, end):
                    confidence = _MEANT
                if confidence and _one_run(document, found, index - 1, end - 1):
                    yield _hit(found, index, end - index, confidence)

    def _single(self, document: Document, found: Words, index: int) -> float:
        """How sure it is that word `index`, the same as the one before, is a slip; 0 where it's none."""
        first, second = found.texts[index - 1], found.texts[index]
        word = second.lower()
        if word in self.allowed or not _wordlike(word):
            return 0
        if word in _ON_PURPOSE and not _stands_by_subject(found, index, word):
            return 0
        quoted = _is_spoken(document, found.starts[index])
        if first != second:
            if second[0].isupper() and word not in FUNCTION and _goes_on_as_name(document, found, index):
                return 0.4  # its operation Operation Harvest Moon
            if second[0].isupper() and _is_surname(document, second):
                return 0  # to hood Hood
            return min(_cases_differ(first, second), 0.8 if quoted else 1)
        if second.isupper() and _begins_shouting(found, index):
            return _MEANT
        if second[0].isupper():
            joined = index > 1 and document[found.gap(index - 2)] == " "
            before = found.texts[index - 2] if joined else ""
            return min(_capitals(document, before, second), 0.6 if quoted else 1)
        if word.isalpha() and word not in FUNCTION and not in_dictionary(word):
            return _MEANT  # other languages make words of one twice: the boda boda
        sure = _lower(found, index, word)
        return min(sure, 0.85 if word in FUNCTION else 0.6) if quoted else sure


def _is_surname(document: Document, word: str) -> bool:
    """Whether somebody whose given name the lists know bears it in the story."""
    return any(person.surname == word and is_given_name(person.given.split()[0]) for person in people(document))


def _stands_by_subject(found: Words, index: int, word: str) -> bool:
    """Whether a subject leaves no room for both: before “can”, which is no tin there, or behind “that”, which is no “this”.

    We can can do it, he said that that they (that that the town) would; but there is an argument for that that she could make.
    """
    before = found.texts[index - 2].lower() if index > 1 else ""
    behind = found.texts[index + 1].lower() if index + 1 < len(found.texts) else ""
    if word == "that":
        subject = behind in SUBJECTS | ARTICLES | POSSESSIVES
        return (subject and before not in PREPOSITIONS) or _is_relative(found, index, before, behind)
    return word in MODALS and before in SUBJECTS


def _is_relative(found: Words, index: int, before: str, behind: str) -> bool:
    """Whether the clause says which thing is meant: a cough that that lasts; but a sign that that works tells what it says."""
    article = found.texts[index - 3].lower() if index > 2 else ""
    thing = article in {"a", "an"} and before not in FUNCTION and before not in _SAYING_THINGS
    return thing and behind not in FUNCTION and behind.endswith(("s", "ed"))


def _is_meant(document: Document, found: Words, index: int, end: int) -> bool:
    """Whether a word that is no small one is said again on purpose: three times running, in a table, all over the draft."""
    if end - index > 1 or is_tabular(document, index - 1, end - 1):
        return True
    word = found.texts[index]
    return word == found.texts[index - 1] and is_doubled_by_habit(document, word.lower())


def _groups(document: Document) -> Iterator[Hit]:
    """Two words or more that stand twice in a row: of the of the."""
    found, low = words(document), lowered(document)
    end = 0
    for length in range(2, SAID_AGAIN + 1):
        for index in said_again(document)[length]:
            said = low[index : index + length]
            if index < end or said != low[index - length : index]:
                continue
            end = index + length
            while low[end : end + length] == said:
                end += length
            confidence = _run(document, found, index, length)
            if confidence and _one_run(document, found, index - length, end - 1):
                yield _hit(found, index, end - index, confidence)


def _wordlike(word: str) -> bool:
    return word.replace("’", "").replace("'", "").isalpha() and (len(word) > 1 or word == "a")


def _lower(found: Words, index: int, word: str) -> float:
    before = [text.lower() for text in found.texts[max(0, index - 1 - _REACH) : index - 1]]
    after = found.texts[index + 1].lower() if index + 1 < len(found.texts) else ""
    if (word in _COPULAS and _ends_clause(before)) or (word not in FUNCTION and _WHATEVER.intersection(before[-1:])):
        return _MEANT
    if word in _PARTICLES and not _is_clock(after) and (_PHRASAL.intersection(before[-1:]) or _is_put_on(before)):
        return 0.45
    if word == "to" and (_STRANDING.intersection(before[-1:]) or _is_contact_clause(before)):
        return 0.45
    if word == "at" and after in _AT:
        return 0.45
    if word == "on" and after in _DAYS and _COUNTING.intersection(before[-1:]):
        return 0.45
    if word in _FORGIVING:
        return 0.75
    return 0.97 if word in FUNCTION else 0.85  # a great great day: what a word means may be meant twice


def _begins_shouting(found: Words, index: int) -> bool:
    """Whether a stretch in capitals begins with the doubled word, which is said twice with a raised voice: all about ME ME AND ONLY ME."""
    before, behind = found.texts[max(0, index - 2)], "".join(found.texts[index + 1 : index + 2])
    return len(behind) > 1 and behind.isupper() and not before.isupper()


def _is_contact_clause(before: list[str]) -> bool:
    """Whether a clause without its pronoun ends there: the hoops they would need to to get it, more than she had to to win."""
    rest = before[:-1]
    while rest and rest[-1] in AUXILIARIES | ADVERBS:
        rest.pop()
    if len(rest) < 2 or rest[-1] not in SUBJECTS:
        return False
    return rest[-2] in ("than", "as", "what") or rest[-2] not in FUNCTION | SPOKE | SAYING | MINDS


def _ends_clause(before: list[str]) -> bool:
    """Whether a clause is the subject: what it is is a shame."""
    if not before:
        return False
    if before[-1] in _HESITATING and len(before) > 1 and before[-2] in DETERMINERS:
        return True
    if "how" in before[:-1] and before[-2] in DETERMINERS:
        return True
    return bool(_CLAUSES.intersection(before[:-1])) and (before[-1] in _PERSONS or "what" in before[:-1])


def _is_put_on(before: list[str]) -> bool:
    """Whether a verb and its object stand before: put it on on Monday."""
    return len(before) > 1 and before[-1] in _OBJECTS and before[-2] in _PHRASAL


def _is_clock(after: str) -> bool:
    """Whether another preposition, or the hour, follows: nothing is sworn in in at noon."""
    return after in PREPOSITIONS


def _cases_differ(first: str, second: str) -> float:
    """the The Hague, And and, presentation Presentation; but will Will, us US."""
    lower = second.lower()
    if (first.isupper() or second.isupper()) and len(first) > 1:
        return 0
    if lower in FUNCTION and lower not in {"will", "may", "can", "us", "he", "me"}:
        return 0.95 if first[0].isupper() else 0.85
    if second[0].isupper() and (is_given_name(second) or entry(second).surname > 4 or not is_word(second)):
        return 0
    return 0.75


def _goes_on_as_name(document: Document, found: Words, index: int) -> bool:
    """Whether the next word is joined to word `index` as one name."""
    if index + 1 >= len(found.texts) or not found.texts[index + 1][0].isupper():
        return False
    return document.text[found.span(index).end : found.starts[index + 1]] == " "


def _capitals(document: Document, before: str, word: str) -> float:
    """Names are doubled by right (Duran Duran), and more than once in a story; a surname behind a given name isn't."""
    if word.lower() in _OPENERS:
        return 0.9
    doubled = f"{word} {word}"
    often = len(occurrences(document)[word.lower()]) > 2
    if often and before[:1].isupper() and is_given_name(before) and not is_given_name(word) and entry(word).surname:
        return 0.85
    if document.text.count(doubled) > 1 or is_given_name(word) or not is_word(word):
        return 0.3
    return 0.9 if word.lower() in FUNCTION else 0.6 if often else 0.4


def _run(document: Document, found: Words, index: int, length: int) -> float:
    """How sure it is that `length` words said twice are a slip: of the of the, but not on and on and on."""
    said = [text.lower() for text in found.texts[index : index + length]]
    if not all(map(_wordlike, said)):
        return 0
    if length == 2 and ({"after", "upon"} & set(said) or said == ["a", "tete"]):
        return 0  # one after another after another
    if length == 2 and said[0] in _COUNTED_OFF and said[1] in PREPOSITIONS:
        return 0  # year on year on lower prices, side by side by the road
    if length == 2 and not DETERMINERS & set(said[1:]) and {"and", "or", "to", "by", "after"} & set(said):
        return 0  # on and on and on, day to day to day
    if (length == 2 and _is_framed(found, index, said)) or _is_clause(found, index - length, said):
        return 0
    if len(set(said)) == 1 or any(text[0].isupper() for text in found.texts[index : index + length]):
        return 0
    sure = 0.95 if set(said) & DETERMINERS and set(said) & PREPOSITIONS else 0.75 if set(said) & FUNCTION else 0.55
    spoken = _is_spoken(document, found.starts[index])
    if sure < 0.9 and length > 2 and spoken:
        return 0.4  # a chant
    return min(sure, 0.6) if spoken else sure


def _is_spoken(document: Document, offset: int) -> bool:
    """Whether somebody else may have said it twice: in a quotation, or in a conversation that is set down word by word."""
    return in_quotation(document, offset) or in_transcript(document, offset)


def _is_framed(found: Words, index: int, said: list[str]) -> bool:
    """Whether two words are said again in good order: what makes a town a town, call a spade a spade, wheels within wheels within wheels."""
    before = found.texts[index - 3].lower() if index > 2 else ""
    behind = found.texts[index + 2].lower() if index + 2 < len(found.texts) else ""
    chained = said[1] in PREPOSITIONS and behind == said[0] and said[0] not in FUNCTION
    return chained or (said[0] in ARTICLES and before in _MAKING)


def _is_clause(found: Words, first: int, said: list[str]) -> bool:
    """Whether one clause ends and the next begins with the same words: whatever he does he does to win, what it is about is about money."""
    lead = found.texts[first - 1].lower() if first else ""
    before = {text.lower() for text in found.texts[max(0, first - _REACH) : first]}
    if said[0] in SUBJECTS:
        return lead in _OPENING
    return said[0] in BE and bool(before & _WHATEVER)


def _one_run(document: Document, found: Words, first: int, last: int) -> bool:
    """Whether words `first` to `last` stand in one block of prose with nothing but white space among them."""
    text, starts = document.text, found.starts
    for index in range(first, last):
        if not text[starts[index] + len(found.texts[index]) : starts[index + 1]].isspace():
            return False
    block = document.block_at(starts[first])
    return block is not None and block.role is not Role.TABLE_CELL and starts[last] < block.end


def _hit(found: Words, index: int, length: int, confidence: float) -> Hit:
    """`length` words from `index` on, which say again what stands before them."""
    end = found.span(index + length - 1).end
    before = found.span(index - 1).end
    single = found.texts[index].lower() == found.texts[index - 1].lower()
    first = Span(found.starts[index - 1 if single else max(0, index - length)], before)
    safe = confidence > 0.9 and single and found.texts[index].lower() in FUNCTION
    changes = (Change(Span(before, end), ""),)
    return Hit(
        Span(found.starts[index], end),
        {"fault": "stands twice in a row"},
        (Note(first, "first here"),),
        changes,
        confidence,
        safe,
    )


_: type[Check] = RepeatedWord
