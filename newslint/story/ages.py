"""Ages: who is said to be how old."""

from __future__ import annotations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities
from newslint.story.quantity import Kind, Quantity
from newslint.text.lexicon import entry
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import wordlist

# A full stop is part of an initial or of a title, not of “Oliver. Luke said”.
_TOKEN = r"(?:(?:[A-Z]|Jr|Sr|Mr|Mrs|Ms|Dr|St|Lt|Sgt|Gen|Col|Rev|Sen|Gov|Rep|Capt|Prof|Maj|Cpl|Wm|Geo)\.|[A-Z][^\W\d_]*(?:[-'’][A-Z]?[^\W\d_]+)*)"
_NAME = rf"{_TOKEN}(?:(?: (?:de|van|von|der|den|bin|al|el|la|di|da)){{0,2}} {_TOKEN})*"
_NAME_BEHIND = compiled(_NAME)
_NAME_AHEAD = rf"({_NAME})(?: Jr\.?| Sr\.?)?(?P<link>,? (?:who is |who was |is |was |is now |now |aged? |an? |the |an? [a-z]+ )?|,? \(|, \(?aged? )\Z"
_ROLE = compiled(r"[- ]years?[- ]olds? (?:[a-z][\w'’-]* ){0,4}(?=[A-Z])")
# “At 74, Moor is the oldest”; “I’m 74,” Moor said.
_AT_AGE = rf", ({_NAME}) (?:is|was|has|became|becomes|remains|still)\b"
_SPOKEN = rf" ?(?:years old)?,[”\"’'] ({_NAME}) (?:said|says|told|added)\b"
_I_AM = r"\bI(?:[’']m| am) (?:now |only |just )?\Z"
# “Moor, a plumber, is 74.”
_APPOSITION = rf"({_NAME}), (?:an?|the) (?:[a-z][\w'’-]* ?){{1,5}}, (?P<link>is |is now |was )\Z"
NO_NAMES = wordlist(
    """
    mr mrs ms miss dr sir lord lady dame sen rep gov president senator governor mayor judge justice police officer
    the a an in on at of and but for monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december he she they his her it i we you when as since by
    with from after before while if so then father brother sister mother st pope king queen prince princess
    professor rev captain capt lt col gen sgt
    """
)
# What makes an age hold for another time than the story's own, in front of the name or of “34-year-old”, and behind the age.
_THEN_BEFORE = r"(?i)\b(?:when|then|young|once|by the time|turned|in (?:1[89]|20)\d\d)[ ,-]*(?:the |an? )?(?:now )?\Z"
_THEN_BEHIND = r"(?i)(?:[- ]years?[- ]olds?)?[,)]? ?(?:when (?:he|she|they|it)|at the time|in (?:1[89]|20)\d\d|then|now|this (?:week|month|year)|as an? (?:child|boy|girl|teen))\b"
_YEAR = r"\b(?:1[89]|20)\d\d\b"
_RELATIVE = r"(?i)\b(?:son|daughter|brother|sister|father|mother|wife|husband|cousin|uncle|aunt|nephew|niece|twin|junior|senior|jr|grand\w+|step\w+),? \Z"


class Age(Row):
    """`name` is said to be `age` years old; `surname` is its last word, `given` those before it that can be given names."""

    name: Span
    given: str
    surname: str
    age: Quantity
    settled: bool


@analysis
def ages(document: Document) -> tuple[Age, ...]:
    """Every age that stands with a name, in order."""
    found = []
    for quantity in quantities(document):
        if (
            quantity.kind in (Kind.AGE, Kind.COUNT, Kind.TIME)
            and 0 < quantity.value < 116
            and quantity.top == quantity.value
        ):
            age = _age(document, quantity)
            if age is not None:
                found.append(age)
    return tuple(found)


def _age(document: Document, quantity: Quantity) -> Age | None:
    text = document.text
    name = _name(document, quantity)
    if name is None:
        return None
    start = min(name.start, quantity.start)
    before = text[max(0, start - 25) : start]
    sentence = sentence_at(document, start)
    told_of_a_year = sentence is not None and compiled(_YEAR).search(text, sentence.start, start)
    settled = not (
        told_of_a_year
        or compiled(_THEN_BEFORE).search(before)
        or compiled(_THEN_BEHIND).match(text, quantity.numeral.end)
    )
    tokens = [token.strip(".") for token in text[name.start : name.end].split()]
    while len(tokens) > 1 and tokens[0].lower() in NO_NAMES:
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1] in ("Jr", "Sr", "II", "III", "IV"):
        tokens.pop()
    if tokens[-1].lower() in NO_NAMES or len(tokens[-1]) < 2:
        return None
    if len(tokens) == 1 and compiled(_RELATIVE).search(before):
        settled = False
    return Age(
        name,
        " ".join(token for token in tokens[:-1] if len(token) > 1 and may_be_given(token)),
        tokens[-1].removesuffix("'s").removesuffix("’s"),
        quantity,
        settled,
    )


def _name(document: Document, quantity: Quantity) -> Span | None:
    """The name that the age belongs to: in front of it, or behind “34-year-old”."""
    text, block = document.text, document.block_at(quantity.span.start)
    if block is None:
        return None
    window = max(block.start, quantity.span.start - 70)
    leading = compiled(_AT_AGE).match(text, quantity.span.end, block.end)
    if leading is not None and text[max(block.start, quantity.span.start - 3) : quantity.span.start] in ("At ", " at "):
        return Span(*leading.span(1))
    spoken = compiled(_SPOKEN).match(text, quantity.span.end, block.end)
    if spoken is not None and compiled(_I_AM).search(
        text[max(block.start, quantity.span.start - 9) : quantity.span.start]
    ):
        return Span(*spoken.span(1))
    compound = _ROLE.match(text, quantity.numeral.end, block.end)
    if compound is not None:
        name = _NAME_BEHIND.match(text, compound.end(), block.end)
        return Span(*name.span()) if name else None
    if not _may_be_told(text, quantity):
        return None
    apposed = compiled(_APPOSITION).search(text[window : quantity.span.start]) if quantity.kind is Kind.COUNT else None
    if apposed is not None and text[quantity.span.end : quantity.span.end + 1] in (",", ".", ";"):
        return Span(window + apposed.start(1), window + apposed.end(1))
    ahead = compiled(_NAME_AHEAD).search(text[window : quantity.span.start])
    if ahead is not None and _fits(text, quantity, ahead["link"]):
        return Span(window + ahead.start(1), window + ahead.end(1))
    return None


def _may_be_told(text: str, quantity: Quantity) -> bool:
    """Whether what stands around the number lets it be an age behind a name: a quick look before the close one."""
    if quantity.kind is Kind.AGE or text.startswith("year", quantity.numeral.end + 1):
        return True
    end = quantity.span.end
    return text[end : end + 1] in (",", ".", ";", ")") and text.endswith(
        ("is ", "was ", "now "), 0, quantity.span.start
    )


def _fits(text: str, quantity: Quantity, link: str) -> bool:
    """Whether the words between the name and the number make it an age."""
    apposed, link = link.startswith(","), link.strip(" ,")
    if compiled(r"[- ]years?[- ]old").match(text[quantity.numeral.end : quantity.numeral.end + 12]):
        return (
            (apposed or "is" in link or "was" in link)
            and link in ("a", "an", "the", "is", "who is", "who was", "was", "is now", "now", "")
            and quantity.kind in (Kind.AGE, Kind.TIME)
        )
    if quantity.kind is Kind.AGE:
        return link in ("", "(", "aged", "age", "(aged", "(age", "who is", "who was", "is", "now")
    behind = text[quantity.span.end : quantity.span.end + 1]
    return (
        quantity.kind is Kind.COUNT and link in ("who is", "who was", "who is now") and behind in (",", ".", ";", ")")
    )


# Callings that stand with a capital before a name are told by their endings; the rest is taken for a name.
_CALLING = ("er", "or", "ist", "man", "woman", "ent", "ant", "ian", "ess", "ive", "ary")
_RARE = 5


def may_be_given(word: str) -> bool:
    """A given name that's known, or no word of the dictionary or a rare one: not “Senator”, not “Teacher”."""
    known = entry(word)
    return known.given > 0 or not known.word or (known.word >= _RARE and not word.lower().endswith(_CALLING))
