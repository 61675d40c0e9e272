"""Speakers: who says a quotation, where the copy says it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.quotations import Quote, quotes
from newslint.text.vocabulary import (
    ALSO_NAMES,
    ARTICLES,
    AUXILIARIES,
    FUNCTION,
    NAME_PARTICLES,
    POSSESSIVES,
    PRONOUNS,
    SAYING,
    SPEECH_NOUNS,
    SPOKE,
    alternatives,
    wordlist,
)

# Ways of saying something that are other acts as well.
_UTTERED = wordlist(
    "confessed confesses mused muses reflected reflects laughed laughs sighed sighs grinned grins shrugged shrugs ventured ventures "
    "offered offers volunteered volunteers ruled rules muttered mutters whispered whispers murmured murmurs advised advises repeated repeats"
)
VERBS = rf"(?:{alternatives(SPOKE, _UTTERED, ['say', *SAYING])}|(?:goes|went|carried) on|puts? it|sum(?:s|med) (?:it |things )?up)"
# What somebody has said, as a thing.
UTTERANCES = wordlist(
    "word words phrase line lines description statement statements verdict warning boast complaint observation admission "
    "assertion saying suggestion argument charge jibe crack promise quip claim sentence joke dig taunt vow pledge accusation image picture summary comparison view speech"
)
_TOKEN = r"[^\W\d_a-z](?:[\w’'-]*\w|\.)?(?:\.(?= [^\W\d_a-z]))?"
_NAME = rf"{_TOKEN}(?: (?:(?:{alternatives(NAME_PARTICLES)}) ){{0,2}}{_TOKEN}){{0,5}}"
# “Of” and “A” begin a sentence, and name nobody.
_OPENERS = FUNCTION - PRONOUNS - ALSO_NAMES
_NOBODY = alternatives(map(str.capitalize, _OPENERS - ARTICLES - POSSESSIVES))
# A word of whom a phrase names is no verb that tells what they do.
_NO_VERB = rf"(?!(?:{alternatives(AUXILIARIES, SPOKE)})\b)"
_LED = alternatives(ARTICLES, POSSESSIVES, map(str.capitalize, ARTICLES | POSSESSIVES))
_PHRASE = (
    rf"(?:{_LED}|one|another)(?! (?:[a-z-]+ )?(?:{alternatives(UTTERANCES)})\b)(?: {_NO_VERB}[a-z][\w’'-]*){{1,4}}"
)
_OF_BODY = rf"the {_NAME} {_NO_VERB}[a-z][\w’'-]*[a-z]"
_PRONOUN = r"(?:he|she|they|it|I|we)"
SPEAKER = (
    rf"(?P<speaker>{_OF_BODY}|(?:(?:the|a|an|former|then)(?: [a-z][\w’'-]*){{0,4}} )?{_NAME}|{_PRONOUN}|{_PHRASE})"
)
# “…,” said Ann Hill / “…,” the mayor said / “…,” according to Ann Hill
_BEHIND = compiled(rf"[\s,–—-]{{0,3}}(?:{VERBS}|according to) {SPEAKER}")
# “…,” said coach Ann Hill
_BEHIND_TITLED = compiled(
    rf"[\s,–—-]{{0,3}}{VERBS} (?:(?!(?:{alternatives(FUNCTION)})\b)[a-z][\w’'-]* ){{1,3}}(?P<speaker>{_NAME})"
)
# … or “…,” captain Ann Hill said
_BEHIND_FIRST = compiled(
    rf"[\s,–—-]{{0,3}}(?:{SPEAKER}(?:[’']d(?= ))?|(?:[a-z][\w’'-]* ){{1,3}}(?P<titled>{_NAME})),? (?:[\w, ]{{0,60}} )?{VERBS}\b"
)
# “…,” said the mayor, Ann Hill
_BEHIND_POST = compiled(
    rf"[\s,–—-]{{0,3}}{VERBS} (?:the|its|their|his|her|our) [a-z][\w’'-]*(?: [\w’'-]+){{0,5}}, (?P<speaker>{_NAME})"
)
# Ann Hill told reporters: “…” / Ann Hill, the mayor, who is 60, was heard to say: “…” / According to Ann Hill, “…”
_BEFORE = compiled(
    rf"(?<![\w’'-])(?!(?:{_NOBODY})\b){SPEAKER}(?:,[^,.“”\"]{{1,60}}(?:,[^,.“”\"]{{1,60}})?,)? (?:also |later |then |has |had |(?:is |was |has been )?(?:heard|known|reported) to )?{VERBS}\b[^.“”\"]{{0,60}}\Z"
)
# Not the finish, said the Leeds coach, who confessed: “…”
_WHO = compiled(rf"(?<![\w’'-]){SPEAKER},? who (?:also |later |then |has |had )?{VERBS}\b[^.“”\"]{{0,60}}\Z")
# What somebody does with words that are another's; the beginnings of the verbs.
RECEIVES = "read|got|gets|saw|sees|hear|found|finds|quot|cit|open|sang|sings|play|receiv|was told|was asked|is told|is asked|wears|wore|held|holds"
# Ann Hill summed up the mood of the hall: “…” Who only reads or hears what follows isn't its speaker.
_COLON = compiled(
    rf"(?:^|[.!?][”\"’']? )(?!(?:{_NOBODY})\b){SPEAKER}(?:,[^,.“”\"]{{1,60}},)? (?!{RECEIVES})"
    rf"[a-z]{{2,}}(?: [^.:“”\"]{{1,100}})?: ?\Z",
    re.M,
)
_SOURCE = compiled(rf"(?:[Aa]ccording to|[Ii]n the words of) {SPEAKER}(?:,[^,.“”\"]{{1,60}})?[,:]?\s*\Z")
# As Ann Hill put it: “…” / As Ann Hill had told the council when the vote was in, nobody else was “…”
_PUT = compiled(
    rf"\b[Aa]s {SPEAKER}(?:,[^,.“”\"]{{1,60}},)? (?:has |had )?(?:puts?|{alternatives(SPOKE)})\b[^.“”\"]{{0,140}}\Z"
)
# Ann Hill’s words, “…” / Ann Hill of Ayle, whose words “…” / It was Ann Hill who said that “…”
_THEIRS = compiled(
    rf"(?<![\w’'-]){SPEAKER}(?:[’']s?|(?: of [\w ’'-]{{1,40}})?, whose) (?:own |much-quoted |famous )?(?:{alternatives(SPEECH_NOUNS, UTTERANCES)})\b[^.“”\"]{{0,60}}\Z"
)
_WHO_SAID = compiled(rf"\b[Ii]t was {SPEAKER} who (?:also |first |had |has )?{VERBS}\b[^.“”\"]{{0,60}}\Z")
# Ann Hill called it “…” / Ann Hill had the line of the night, “…”
_CALLED = compiled(
    rf"(?<![\w’'-])(?!(?:{_NOBODY})\b){SPEAKER} (?:also |later |then |has |had )*"
    rf"(?:(?:calls|called|describes|described|dubbed|branded) [^.,;:“”\"]{{1,40}}|had the (?:{alternatives(SPEECH_NOUNS, UTTERANCES)}) of [^.;:“”\"]{{1,40}})\Z"
)
# Quote of the day, from Ann Hill: “…” / what Ann Hill called “…”
_OF_THE_DAY = compiled(
    rf"\b(?:[Qq]uote|[Ll]ine|[Ww]ords?|[Rr]emark|[Vv]erdict) of the [a-z]+,? (?:[a-z]+ )?(?:from|by|to) {SPEAKER}[:,]?\s*\Z"
)
_WHAT = compiled(rf"\bwhat {SPEAKER} (?:has |had |later |once )?(?:calls|called|terms|termed|dubbed)\s*\Z")
# Her remark that “…”
_HIS = compiled(
    rf"\b(?P<speaker>[Hh](?:is|er)) (?:own |much-quoted |famous |now |remark )?(?:{alternatives(SPEECH_NOUNS, UTTERANCES)})\b(?: (?:about|on|of) [\w ’'-]{{1,40}}[,:]|[,:]|,? (?:that|was|is|remains))?\s*\Z"
)
# “…,” as Ann Hill had put it / “…” was how Ann Hill put it / “…,” in the words of Ann Hill / “…” was Ann Hill’s verdict
_PUT_BEHIND = compiled(
    rf"[\s,–—-]{{0,3}}(?:(?P<cited>in the words of|to quote)|as|(?:is|was) (?:how|what)) {SPEAKER}"
    rf"(?(cited)|(?:,[^,.“”\"]{{1,60}},)? (?:(?:has|had|once|later|was the first to) )*(?:{VERBS}|calls|called)\b)"
)
# “…,” which Ann Hill used to describe it / “…,” a clerk said, repeating what Ann Hill had said
_USED_BEHIND = compiled(
    rf"(?:[\s,–—-]{{0,3}}(?P<used>which|that)|[^.;“”\"\n]{{0,60}}, (?:repeating|quoting) what) {SPEAKER}"
    rf" (?:has |had )?(?(used)(?:used|coined)|{VERBS})\b"
)
_USING = (" used", " coined", "repeating ", "quoting ")
_THEIRS_BEHIND = compiled(
    rf"[\s,–—-]{{0,3}}(?:in|is|was|were|became) {SPEAKER}[’']s? (?:own |much-quoted |famous )?(?:{alternatives(SPEECH_NOUNS, UTTERANCES)})\b"
)
# “…,” the mayor, Ann Hill, said
_BEHIND_OFFICE = compiled(
    rf"[\s,–—-]{{0,3}}(?:the|its|their|his|her) [a-z][\w’'-]*(?: [\w’'-]+){{0,5}}, (?P<speaker>{_NAME}), {VERBS}\b"
)
# “….” – Ann Hill, at the end of a line
_SIGNED = compiled(rf"\s{{0,2}}[–—-]{{1,2}} ?(?P<speaker>{_NAME})(?=,|\s*\Z)")
# “….” Ann Hill on the mill, at the end of a line
_SIGNED_ON = compiled(rf"\s{{1,2}}(?P<speaker>{_NAME}) on [^.!?“”\"\n]{{1,60}}\Z")
# Ann Hill, the baker / Baker Ann Hill, of Ayle: all of the line below a quotation
_BELOW = compiled(rf"(?:[–—-]{{1,2}} ?)?(?:[\w-]+ ){{0,3}}?(?P<speaker>{_NAME})(?:,[^.!?“”\"\n]{{1,60}})?\Z")
_GAP = compiled(r"\s*")
_LINES = frozenset([Role.PARAGRAPH, Role.PULL_QUOTE, Role.BLOCK_QUOTE, Role.CREDIT])
_REACH = 140
_FAR_BACK = (_PUT, _BEFORE, _COLON)
# Each pattern of who is told before a quotation, with what one of must stand there for it to match.
_LEADING = (
    (_WHO_SAID, (" who ",)),
    (_OF_THE_DAY, (" of the ",)),
    (_WHAT, ("what ",)),
    (_THEIRS, ("’", "'", ", whose ")),
    (_HIS, ("his ", "His ", "her ", "Her ")),
    (_WHO, (" who ",)),
    (_BEFORE, ("",)),
    (_CALLED, ("call", "describe", "dubbed ", "branded ", "had the ")),
    (_SOURCE, ("ccording to ", "n the words of ")),
    (_PUT, ("as ", "As ")),
    (_COLON, (":",)),
)
# What tells that somebody speaks in the last of these words, which no full stop and no quotation mark parts from the quotation.
_TELLING = frozenset([_WHO_SAID, _WHO, _BEFORE])
_VERB_STARTS = frozenset(
    verb.split(" ")[0]
    for verb in (*SPOKE, *_UTTERED, *SAYING, *"say goes went carried put puts sum sums summed".split())
)
_WORD = compiled(r"\w+")
_FAR = 220  # so far before a quotation its speaker may be named where its words are cited


@analysis
def speakers(document: Document) -> Mapping[int, Span]:
    """Who says each quotation that stands in no other, by where it begins; those of whom the copy doesn't say are left out.

    A quotation that goes on behind its attribution has the same speaker.
    """
    found: dict[int, Span] = {}
    previous: Quote | None = None
    for quote in quotes(document):
        if quote.level:
            continue
        speaker = _behind(document, quote) or _before(document, quote, previous)
        if speaker is None and previous and _goes_on(document, previous, quote):
            speaker = found.get(previous.span.start)
        if speaker:
            found[quote.span.start] = speaker
        previous = quote
    return found


def _behind(document: Document, quote: Quote) -> Span | None:
    block = document.block_at(quote.span.start)
    end = min(block.end if block else quote.span.end, quote.span.end + _REACH)
    may_be_used = any(document.text.find(sign, quote.span.end, end) >= 0 for sign in _USING)  # for speed
    for pattern in (*([_USED_BEHIND] if may_be_used else []), _BEHIND_POST, _BEHIND, _BEHIND_TITLED, _PUT_BEHIND):
        match = pattern.match(document.text, quote.span.end, end)
        if match:
            return Span(*match.span("speaker"))
    for pattern in (_BEHIND_OFFICE, _BEHIND_FIRST, _THEIRS_BEHIND, _SIGNED, _SIGNED_ON):
        match = pattern.match(document.text, quote.span.end, end)
        named = "titled" if match and match.groupdict().get("titled") else "speaker"
        if match and match[named].lower() not in POSSESSIVES and not _begins_anew(document, quote, match[named]):
            return Span(*match.span(named))
    return _below(document, quote, block) if block else None


def _below(document: Document, quote: Quote, block: Block) -> Span | None:
    """Whose name is all of the next line, where a quotation is all of its own."""
    if document.text[block.start : block.end].strip() != document[quote.span]:
        return None
    gap = _GAP.match(document.text, block.end)
    line = document.block_at(gap.end()) if gap else None
    if line is None or line.role not in _LINES or line.end - line.start > _REACH:
        return None
    match = _BELOW.match(document.text, line.start, line.end)
    return Span(*match.span("speaker")) if match else None


def _begins_anew(document: Document, quote: Quote, speaker: str) -> bool:
    """Whether the words behind a quotation that ends with a full stop begin a sentence of their own: “… A retired clerk, he said”, “… Of that, he said”."""
    return document.text[quote.inner.end - 1] == "." and speaker.split(None, 1)[0].lower() in _OPENERS


def _before(document: Document, quote: Quote, previous: Quote | None) -> Span | None:
    block = document.block_at(quote.span.start)
    least = max(block.start if block else 0, previous.span.end if previous else 0)
    ahead = document.text[max(least, quote.span.start - _FAR) : quote.span.start]
    told = not _VERB_STARTS.isdisjoint(_WORD.findall(ahead, max(map(ahead.rfind, '.“”"')) + 1))
    for pattern, signs in _LEADING:
        start = max(least, quote.span.start - (_FAR if pattern in _FAR_BACK else _REACH))
        may_match = (told or pattern not in _TELLING) and any(sign in ahead for sign in signs)  # for speed
        match = pattern.search(document.text, start, quote.span.start) if may_match else None
        if match:
            return Span(*match.span("speaker"))
    return None


def _goes_on(document: Document, previous: Quote, quote: Quote) -> bool:
    """Whether only an attribution stands between two quotations of one block."""
    between = document.text[previous.span.end : quote.span.start]
    return len(between) < _REACH and "\n" not in between and between.count(".") <= 1
