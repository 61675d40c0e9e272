"""Marks and notes of the editing itself: merge conflicts, tracked changes, notes to the desk."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.hit import Check, Hit, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.layouts import diff_pairs
from newslint.text.prefilter import matches_near, signs_in
from newslint.text.quotations import in_quotation
from newslint.topics.draft.notes import told_notes

_CERTAIN_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======", "{++", "{--", "{~~", "{>>", "{==", "Comment [", "[Deleted: ", "[Formatted: ", "[Commented: ", "[DELETED", "[INSERTED", "[Inserted: ", "@@ -", "Commented [", "Formatted: ", "Deleted: ", "<!--", "<ins", "<del", "</ins>", "</del>", "<INS", "<DEL")  # fmt: skip
_NOTE_SIGNS = (
    "EDS:", "ED:", "(Eds:", "Eds: ", "NOTE TO ", "NOTES TO ", "note to editor", "note to editors", "note to desk", "note to subs",
    "notes to editor", "notes to editors", "notes to desk", "notes to subs", "(MORE", "(more", "-more", "- more", "-MORE", "- MORE", "//",
    "/ends", "/ENDS", "ENDS", "Ends", "-ends", "[ends", "(ends", "###", "-30-", "- 30 -", "more to follow", "more to follows", "more to come", "more follow", "more follows", "Ed: ", "Editor: ", "(Ed", "Legal: ",
    "CUT", "TRIM", "CAN END", "ADDS ", "Adds ", "UPDATES ", "Updates ",
    "RECASTS ", "Recasts ", "CORRECTS ", "RELEADS", "writethru", "Suggested ", "Proposed ", "Alternative ", "Draft ", "DRAFT ", "HOLD FOR", "NOT FOR REL", "print only", "CQ",
    "DO NOT PUB", "NOT FOR PUB", "EMBARGOED", "SUBS", "DESK", "QUER", "NOTE:", "FACT CHECK", "FACT-CHECK", "pls", "PLEASE C",
    "lease check)", "**", "NB ", "NB:", "LEGAL", "~~", "! cut", "- cut", "# cut", "= cut", "# CUT", "- CUT", "FIX ME", "OPTIONAL ADD", "LEAD", "TAKE", "first of two", "first of three",
    "HOLD TILL", "HOLD UNTIL", "0 words", "5 words", "RAFT", *(f"draft v{number}" for number in range(1, 10)), "draft v",
)  # fmt: skip
# What somebody is still to do with the copy.
_LATER = (
    r"(?:to (?:confirm|check|verify|send|supply|come back|ring|call|chase|file|add|read|see|approve|clear|advise)|before (?:we|it|this) (?:goes?|prints?|runs?|files?|publish)"
    r"|(?:awaiting|waiting (?:for|on)) (?:reply|call|word|answer|press office|confirmation))"
)
_CHANGE_SIGNS = ("<ins", "<del", "~~")
_PAGES = (".html", ".htm")
_LONGEST_WORD = 60
_DOCS_COMMENTS = ("[", "<sup", "<a")  # how they begin in a text and in a page


@cache
def _certain() -> re.Pattern[str]:
    return compiled(
        r"^(?:<{7}|>{7}|\|{7})(?: [^\n]*)?$|(?<=\n)={7}(?=\n)"
        r"|\{(?:\+\+|--|~~|>>|==)(?=\S)[^\n{}]{0,300}?(?:\+\+|--|~~|<<|==)\}"
        r"|\bComment(?:ed)? \[(?:[A-Z]{1,3}\d{1,3}|(?<=^Comment \[)\w{1,4}|(?<=^Commented \[)\w{1,4})\]:?|\[(?:Deleted|Formatted|Commented|Inserted|DELETED|INSERTED): ?[^\]\n]{0,80}\]"
        r"|</?(?:ins|del|INS|DEL)(?: [^<>\n]{0,60})?>"
        r"|<!--(?!\s*(?:stet|vale)\b)[^<>\n]{0,200}-->"
        r"|^Formatted: (?:Font|Normal|Left|Right|Indent|Line)[^\n]{0,60}|^Deleted: [^\n]{0,60}$|^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@",
        re.M,
    )


@cache
def _changes() -> re.Pattern[str]:
    return compiled(
        r"<(?P<tag>ins|del)(?: [^<>\n]{0,60})?>(?P<tagged>[^<>\n]{1,300})</(?P=tag)>|(?<!~)~~(?P<struck>[^\s~][^~\n]{0,200}(?<!\s))~~(?!~)"
    )


@cache
def _notes_in_brackets() -> re.Pattern[str]:
    return compiled(
        r"\[(?:(?i:editor[’']?s?[’']? note to|note to|eds?:|[a-z]*desk:|subs?:|sub ed)[^\]\n]{0,200}\]?"
        r"|(?:(?i:para(?:graph)? break|new para(?:graph)?|par(?:a|graph)?|new graf|line break|new par|pull ?quote|pagebreak)"
        r"|[A-Z][a-z]{1,9}: [^\]\n]{3,80}\?|(?i:suggest|move|cut|trim|delete|rewrite|rephrase|tighten|is this|are we|can we|should we|do we|have we|did we)\b [^\]\n]{2,80}"
        r"|(?:(?i:deleted|inserted|added|cut|moved|removed)|NEW): [^\]\n]{1,120}|(?i:citation needed|stet|please check|pls check)|[a-z][\w’' -]{0,30}/[a-z][\w’' -]{0,30}\?"
        r"|(?:[A-Z]{2,12}|[A-Z][a-z]{1,9}|note)(?:: ?| ?[—–-] ?)(?:check|legal|can|could|will|would|is|are|was|were|isn[’']t|do|did|does|don[’']t|didn[’']t|have|has|please|pls|need|why|what|who|when|where|which|how|any|not sure|cut|trim|move|we|you|should|add|ok|verify|confirm|drop|find|fix|get|ring|call|ask|chase|swap|double|still)\b[^\]\n]{0,200}"
        rf"|(?:[A-Z]{{2,12}}|[A-Z][a-z]{{1,9}})(?:: ?| ?[—–-] ?|, )[^\]\n]{{0,80}}\b{_LATER}\b[^\]\n]{{0,120}}"
        rf"|(?i:legals?|desk|subs?|pics?|pictures?|press office|reporter|newsroom|lawyers?|author|writer|photographer|editor) {_LATER}\b[^\]\n]{{0,120}}"
        r"|(?:moved|cut|lifted|pasted|copied) (?:from|to|up|down|here|out)\b[^\]\n]{0,60}|suggest(?:ed|ion)?: [^\]\n]{2,80}"
        r"|(?:cite|ref needed|dup|duplicate|repetition|awk|identify|explain|expand|rewrite|tighten|wordy|cut|trim|delete|move|fix|libel|lawyer)\?*)\])"
    )


@cache
def _notes() -> re.Pattern[str]:
    return compiled(
        r"\(?\bEDS?:[^)\n]{0,120}\)?|\(Eds:[^)\n]{0,120}\)?|^Eds: [^\n]{0,120}|\bNOTES? TO (?:EDITORS?|DESK|SUBS?)\b:?|\b[Nn]otes? to (?:[Ee]ditors?|desk|subs)\b:"
        r"|\(?\bMORE TO (?:COME|FOLLOW)\b\)?|^[(\[/-]? ?[Mm](?:ore|ORE) (?:(?:to )?[Ff](?:ollow|OLLOW)s?|to come|FOLLOWS?)[)\]/-]?\.{0,3}$|^-? ?\(?(?:MORE|more)\)? ?-?$|^ *//(?!/|[\w-]+\.\w)[ \w][^\n]{0,120}"
        r"|^[/(\[~*#-]{0,3} ?(?:ENDS|Ends|ends)(?: here)?[/)\]~*#-]{0,3}$|^###$|^- ?30 ?-$|^[(\[]?CQ[)\]]?$"
        r"|^(?:Ed|Editor|Legal|Sub|Desk): (?:please|pls|check|cut|hold|can we|should we|do we|is this|are we|need)\b[^\n]{0,120}|\(Ed[’']?s note: (?:please|pls|check|can we)[^)\n]{0,120}\)?"
        r"|^(?:DESK|NEWSDESK|SUBS?|COPY DESK|LEGALS?|PICTURE DESK|PICS)(?: NOTE)?: [^\n]{0,120}"
        r"|^(?:\(?CUT FROM HERE|\(?OPTIONAL (?:CUT|TRIM)|(?:STORY|COPY) CAN (?:END|BE CUT)|END (?:OPTIONAL )?(?:CUT|TRIM))[^\n]{0,60}"
        r"|^\((?:ADDS|UPDATES|RECASTS|CORRECTS|RELEADS|Adds|Updates|Recasts) [a-z][^)\n]{0,120}\)|^(?:ADDS|UPDATES|RECASTS|CORRECTS|RELEADS) [a-z][^\n]{0,120}$|\b(?:\d(?:st|nd|rd|th) Ld-?)?(?:WRITETHRU|Writethru)\b"
        r"|^(?:Suggested|Proposed|Alternative|SUGGESTED) (?:headline|head|hed|standfirst|dek|caption|title|pull ?quote|HEADLINE)s?:|^(?:Draft|DRAFT) \d{1,2}\b[^.\n]{0,40}$"
        r"|\b(?:QUERY|QUERIES|ED(?:S|[’']S)? NOTE|SUBS?[’']? NOTE): ?[^\n.?]{0,80}[.?]?|\bFACT[ -]CHECK: ?(?=[a-z]|[A-Z][^\n.?]{0,80}\?)[^\n.?]{0,80}[.?]?"
        r"|[(\[]?\b(?:PLS|[Pp]ls) (?:CHECK|CONFIRM|VERIFY|CUT|TRIM|ADD|ADVISE|FIX|SEE|NOTE|QUERY|KEEP|check|confirm|verify|cut|trim|add|advise|fix|see|note|query|keep)\b[^\n.)\]]{0,60}[)\]]?"
        r"|\bPLEASE CHECK\b[^\n.)\]]{0,60}|[(\[][Pp]lease check[)\]]|\bNB:? (?:subs?|desk|eds?|needs?|check|pls|please|lawyers?|legal|to)\b[^\n.]{0,60}"
        r"|(?<![\w*])\*{2,} ?(?:CUT|END|TRIM|DELETE|OPTIONAL|MOVE|HOLD|CHECK|INSERT|START|BEGIN|STET)\b[^*\n]{0,60}\*{2,}(?![\w*])"
        r"|(?<![\w*])\*{3,} ?(?i:cut|end cut|trim|delete|optional|move|hold|check|insert|start|stet)\b[^*\n]{0,60}\*{3,}(?![\w*])"
        r"|(?<!~)~~(?=[^\s~])[^~\n]{0,200}[^\s~]~~(?!~)|\bFIX ME\b|^[#=~–-]{2,} ?(?:cut|trim|CUT|TRIM|end cut|END CUT)\b[^\n]{0,40}$"
        r"|^\(?OPTIONAL ADD(?: END)?\)?:?|^\(?(?:1ST|2ND|3RD|[4-9]TH|FIRST|SECOND|THIRD) (?:LEAD|LD|TAKE)\)?\b[^\n]{0,20}$|^\([Ff]irst of (?:two|three|\d) takes\)"
        r"|^HOLD (?:TILL|UNTIL)\b[^\n]{0,40}$|^\(?\d{2,4} words\)?$|^(?:(?:ROUGH|FIRST|SECOND|FINAL|NEW) DRAFT|(?:Rough|First|Second|Final) draft|[Dd]raft v ?\d{1,2})\b[^.\n]{0,30}$"
        r"|\b(?:HOLD FOR (?:RELEASE|LEGAL|APPROVAL)|NOT FOR RELEASE)\b|^(?i:for use in print only)\b"
        r"|\b(?:DO NOT PUBLISH|NOT FOR PUBLICATION|EMBARGOED (?:UNTIL|TILL|TO|FOR)|SUBS?,? PLEASE|DESK,? PLEASE|DESK NOTE)\b[^\n.]{0,60}",
        re.M,
    )


@check
class EditingMark:
    """Finds what was written for the people who edit, and would be printed."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        text = document.text
        yield from self._certain(document)
        yield from _changes_in_markup(document)
        yield from _comments_of_docs(document)
        for old, new in diff_pairs(document):
            yield Hit(Span(old.start, new.end), {"shown": _shown(document[old])}, confidence=0.85)
        near = [at for places in signs_in(document, _NOTE_SIGNS).values() for at in places]
        notes = [*matches_near(text, near, _notes())] if near else []  # for speed, as above
        if "[" in text:
            notes += _notes_in_brackets().finditer(text)
        told: list[Span] = []
        for match in sorted(notes, key=lambda note: note.start()):
            if not in_quotation(document, match.start()) and document.block_at(match.end() - 1) is not None:
                told.append(Span(*match.span()))
                yield Hit(told[-1], {"shown": _shown(match[0])}, confidence=0.8)
        for span, verdict in told_notes(document):
            if not any(span.meets(other) for other in told):
                shown = _shown(document[span])
                yield Hit(span, {"shown": shown}, confidence=verdict.probability, evidence=verdict.signs)

    def _certain(self, document: Document) -> Iterator[Hit]:
        signs = signs_in(document, _CERTAIN_SIGNS)
        near = [at for places in signs.values() for at in places]
        for match in matches_near(document.text, near, _certain()) if near else ():  # for speed, as above
            if match[0] != "=======" or "<<<<<<<" in signs:
                yield Hit(Span(*match.span()), {"shown": _shown(match[0])}, confidence=0.97)


def _changes_in_markup(document: Document) -> Iterator[Hit]:
    """Words that Markdown strikes through, or that tags mark as put in or taken out: their marks aren't in the copy."""
    source = document.source
    if not document.pieces or source.suffix.lower() in _PAGES:
        return
    if not any(sign in source.text for sign in _CHANGE_SIGNS):  # for speed: the pattern is seldom compiled
        return
    origins = [piece.origin for piece in document.pieces]
    for match in _changes().finditer(source.text):
        start, end = match.span("tagged" if match["tagged"] else "struck")
        piece = document.pieces[max(0, bisect_right(origins, start) - 1)]
        if piece.origin <= start and end <= piece.origin + piece.width == piece.origin + piece.length:
            at = piece.start + start - piece.origin
            yield Hit(Span(at, at + end - start), {"shown": _shown(match[0])}, confidence=0.8)


def _comments_of_docs(document: Document) -> Iterator[Hit]:
    """Comments that Google Docs left in the draft: told at the words that they hang on, once for those of one place."""
    source, text, last = document.source, document.text, -1
    for comment in document.comments:
        end = comment.offset
        while end and text[end - 1].isspace():
            end -= 1
        if end not in {0, last} and source.text.startswith(_DOCS_COMMENTS, comment.span.start):
            last = end
            start = max(text.rfind(sign, max(0, end - _LONGEST_WORD), end) for sign in " \n") + 1
            yield Hit(Span(max(start, end - _LONGEST_WORD), end), {"shown": _shown(comment.text)}, confidence=0.97)


def _shown(mark: str) -> str:
    words = mark.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


_: type[Check] = EditingMark
