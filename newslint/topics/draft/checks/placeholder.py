"""What a writer leaves for later: TK, XXX, [CHECK], lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newslint.document import Document, Role
from newslint.hit import Check, Hit, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.ownership import in_address
from newslint.text.prefilter import matches_near, signs_in
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import MONTHS, SCALES, alternatives

_THINGS = (
    "name|first name|surname|full name|reporter|date|year|month|age|title|place|town|city|figure|number|amount|percentage|quote|source|"
    "link|photo|picture|image|caption|credit|headline|byline|dateline|standfirst|slug|text|copy|details?|graf|spelling|reaction|"
    "response|comment|placeholder|statement|job title|company"
)
_TASKS = "check|confirm|verify|insert|add|fill in|update|clarify|query|to check|to confirm|needs?|fact[- ]check|legal|ask|find out|look up"
_TRANSCRIPT = "APPLAUSE|LAUGH|CROSSTALK|INAUDIBLE|MUSIC|CHEER|BEGIN|END|VIDEO|PAUSE|SOUND|CHANT|BREAK|COMMERCIAL"
_MONTHS = alternatives(MONTHS)
_ASKED = "who|when|where|which|what|why|how (?:many|much|old)"
_COUNTED = f"{alternatives(SCALES)}|people|years?|weeks?|months?|days?|hours?|per ?cent|times|others|dollars|pounds|euros|miles|metres|meters|votes"
_BEFORE_NUMBERS = (
    "for about some least after other by of in than nearly almost with and to are were has have had over".split()
)
_BEFORE_A_NUMBER = "(?:" + "|".join(rf"(?<=\b{word} )" for word in _BEFORE_NUMBERS) + ")"
# Behind a word without a capital: Benedict XX is none.
_BEHIND_A_WORD = "(?:" + "|".join(rf"(?<=[ \n][a-z]{{{letters}}} )" for letters in range(1, 13)) + ")"


class _Mark(Row):
    """A kind of placeholder: looked for only where one of `signs` stands in the copy (see `signs_in`)."""

    signs: tuple[str, ...]
    pattern: str
    confidence: float = 0.95
    quoted: float = 0.95  # the confidence inside quotation marks
    any_case: bool = False


_MARKS = (
    # To come, misspelled so that nobody prints it; TK Maxx is a shop.
    _Mark(("TK", "tktk", "tktktk"), r"\b(?:(?:NAME|DATE|TITLE|AGE|QUOTE|PHOTO) )?(?:TK)+s?(?:[ -](?:TK)+)*\b(?! [A-Z][a-z])|\bTK(?= (?:Street|Road|Avenue|Lane|Drive|Square|Hill|Park|House|School|Hospital|Church|Court|Hall|Island|County|Bridge|Station|University)\b)|\bTK(?:TOWN|NAME|DATE|AGE|TITLE|PLACE|CITY|COUNTY|NUMBER|AMOUNT|PHOTO|LINK|QUOTE)\b|[$£€]TK(?:m|bn|tn|k)?\b|\btk(?:tk)+\b"),
    # Roman numerals, ratings, beers and numbers made illegible are none.
    _Mark(
        ("XXX",),
        r"(?<![\w.$£€%/-])(?<!Bowl )(?<!ania )(?<!Olympiad )(?<!Part )(?<!Volume )(?<!Chapter )(?<!Legion )(?<!Castlemaine )(?<!Games )"
        r"X{3,12}s?(?![\w/]|-\d|-[Xx]|[- ](?:Winter|Summer|rated|rating|film|movie|video|clip|pic|channel|porn|adult|web ?site|site|theat|Olymp|Gold|beer|Legion|cert))",
    ),
    _Mark(("$X", "£X", "€X"), r"[$£€]X{1,3}(?:[.,]X+)*(?:m|bn|tn|k)?\b"),
    _Mark(("Xxx", "XXday", "xx:xx", "XX:XX", "XX.", "ed XX"), r"\bX[Xx]xx\b|\bXX+day\b|\b(?:XX|xx)[:.](?:XX|xx)\b|(?<=[Aa]ged )XX\b", 0.9),
    _Mark(("??",), r"(?<=[a-z,$£€] )\?{2}(?= [A-Za-z])|^\?{2}(?= [A-Z])|[$£€]\?{2,}", 0.9, 0.6),
    _Mark(("XX",), _BEHIND_A_WORD + r"(?<! the )XX(?= (?!chromosomes|females|males)(?:[a-z]{2,}s|men|women|children)\b)|\bXX(?=-year-old|-month|-strong)", 0.9),
    _Mark(("tk", "xxx"), r"(?<![\w./@-])(?<=[a-z,] )(?:tk|xxx)(?= [a-z]|[,.] )(?![./]\w)", 0.75, 0.3),
    _Mark(("[",), r"(?<=\w )\[(?:x|ck)\](?=[ ,.])|(?<=\w )[(\[]CK[)\]]|\[sp\?\]", 0.85, 0.4),
    _Mark(("[",), r"\[(?:check|confirm|verify|query|clarify|fact[- ]check|rephrase|reword|trim)\]|\[(?:is (?:that|it)|are (?:these|those|they|you)|was (?:it|this|that)|correct|right|true|sure|\d{4})\b[^\]\n]{0,60}\?\]", 0.8, 0.3, True),
    _Mark(("[",), r"\[(?:picture|photo(?:graph)?|image|link|graphic|map|chart|graph|video|table|tweet|embed)s? (?:of|to|from|here|goes|tweet|video|post|map|chart)\b[^\]\n]{0,60}\]|\[(?:embed|tweet|pull ?quote|factbox)\]", 0.8, 0.3, True),
    _Mark(("<<", "[[", "{"), r"<<[^<>\n]{2,60}>>|\[\[[^\[\]\n]{2,60}\]\]|(?<![\w{])\{(?:name|date|title|age|place|town|city|number|amount|quote|source|link|photo|headline|byline|company)\}", 0.9, 0.9, True),
    _Mark(("XX", "xx", "19xx", "20xx", "19??", "20??"), rf"\b(?:XX|xx)(?:[.,](?:X+|x+))?(?=%| (?:{_COUNTED})\b)|\b(?:19|20)(?:XX|xx|\?\?)"),
    _Mark(("XX", "xx", "xx-xx"), r"\b(?:XX|xx)[-–](?:XX|xx)\b(?![-–/]\d)|\b[Xx]{2}/[Xx]{2}(?:/(?:[Xx]{2,4}|\d{2,4}))?\b", 0.9),
    _Mark(("[",), rf"\[(?!(?:CAPTION|PHOTO|PICTURE|IMAGE|PHOTOGRAPH)(?: \d{{1,2}})?\] \w)(?:TODO|TBC|TBD|TBA|TK|X+|{_TASKS.upper()}|{_THINGS.upper()})\b[^\]a-z\n]{{0,80}}\]"),
    _Mark(("[",), rf"\[(?!(?:{_TRANSCRIPT}))[A-Z][A-Z’'?:]+(?=[^\]\n]* [A-Z])(?: [A-Z\d’'?:,]+)+\]", 0.85, 0.6),
    _Mark(("[",), rf"\[(?:{_TASKS})[ :][^\]\n]{{2,80}}\]|\[(?:{_THINGS})(?: (?:tk|here|to come|needed|goes here)[^\]\n]{{0,40}}|\?+)?\]", 0.85, 0.4, True),
    _Mark(("[",), r"\[\?+\]|\[[^\]\n]{2,40} name\]", 0.8, 0.4),
    _Mark(("(c", "(C", "(tk", "(TK", "(ver", "(VER", "(Ver", "(sp", "(SP", "(??", "(need", "(NEED"), r"\((?:needs? (?:an? |the )?(?:name|age|date|title|address|number|figure|quote|source|first name|link|photo|picture|caption|comment|response|reaction)|check|ck|cq\?|tk|verify|confirm)(?: spelling|:[^)\n]{0,60}| [^)\n]{0,20}\?)?\)|\((?:sp|spelling)\?\)|\(\?{2,}\)", 0.9, 0.9, True),
    _Mark(("XX",), rf"\bXX(?= (?:{_MONTHS})\b)|\b(?:{_MONTHS}) XX\b(?! ?[A-Z])", 0.9),
    # Where a sentence begins, or a note in brackets.
    _Mark(("XX ", "XX:"), r"(?:^[*_(\[]{0,2}|(?:(?<=[.!?;:] )|(?<=[.!?][\"”] ))(?!XX (?:is|are|was|were) ))XX(?= (?!and|or|chromosomes|females|males)[a-z]{2,} )|(?<=[(\[])XX(?=:? [A-Za-z])", 0.9),
    _Mark(("age XX",), r"\b[Pp]ages? XX\b", 0.9),
    _Mark((" X ",), rf"{_BEFORE_A_NUMBER}X(?= (?:{_COUNTED})\b)", 0.85, 0.4),
    _Mark(("?]", "CQ]", "cq]", "CQ)", "cq)"), rf"\[(?:{_ASKED}|sic|really|spelling|name|age) ?\?+\]|[\[(]cq[\])]", 0.9, 0.9, True),
    _Mark(("?)", "ome)", "ollow)", "OME)", "OLLOW)", "eeded)"), rf"\((?:{_THINGS}|{_ASKED}|job|role|nationality) ?\?+\)|\((?:{_THINGS}) (?:to come|to follow|tk|needed)\)", 0.85, 0.4, True),
    _Mark((" (?)",), r"(?<=\w )\(\?\)", 0.75, 0.4),
    _Mark(("ADD ", "NEED", "GET ", "CHECK", "INSERT ", "CONFIRM"), rf"^(?:ADD|NEEDS?|GET|INSERT|CHECK|CONFIRM)(?: (?:A|THE|MORE))? (?:{_THINGS.upper()}|FACTS|RESPONSE|FIGURES|LEGALS?)S?\b[A-Z ’'/]{{0,60}}[.:]?$", 0.9),
    _Mark(("???",), r"(?<![\w?!.”\"’')])\?{3,}", 0.85, 0.4),
    _Mark(("lorem", "dolor", "perspiciatis", "irure", "excepteur", "blah"), r"\blorem ipsum\b[^\n.]{0,60}|\bsed ut perspiciatis\b|\bduis aute irure\b|\bexcepteur sint\b|^blah(?:[ ,.…]+blah){2,}\W*$|\bdolor sit amet\b|\bconsectetur adipi\w+", 0.99, 0.99, True),
    _Mark(("<", "{{"), rf"<(?!(?-i:[A-Z][a-z]+ [A-Z]))(?:insert|add|enter|your|{_THINGS})\b[^<>\n]{{0,60}}>|\{{\{{[^{{}}\n]{{1,60}}\}}\}}", 0.9, 0.9, True),
    _Mark(("insert", "add", "goes here", "go here"), rf"\b(?:insert|add) (?:{_THINGS})s? here\b|\b(?:{_THINGS}) (?:goes|to go) here\b", 0.9, 0.6, True),
    _Mark(
        ("HERE", "COME", "FOLLOW", "LACEHOLDER"),
        r"\b(?:NAME|QUOTE|PHOTO|CAPTION|HEADLINE|TEXT|DATE|LINK|BYLINE|PICTURE) (?:HERE|TO COME|TO FOLLOW)\b|^(?:TO COME|TO FOLLOW|MORE TO COME):|\bPLACEHOLDER\b(?: TEXT)?",
    ),
    _Mark(("to come", "to follow"), r"^(?:photo|caption|headline|quote|picture|byline|credit|standfirst|text) to (?:come|follow)\b", 0.85, 0.4, True),
    _Mark(("first name last", "firstname", "asdf", "asdfg", "asdfgh", "asdfghj", "asdfghjk", "asdfghjkl", "asdfjkl", "asdfasdf", "asdfasdfasdf", "dummy text"), r"\bfirst ?name last ?name\b|\bdummy text\b|\basdf\w*", 0.9, 0.9, True),
    _Mark(("FIXME", "TODO"), r"\bFIXME\b:?|\bTODO\b:?(?! list)", 0.9),
    _Mark(
        ("$00", "£00", "€00", " 00", "p00", "pp00", "00/00/"),
        rf"(?<![\d.,:])[$£€]0{{2,3}}(?:,000)*\b(?!\.\d)|(?<![\d.,:$£€/])(?<!\d[ \u00a0\u2009\u202f])0{{2,3}}(?= (?:{_COUNTED})\b)"
        r"|\b[Pp]ages? 0{2,3}\b|\baged? 00\b|\bpp?\.? ?00\b|\b00/00/00(?:00)?\b",
        0.85,
    ),
    _Mark((" 000",), r"(?<![\d.,:$£€/+-])\b0{4,5} 0{3}(?: 0{3,6})?\b", 0.9),
    _Mark(("___",), r"(?<=[a-z,] )_{3,}(?= ?[a-z.,])", 0.8, 0.6),
    # A question in brackets; notes to a colleague are marks of the editing, doubts about a sound are a transcript's.
    _Mark(("?]",), r"\[(?!(?:inaudible|unclear|ph|indistinct|illegible|crosstalk|sic|suggest|move|cut|trim|delete|rewrite|rephrase|tighten|(?:is this|are we|can we|should we|do we|have we|did we)\b))[^\[\]\n/:]{2,80}\?\]", 0.8, 0.3, True),
    _Mark(("(check", "(please check"), r"\((?:please )?check (?:this|that|it|names?|dates?|spelling|figures?|quotes?|facts?|titles?|ages?)\)", 0.9, 0.6),
    _Mark(("[to be",), r"\[to be (?:confirmed|checked|added|announced|decided|updated|supplied|verified)\]", 0.85, 0.4),
    _Mark(("CHECK ", "ADD ", "INSERT "), r"\bCHECK (?:QUOTES?|NAMES?|DATES?|SPELLING|FIGURES?|TITLES?|AGES?|FACTS?|SOURCES?|THIS|LINKS?)\b|\b(?:ADD|INSERT) (?:LINK|QUOTE|PHOTO|NAME|DATE|PIC|PICTURE|IMAGE|SOURCE|FIGURES?|VIDEO|MAP)\b(?: HERE)?|^INSERT [A-Z1-9]$", 0.85, 0.4),
    _Mark(("SOURCE?", "SOURCE ?", "WHO?", "WHEN?", "NAME?"), r"(?<=[a-z,.] )(?:SOURCE|WHO|WHEN|NAME) ?\?+", 0.85, 0.3),
    _Mark(("[ ]", "[]", "( )", " ()"), r"(?<=[a-z,] )(?:\[ ?\]|\( ?\))(?=[ ,.])", 0.75, 0.75),
    _Mark(("ed X", " X%"), r"(?<=\b[Aa]ged )X\b(?! ?[A-Z])|(?<=[a-z] )X(?=%)", 0.85, 0.4),
    _Mark(("NAME", "JOB TITLE"), r"(?<=[a-z,] )(?:(?:SUR|FIRST ?|LAST ?|FULL |PLACE)NAME|JOB TITLE)\b|\[(?:FIRST|SUR|LAST)NAME\]|\[(?:name|title|age|date)s\?\]", 0.85, 0.4),
    _Mark(("#tk",), r"(?<!\w)#tk\b", 0.9),
    _Mark(("SIDEBAR", "GRAPHIC", "FACTBOX", "VIDEO", "MAP ", "CHART", "REACTION", "BOX "), r"\b(?:SIDEBAR|GRAPHIC|FACTBOX|VIDEO|MAP|CHART|REACTION|BOX) (?:TO COME|TO FOLLOW|HERE)\b", 0.9),
    _Mark(("TBC", "TBD", "TBA"), r"\b(?:TBC|TBD|TBA)\b(?!\))", 0.6, 0.4),
)  # fmt: skip
_SIGNS = tuple(dict.fromkeys(sign for mark in _MARKS for sign in mark.signs))
_COPY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.CROSSHEAD, Role.CAPTION, Role.LIST_ITEM, Role.BYLINE, Role.CREDIT, Role.PULL_QUOTE, Role.BLOCK_QUOTE])  # fmt: skip


@cache
def _compiled(mark: _Mark) -> re.Pattern[str]:
    return compiled(mark.pattern, (re.I if mark.any_case else 0) | re.M)


@check
class Placeholder:
    """Finds what stands for words or figures still to come. `allowed` are such words that a desk uses otherwise."""

    allowed: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        found: list[tuple[Span, float]] = []
        present = signs_in(document, _SIGNS)
        for mark in _MARKS if present else ():  # for speed: most drafts have no such sign
            if not present.keys().isdisjoint(mark.signs):  # so that most patterns are never compiled
                near = [at for sign in mark.signs for at in present.get(sign, ())]
                found.extend(self._places(document, mark, near))
        end = -1
        for span, confidence in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
            if span.start >= end:
                end = span.end
                yield Hit(span, confidence=confidence)

    def _places(self, document: Document, mark: _Mark, near: Iterable[int]) -> Iterator[tuple[Span, float]]:
        text = document.text
        for match in matches_near(text, near, _compiled(mark)):
            span = Span(*match.span())
            block = document.block_at(span.start)
            if block is None or block.role not in _COPY or match[0] in self.allowed:
                continue
            if match[0].isalnum() and in_address(text, span):
                continue
            yield span, mark.quoted if in_quotation(document, span.start) else mark.confidence


_: type[Check] = Placeholder
