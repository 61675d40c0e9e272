"""Lists: what a count announces, in the sentence behind it, in the list items below it, or under the headings of the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile
from math import log

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import amounts, stem
from newslint.story.quantities import word_before
from newslint.story.same import Pair, measured
from newslint.text.content_words import stems_within
from newslint.text.nouns import singular
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import CONJUNCTIONS, KIN, MONTHS, PREPOSITIONS, UP_TO_TEN, alternatives, wordlist
from newslint.topics.figures.lists.clauses import is_begun, is_clause
from newslint.topics.figures.lists.counts import Count, announces, counts
from newslint.topics.figures.lists.items import Listed, end_of_apposition, items, last_of_entries
from newslint.topics.figures.lists.runs import Run, bare_runs, runs
from newslint.topics.figures.lists.sequences import last_opening, sequence
from newslint.topics.figures.vicinity import near

_LONGEST = 700
# So many letters at most stand between a count and the list that it announces.
_REACH = 110
_OPENER = compiled(
    r", (?:namely|which (?:are|were)|being|to wit|viz\.?),? (?=[A-Za-z])|:(?= )| [–—] | - |[–—](?=[A-Za-z])| \((?=[A-Za-z])|, (?:at|in|from|on|near) (?=[A-Z])|, (?=[A-Za-z])| (?:are|were|include[ds]?|namely|as|of) (?=[A-Za-z])"
)
_PLACED = compiled(r", (?:at|in|from|on|near) ")
_NAMELY = (", namely", ", which", ", being", ", to wit", ", viz")
_MARKS = {":": "colon", "–": "dash", "—": "dash", "-": "dash", "(": "bracket", ",": "comma", "of": "of"}
_ENDS = {" – ": (" – ",), " — ": (" — ",), " - ": (" - ",), "–": ("–",), "—": ("—",), " (": (")",)}
# Another number in words, which is no article or pronoun: “his three children and the four women who …:”.
_NEARER = compiled(rf"(?i)\b(?:{alternatives(UP_TO_TEN[1:])})\b")
# Numbers that count nothing that could be listed: “a two-day week from 3 May 2021, at £4.50”.
_NO_COUNT = compiled(
    rf"(?i)\b(?:{alternatives(UP_TO_TEN[1:])}|\d+)-[a-z]{{2,}}(?:-[a-z]+)?|\b(?:{alternatives(MONTHS)}) \d{{1,2}}\b|\b\d{{1,2}} (?:{alternatives(MONTHS)})\b|\b(?:1[89]|20)\d\d\b"
    r"|\(\d{1,2}\)|\b\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m\b|[ap]\.m\.)|[$£€][\d.,]*\d(?:m|bn|k| million| billion)?\b|\b[\d.,]*\d ?(?:%|per ?cent\b)"
)
# Money that a colon divides up: “…, is £386: £198 for the bus and £188 for the hall”, “… raised £386 in all: £198 in May and …”.
_DIVIDED = compiled(
    r"[£$€][\d.,]*\d(?:m|bn|k| million| billion)?(?: (?:in all|in total|altogether|all told|between them))?\Z"
)
# What is never called “Moor and Hill”, as firms, parishes and countries may be; nor are people.
_SINGLE = wordlist(
    "town village city port suburb hamlet library street road lane river lake loch lough mountain peak hill dog cat horse pony ship ferry boat"
)
_VAGUE = frozenset(["year", "day", "week", "month", "hour", "minut", "time", "perso"])


_ITEM = compiled(rf"(?i)\b(?:{alternatives(UP_TO_TEN[1:], ['a', 'an'])}|\d+) [^,;]{{1,40}}, (?:and )?\Z")
# “Three wins among these states: …” lists what they're chosen from.
_CHOSEN = compiled(r" (?:among|out of) (?:the|these|those) ")
_OF_ALL = compiled(r" of (?:the|its|his|her|their|[\w’'-]+[’']s?)(?: [\w’'-]+){1,3}")
_WITH_HEAD = 4  # words, of which the last is what is counted
_THEY_ARE = compiled(r"(?:They|These|Those) (?:are|were)(?: named as)?:? (?:the )?(?=[A-Za-z])")
# Of a sort each is one, however many it has: “two kinds: cats and the three dogs”.
_SORTS = wordlist("kind sort type group category class set thing reason way part step stage")
_HERE = compiled(
    r"(?i)\b(?:here|these|below|following|follow|what follows|today|now|(?:I|we)(?: have|[’']ve) (?:picked|chosen)|this (?:week|weekend|month|morning|edition|issue|time))\b"
)
# Who is left of a family is named in full.
_SURVIVED = compiled(r"(?i)\bsurviv(?:ed by|ors)\b|\bleaves\b")
_ENDED = compiled(r"[.!?]\s")
_FEW = 2  # items
_HEADINGS_BELOW = 8  # blocks


@analysis
def list_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “list”: a count, and a list of another length."""
    found = {}
    for count, listed, signs in _announced(document):
        fits = listed.least <= count.value <= listed.most or _is_of_another(document, count, listed)
        if not fits and _is_in_reach(count.value, listed):
            found[count.span, listed.span] = _pair(document, count, listed, signs)
    return tuple(found[key] for key in sorted(found))


def _is_of_another(document: Document, count: Count, listed: Listed) -> bool:
    """Whether people counted before a place or the like have the list: “three children in two rooms: Ann, Beth and Cora”."""
    led = word_before(document.text, count.start, count.sentence.start).lower() in PREPOSITIONS
    if not led or count.amount is None or count.amount.persons or not document[listed.span].lstrip()[:1].isupper():
        return False
    before = (each for each in near(document, count.start, 0, 0) if each.persons and each.quantity.start < count.start)
    return any(announces(each) and listed.least <= each.value <= listed.most for each in before)


def altered_list_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each count that does fit were one off: what true pairs look like, for bench/fit.py."""
    found = []
    for count, listed, signs in _announced(document):
        if listed.least == listed.most == count.value > 2:
            wrong = count._replace(value=count.value + (1 if count.span.start % 2 else -1))
            found.append(_pair(document, wrong, listed, signs))
    return tuple(found)


def _pair(document: Document, count: Count, listed: Listed, signs: Mapping[str, float]) -> Pair:
    every = {**signs, **_signs(document, count, listed)}
    plain = measured(every)
    return Pair("list", count.span, listed.span, plain, listed.lead)


@analysis
def _announced(document: Document) -> tuple[tuple[Count, Listed, Mapping[str, float]], ...]:
    """Every count with each list that it may announce, and the signs of how."""
    return tuple(
        (count, listed, signs)
        for count in counts(document)
        for listed, signs in (
            _right_behind(document, count)
            if count.right
            else (
                *_in_sentence(document, count),
                *_in_next_sentence(document, count),
                *_in_blocks(document, count),
                *_in_sequence(document, count),
            )
        )
    )


def _is_in_reach(count: int, listed: Listed) -> bool:
    miss = min(abs(count - listed.least), abs(count - listed.most))
    return miss <= max(2, count // 2)


def length(document: Document, pair: Pair) -> int:
    """How many items the pair's list has, for a message."""
    found = (
        each.most for count, each, _ in _announced(document) if (count.span, each.span) == (pair.suspect, pair.other)
    )
    return next(found, 0)


def _right_behind(document: Document, count: Count) -> Iterator[tuple[Listed, dict[str, float]]]:
    """The list that “both” or “neither” opens."""
    listed = items(document.text, count.span.end + 1, count.sentence.end)
    if listed is not None and not is_begun(document.text, listed.span):
        yield listed, {"right-behind": 1.0}


def _in_sentence(document: Document, count: Count) -> Iterator[tuple[Listed, dict[str, float]]]:
    """The list that follows the count in its sentence: behind a colon, a dash, a bracket or or a verb."""
    text, limit = document.text, min(count.sentence.end, count.span.end + _LONGEST)
    seen, reached = 0, 0
    for opener in _OPENER.finditer(text, count.span.end, min(limit, count.span.end + _REACH)):
        if opener.start() < reached:
            continue  # inside the list that was read last
        between = text[count.span.end : opener.start()]
        mark = "," if opener[0].startswith(", ") else opener[0].strip() or opener[0]
        if _counts_nearer(between) or _CHOSEN.search(between):
            return
        if mark == ":" and ((between.split()[-1:] and between.split()[-1].isupper()) or _DIVIDED.search(between)):
            return  # a label: “ATTACKER: …”; or it's money that is divided up: “…, is £386: £198 for the bus and £188 for the hall”
        kind = "colon" if opener[0].startswith(_NAMELY) else _MARKS.get(mark, "verb")
        if kind == "of" and (not count.collective or between):
            continue
        if kind not in ("comma", "verb") or (seen < 3 and mark not in ("include", "includes", "included")):
            seen += 1
            end = _end(text, opener[0], opener.end(), limit)
            listed = items(text, opener.end(), end, may_be_open=kind == "colon", single=_is_single(count))
            if kind in ("dash", "bracket") and end < limit:
                reached = end + len(opener[0])  # what closes it opens nothing
            beside = _is_beside(text, count, opener)
            if (
                listed is not None
                and (beside or kind != "comma")
                and not _is_no_list(text, count, opener, listed, kind)
            ):
                reached = max(reached, end)
                yield (
                    listed,
                    {**_announcing(text, count, opener, kind, end), **_by_head(text, count, kind, listed, end, beside)},
                )
        if mark == ":":
            return


def _is_no_list(text: str, count: Count, opener: re.Match[str], listed: Listed, kind: str) -> bool:
    """Whether it's a clause, or where things are, of which a town may have two: “three mills, in Ayle and Borth”."""
    placed = _PLACED.fullmatch(opener[0]) is not None and listed.least <= count.value
    return placed or is_clause(text, listed.span, kind)


def _counts_nearer(between: str) -> bool:
    """Whether another number stands between a count and a list: that one announces it."""
    counted = _NO_COUNT.sub("", between)
    return any(map(str.isdigit, counted)) or bool(_NEARER.search(counted))


def _in_next_sentence(document: Document, count: Count) -> Iterator[tuple[Listed, dict[str, float]]]:
    """The names of the sentence behind it that says “They are Ann Moor, Ben Hill and Carl Lane.”"""
    block, following = document.block_at(count.start), sentence_at(document, count.sentence.end + 1)
    if block is None or following is None or not block.start < following.start < block.end:
        return
    opened = _THEY_ARE.match(document.text, following.start, following.end)
    listed = items(document.text, opened.end(), following.end, single=_is_single(count)) if opened else None
    if opened is None or listed is None or is_clause(document.text, listed.span, "verb"):
        return
    if document.text[opened.end()].isupper():
        yield listed, {"named-next": 1.0}
    elif count.amount is not None and (count.amount.head in _SORTS or _are_single_things(document, listed)):
        number = int(listed.marks)
        yield listed._replace(least=number, most=number), {"named-next": 1.0}


def _are_single_things(document: Document, listed: Listed) -> bool:
    """Whether each item but the last begins with an article: “a cap on rates, a clinic in the old mill and question time”."""
    led = "the " if document.text.endswith("the ", 0, listed.span.start) else ""
    *earlier, _ = compiled(r",? and |, ").split(led + document[listed.span])
    articles = [bool(compiled(r"(?:an?|the) ").match(piece)) for piece in earlier]
    return len(earlier) + 1 == listed.marks == listed.most > _FEW and all(articles)


def _announcing(text: str, count: Count, opener: re.Match[str], kind: str, end: int) -> dict[str, float]:
    """How the count announces the list that opens there and ends at `end`."""
    between, sentence = text[count.span.end : opener.start()], count.sentence
    return {
        f"by-{kind}": 1.0,
        f"{kind}-next": not between.strip(),
        "words-between": log(1 + len(between.split())),
        "to-the-end": end >= sentence.end or text[end : end + 1] in ").",
        "whole-sentence": end >= sentence.end - 1,
        f"{kind}-to-the-end": end >= sentence.end,
    }


def _are_kin(count: Count) -> bool:
    return count.amount is not None and count.amount.head in KIN


def _is_single(count: Count) -> bool:
    return count.amount is not None and (count.amount.persons or count.amount.head in _SINGLE)


def _is_beside(text: str, count: Count, opener: re.Match[str]) -> bool:
    """Whether nothing but the noun that is counted stands between count and list: “the three young sisters, Ann, …”."""
    between = text[count.span.end : opener.start()]
    words = between.split()
    if _OF_ALL.fullmatch(between) and singular(words[-1].lower()) != words[-1].lower():
        return True  # “four of the town’s wards, Ayle, …”
    one_of_many = _ITEM.search(text[max(count.sentence.start, count.start - 60) : count.start])
    if one_of_many and not (_are_kin(count) and text[opener.end()].isupper()):
        return False  # “two saws, three lathes, a bench and a vice”: one of what is listed
    if count.amount is None or not count.amount.head:
        return not words
    return 0 < len(words) <= _WITH_HEAD and singular(words[-1].lower()) == count.amount.head


def _by_head(text: str, count: Count, kind: str, listed: Listed, end: int, beside: bool) -> dict[str, float]:
    ended = end >= count.sentence.end and _are_kin(count) and _are_names(text, listed)
    apposed = beside and kind == "comma" and (text[end : end + 1] in tuple(",.;") or ended)
    named = apposed and listed.closed and listed.uniform and _are_names(text, listed)
    return {"head-next": beside, "apposed": apposed, "apposed-names": named}


def _end(text: str, mark: str, start: int, limit: int) -> int:
    """Where the list must end: at the closing bracket or dash, with an apposition, or with the sentence."""
    for closing in _ENDS.get(mark, ()):
        at = text.find(closing, start, limit)
        if at >= 0:
            return last_of_entries(text, start, at)
    limit = last_of_entries(text, start, limit)
    return end_of_apposition(text, start, limit) if mark.startswith(", ") else limit


@analysis
def _led(document: Document) -> dict[str, list[Run]]:
    """The runs by the stems of the words that lead them in."""
    found: dict[str, list[Run]] = defaultdict(list)
    for run in runs(document):
        for key in stems_within(document, run.lead.span) if run.lead else ():
            found[key].append(run)
    return found


def _in_blocks(document: Document, count: Count) -> Iterator[tuple[Listed, dict[str, float]]]:
    """The items below the count's own block, or those that are led in by its words; for a display's count the numbered headings."""
    text, block = document.text, document.block_at(count.span.start)
    if block is None or block.role is Role.LIST_ITEM or count.amount is None:
        return
    every = runs(document)
    led = _right_below(document, count, block)
    if led:
        colon = text[block.end - 1] == ":"
        yield _run(led), {"block-below": 1.0, "block-colon": colon, "words-between": 0.0, "bare-lines": led.bare}
    elif count.role is Role.PARAGRAPH:
        for run in every:
            if run.headings and _below(document, count, run):
                yield _run(run), {"headings": 1.0, "below": 1.0}
    elif count.role in (Role.HEADLINE, Role.STANDFIRST):
        for run in every:
            if run.headings:
                yield _run(run), {"headings": 1.0, "headline": 1.0}
        shared = [run for key in count.amount.close for run in _led(document).get(key, ())]
        for run in dict.fromkeys(shared):
            yield _run(run), {"led-by-words": 1.0, "headline": count.role is Role.HEADLINE, "runs": log(len(every))}


def _right_below(document: Document, count: Count, block: Block) -> Run | None:
    """The run that the count's block leads in, with bullets or without, where the count is of its last sentence, and the block is no list itself."""
    text, last = document.text, block.end - 1
    if _ENDED.search(text, count.span.end, last) or (text[last] != ":" and text.rfind("; ", block.start, last) >= 0):
        return None
    every = [run for run in runs(document) if not run.headings]
    at = bisect_left([run.blocks[0].start for run in every], block.end)
    following = every[at] if at < len(every) and every[at].lead == block else None
    if following is None and not _counts_nearer(text[count.span.end : block.end]):
        following = bare_runs(document).get(block.start)
        if following is None and block.role is Role.CROSSHEAD:
            following = _only_one(document, block, every[at : at + 2])
    return following


def _only_one(document: Document, heading: Block, every: Sequence[Run]) -> Run | None:
    """The first of the runs, where no other one stands under the heading: “Five places for pie”, a word to the reader, and the list."""
    at = bisect_left(document.copy, heading.end, key=lambda block: block.start)
    under = takewhile(lambda block: block.role is not Role.CROSSHEAD, islice(document.copy, at, None))
    end = max((block.end for block in under), default=heading.end)
    own = [run for run in every if run.blocks[0].start < end]
    return own[0] if len(own) == 1 else None


def _below(document: Document, count: Count, run: Run) -> bool:
    """Whether the story’s own words announce the numbered headings that follow: “Here are six things”."""
    cue = _HERE.search(document.text, count.sentence.start, count.sentence.end)
    blocks = [block.start for block in document.copy]
    apart = bisect_left(blocks, run.blocks[0].start) - bisect_left(blocks, count.sentence.start)
    return cue is not None and run.blocks[0].start > count.start and apart <= _HEADINGS_BELOW


def _in_sequence(document: Document, count: Count) -> Iterator[tuple[Listed, dict[str, float]]]:
    """The sentences behind it that say “First, … Second, …”."""
    if count.amount is None or last_opening(document) < count.sentence.end:
        return
    listed = sequence(document, count.sentence)
    if listed is not None:
        later = any(
            announces(each)
            and each.sentence != count.sentence
            and count.start < each.quantity.start < listed.span.start
            for each in amounts(document)
        )
        alone = len(near(document, count.start, 0, 0)) == 1  # of two, either may be what is gone through
        if not later and (listed.closed or alone):
            yield listed, {"in-sequence": 1.0, "sequence-open": float(not listed.closed and listed.least < count.value)}


def _are_names(text: str, listed: Listed) -> bool:
    """Whether each item begins with a capital."""
    pieces = compiled(r",? and |, ").split(text[listed.span.start : listed.span.end])
    return all(piece[:1].isupper() for piece in pieces)


def _run(run: Run) -> Listed:
    count = len(run.blocks)
    return Listed(
        Span(run.blocks[0].start, run.blocks[-1].end),
        count,
        count,
        closed=True,
        uniform=True,
        marks=float(count),
        lead=(run.lead.span,) if run.lead else (),
    )


def _signs(document: Document, count: Count, listed: Listed) -> dict[str, float]:
    """What speaks for the list being all that is counted."""
    text, amount = document.text, count.amount
    words = text[listed.span.start : listed.span.end].split()
    first = words[0].lower()
    frames = amount.frames if amount else frozenset()
    return {
        "by-one": min(abs(count.value - listed.least), abs(count.value - listed.most)) == 1,
        "doubtful": listed.most - listed.least,
        "closed": listed.closed,
        "collective": count.collective,
        "headed": amount is not None and bool(amount.head),
        "kin": _are_kin(count),
        "survivors": _SURVIVED.search(text, count.sentence.start, count.start) is not None,
        "verb-first": first in CONJUNCTIONS or first in PREPOSITIONS,
        "definite": amount is not None and bool(amount.determiner),
        "many": count.value > 6,
        "part": "part" in frames or "more" in frames,
        "time-or-place": amount is not None and stem(amount.head) in _VAGUE,
    }
