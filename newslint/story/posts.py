"""Posts: the offices, ranks and callings that the copy gives a person, before the name, behind it, or without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.given_names import INITIALS
from newslint.story.offices import ACTING, ADDRESSES, HEADS, LEVELS, own_words, plain_word
from newslint.story.people import Person
from newslint.story.references import Reference
from newslint.text.lexicon import entry
from newslint.text.prefilter import starts_of
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import FUNCTION, STRONG_PASTS, alternatives, wordlist

# What makes a post that of another time, or of somebody who hasn't it (yet).
_PAST = (
    r"\b(?:former|formerly|then|ex|previous|previously|once|future|elect|candidate|retired|retiring|outgoing|incoming|past|"
    r"late|acting|interim|temporary|became|becoming|become|becomes|appointed|elected|promoted|named|nominee|nominated|"
    r"resigned|now(?!,)|current|currently|when|until|served|worked|shadow|new|next|ago|designate|(?<!for \d\d )(?<!for \d )(?<!-)years?|"
    r"(?<!since )(?:1[89]|20)\d\d)\b"
)
_FORMER = r"(?i)\b(?:former|formerly|then|ex|previous|one-time|onetime|retired|late|ex-\w+)\b"
# Where a run of words that make a post ends, backwards.
_STOPS = FUNCTION | wordlist("said says told added asked led")
_POSSESSIVE = compiled(r"['’]s?\Z")
_TOKEN = compiled(r"[^\W_][\w’'.&/-]*")
_ENDS_A_POST = compiled(r"[\w’'.,&/-]")  # a token, with a mark or without
_BEFORE = 90
_DOMAIN = 60
# “, the chief executive of the trust,” behind a name; “, prosecuting,”
_BEHIND = compiled(
    r",? \((?:the |its )?|,(?:(?: aged)? \d\d,)? (?:who (?:is|was|has been|had been|serves as|works as) (?:\d\d and )?)?(?:also )?(?:(?P<article>the|an?|its|his|her|their|our|[\w’'-]+['’]s)\b)? ?"
)
_AS = compiled(r",? [^.,;:“”\"]{0,40}?\bas (?:(?P<article>(?:the )?[\w’'-]+['’]s|the|an?|its|his|her|their)\b)? ?")
_IS = compiled(
    r",? (?:is|was|remains|has been|serves as) (?:also )?(?:(?P<article>the|an?|its|his|her|their|[\w’'-]+['’]s) )?"
)
_BARE = compiled(r"\b(?:is|remains) ")
# What somebody does who has the post.
_VERBS = {"chairs": "chair", "captains": "captain", "coaches": "coach", "edits": "editor", "umpires": "umpire"}
# What follows a post that has no article: “is chair of the trust”, “is captain.”
_BEHIND_BARE = compiled(r" (?:of|at|for)\b|[,.;]|\Z")
# “, who chairs the board”
_DOES = compiled(rf",? who (?P<verb>{alternatives(_VERBS)})\b(?= (?:the|its|their|her|his)\b)")
# The lead of a post that somebody had: “, who was mayor”, “, who served as mayor”
_WAS = compiled(r"\bwho (?:was|had been|served as|worked as)\b")
_SIDE = compiled(
    r",? (?:who (?:is|was) )?(?P<side>prosecuting|defending)\b|, for the (?P<for>prosecution|defen[cs]e)\b"
)
_OF = compiled(r" (?:of|for|at|to|in|with) (?:the )?((?:[\w’'&-]+ ){0,2}[\w’'&-]+)")
# What a post is for, in one word: “head of finance”, “the Minister of Health”, “minister of the interior”. With a capital, only
# what a post of a state or a town is for: others have houses that are called so.
_FIELD = compiled(r" (?:of|for) (?P<article>the )?(?P<field>[A-Za-z][a-z]+)\b(?!['’-]|\.[A-Z])")
_GOES_ON = compiled(r"(?: and)? [A-Z]")
_OF_STATE = frozenset("minister secretary commissioner director superintendent".split())
_WITH_ARTICLE = frozenset(["minister", "secretary"])
_MOST_WORDS = 5
# What opens a sentence before its subject: “According to the leader of the council, Ann Lunn had …”
_OPENING = compiled(r"(?:According|In|As|After|Before|By|With|Under|During|Since|When|While|For|At|On) [^,]*, \Z")
_FOR = frozenset(["of", "for", "at"])
# Right before a name, without an article: “head of finance Ann Lunn”, “Commissioner of Public Works Lunn”
_IS_FOR = compiled(r"\w (?:of|for) (?!(?:the|an?|his|her|its|their) )(?:[\w’'-]+ ){1,2}\Z")
# “a student and treasurer of the club”, “co-founder and chief technology officer”
_AND = compiled(r",? and (?:also )?(?:(?P<article>the|an?|its|his|her|their|our|[\w’'-]+['’]s) )?")
# “who as treasurer signed the books”
_ACTED = compiled(rf"[a-z]{{2,}}ed|{alternatives(STRONG_PASTS)}")
_PARTY = compiled(r"[A-Z][a-z]{1,3}\)")  # “Ann Lunn (Con)”
_ROSE = compiled(r"[^.;]{0,40}\b(?:promoted|rose to|became|before (?:becoming|moving to|taking over))\b")
# With which somebody begins: “was hired from a mill as”, “joined the paper as”
_BEGAN = compiled(
    r"\b(?:hired|recruited|joined|started|began|arrived|came)\b[^.;,]{0,40} as (?:an? |its |their |the )?\Z"
)
_LEAD = 72  # code points
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
        return HEADS.get(self.head, frozenset())

    @property
    def identity(self) -> tuple[str, tuple[str, ...], str]:
        return self.head, self.modifiers, self.domain


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
    if document.text.startswith((",", " "), reference.name.end):
        yield from _posts_behind(document, reference, sentence.end)


def _posts_behind(document: Document, reference: Reference, end: int) -> Iterator[Post]:
    """The posts that stand behind a name, up to `end`."""
    side = _SIDE.match(document.text, reference.name.end, end)
    if side:
        word = "prosecuting" if (side["side"] or side["for"]) in ("prosecuting", "prosecution") else "defending"
        yield _post(document, reference, [Span(*side.span(side.lastgroup or 0))], "side", True, [word])
        return
    does = _DOES.match(document.text, reference.name.end, end)
    if does:
        yield _post(document, reference, [Span(*does.span("verb"))], "behind", True, [_VERBS[does["verb"]]])
        return
    for form, pattern, sign in (("behind", _BEHIND, ""), ("is", _IS, ""), ("as", _AS, "as ")):
        may_match = document.text.find(sign, reference.name.end, end) >= 0  # for speed
        lead = pattern.match(document.text, reference.name.end, end) if may_match else None
        post = post_ahead(document, reference, lead, end, form) if lead else None
        if post:
            yield post
            further = _AND.match(document.text, post.place.end, end)
            also = post_ahead(document, reference, further, end, form) if further else None
            if further and also:
                yield also if further["article"] else also._replace(definite=post.definite)
            return


# A word of the copy, where it begins and where it ends.
_Token = tuple[str, int, int]


def _before(document: Document, reference: Reference, start: int) -> Post | None:
    """The post right before a name: “municipal manager Ann Lunn”, “the medical director, Dr Lunn”, “Det Sgt Lunn”."""
    text, end = document.text, reference.name.start
    if _is_behind_no_post(text, end):
        return None  # for speed
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, max(start, end - _BEFORE), end)]
    if start < end - _BEFORE:
        tokens = tokens[1:]
    edge = _without_address(text, tokens, end)
    if not tokens or text[tokens[-1][2] : edge] not in (" ", ". ", ", ", "., "):
        return None
    at, apposed = len(tokens) - 1, "," in text[tokens[-1][2] : edge]
    of_what = apposed or _IS_FOR.search(text, start, edge)
    if of_what and plain_word(tokens[at][0]) not in HEADS and not _OPENING.fullmatch(text, start, edge):
        at = _of_what(text, tokens, at)
    head = plain_word(tokens[at][0])
    if head not in HEADS or (head in INITIALS and not tokens[at][0].isupper()):
        return None
    first = _first_word(text, tokens, at)
    lead = tokens[first - 1][0].lower() if first > 0 else ""
    definite = (
        lead in ("the", "its", "their")
        or lead.endswith(("’s", "'s", "s’"))
        or (not apposed and lead not in ("a", "an"))
    )
    if apposed and not (definite or lead in ("a", "an", "its", "their", "his", "her")):
        return None
    places = [Span(start, stop) for _, start, stop in tokens[first : at + 1]]
    return _post(document, reference, places, "before", definite)


def _is_behind_no_post(text: str, at: int) -> bool:
    """Whether right before a name stands what is no post surely: no word with a space, or one of letters alone that's none."""
    word = text[text.rfind(" ", 0, at - 1) + 1 : at - 1]
    if text[at - 1 : at] != " " or not _ENDS_A_POST.match(word, max(0, len(word) - 1)):
        return True
    if _IS_FOR.search(text, max(0, at - _BEFORE), at):
        return False
    plain = plain_word(word) if word.isalpha() else ""
    return plain != "" and plain not in HEADS and plain not in ADDRESSES


def _without_address(text: str, tokens: list[_Token], edge: int) -> int:
    """Where a name begins with its forms of address, which go from the end of `tokens`: “Dr Lunn”, “the Rev Ann Lunn”."""
    bare = edge
    while tokens and _is_address(text, tokens) and text[tokens[-1][2] : edge] in (" ", ". "):
        edge = tokens.pop()[1]
    if tokens and edge < bare and tokens[-1][0] == "the" and text[tokens[-1][2] : edge] == " ":
        edge = tokens.pop()[1]  # “the vicar, the Rev Ann Lunn”
    return edge


def _is_address(text: str, tokens: list[_Token]) -> bool:
    """Whether the last of `tokens` is a form of address; a professor's is only behind another post: “the provost, Professor Ann Lunn”."""
    word = plain_word(tokens[-1][0])
    behind = len(tokens) > 1 and text[tokens[-2][2] : tokens[-1][1]] == ", "
    return word in ADDRESSES or (word == "professor" and behind and plain_word(tokens[-2][0]) in HEADS)


def _first_word(text: str, tokens: list[_Token], at: int) -> int:
    """The number of the first of the words that make the post whose last one is `at`."""
    first = at
    while first > 0 and at - first < _MOST_WORDS:
        word, _, stop = tokens[first - 1]
        gap = text[stop : tokens[first][1]]
        if gap not in (" ", ". ", "-") or word.lower() in _STOPS or _POSSESSIVE.search(word):
            break
        if gap == ". " and len(word) > 4:
            break
        first -= 1
    return first


def _of_what(text: str, tokens: list[_Token], at: int) -> int:
    """The number of the word for a post of which the words up to `at` say what it’s for, or `at`: “the leader of the council, Ann Lunn”."""
    found = first = at
    while first > 0 and at - first < _MOST_WORDS + 3 and text[tokens[first - 1][2] : tokens[first][1]] == " ":
        first -= 1
        if tokens[first + 1][0] in _FOR and plain_word(tokens[first][0]) in HEADS:
            found = first
    return found


def post_ahead(
    document: Document, reference: Reference | None, lead: re.Match[str], end: int, form: str
) -> Post | None:
    """The post that begins behind `lead`: “the chief executive of the trust”."""
    text, at = document.text, lead.end()
    article = (lead.groupdict().get("article") or "").lower()
    run: list[re.Match[str]] = []
    head = -1
    for token in _TOKEN.finditer(text, at, end):
        gap = text[run[-1].end() : token.start()] if run else ""
        if gap not in ("", " ", "-", ". ") or len(run) > _MOST_WORDS or token[0].lower() in _STOPS:
            break
        if form == "as" and head == len(run) - 1 >= 0 and _ACTED.fullmatch(token[0]):
            break
        run.append(token)
        if plain_word(token[0]) in HEADS:
            head = len(run) - 1
        if token[0].endswith(("’s", "'s")):
            run, head = [], -1
    if head < 0 or (form == "behind" and _PARTY.match(text, run[head].start())):
        return None
    if _is_anothers(text, run[head].end(), end, form, alone=len(run) == head + 1):
        return None
    if form == "is" and article == "" and not (_BARE.search(lead[0]) and _BEHIND_BARE.match(text, run[head].end())):
        return None
    if form != "behind" and article == "":
        article = "the" if form == "as" else ""
    definite = article not in ("a", "an")
    places = [Span(*token.span()) for token in run[: head + 1]]
    return _post(document, reference, places, form, definite, was=_WAS.search(lead[0]) is not None)


def _is_anothers(text: str, at: int, end: int, form: str, *, alone: bool) -> bool:
    """Whether the post that ends at `at` is somebody else's: “Ann Lunn, the mayor Tom Hill”, “Ann Lunn, coach Tom Hill”."""
    if text[at : at + 1] == " " and not alone:
        return True
    named = compiled(
        r"(?: (?:of|for) [^,.;:]{1,40})?, (?:Dr |Mr |Mrs |Ms )?[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:,| (?:and|said))"
    )
    return form == "behind" and named.match(text, at, end) is not None


def _post(
    document: Document,
    reference: Reference | None,
    places: list[Span],
    form: str,
    definite: bool,
    plain: list[str] | None = None,
    *,
    was: bool = False,
) -> Post:
    """The post whose words stand at `places`; `was`: somebody was it, the copy says."""
    if plain is None:
        opens = sentence_at(document, places[0].start)
        opening = opens is not None and opens.start == places[0].start
        plain, first = own_words([document[place] for place in places], opening=opening)
        places = places[first:]
    place = Span(places[0].start, places[-1].end)
    name = reference.name if reference else place
    field = _field(document, place, plain[-1], name)
    if field and (word := field["field"].lower()) not in plain:
        plain = [*plain[:-1], word, plain[-1]]
    edge = name.start - 1 if name.start > place.end else place.end + _DOMAIN
    domain = _OF.match(document.text, place.end, edge)
    return Post(
        plain[-1],
        tuple(plain[:-1]),
        domain[1].lower() if domain else "",
        Span(place.start, field.end()) if field else place,
        reference,
        form,
        definite,
        _is_past(document, place, name, form),
        was or _is_former(document, place, form, plain),
    )


def _is_past(document: Document, place: Span, name: Span, form: str) -> bool:
    """Whether the words around a post and its holder's name say that it was held, or is still to be."""
    first, last = min(place.start, name.start), max(place.end, name.end)
    sentence = sentence_at(document, first)
    ahead = document.text[max(sentence.start if sentence else 0, first - 40) : first]
    ahead = ahead if form == "is" else ahead.removesuffix("when ")  # “when Ann Lunn, the speaker, rose”
    own = document.text[first : last + 12].partition("\n")[0]
    behind = last - first
    near = compiled(r"[\n”\"]").split(ahead)[-1] + own[:behind] + own[behind:].partition(",")[0]
    return compiled(_PAST).search(near.lower()) is not None


def _is_former(document: Document, place: Span, form: str, plain: list[str]) -> bool:
    """Whether a post says itself that it's no longer held; who served as the interim coach, or was promoted, or hired as something, may have become the coach since."""
    if compiled(_FORMER).search(document.text, max(0, place.start - 12), place.end):
        return True
    if form != "as":
        return False
    began = _BEGAN.search(document.text, max(0, place.start - _LEAD), place.start)
    return bool(began or _ROSE.match(document.text, place.end)) or not ACTING.isdisjoint(plain)


def _field(document: Document, place: Span, head: str, name: Span) -> re.Match[str] | None:
    """The one word behind a post at `place` that says what it's for, as another would before it: “head of finance”."""
    match = _FIELD.match(document.text, place.end)
    if match is None or (match["article"] and head not in _WITH_ARTICLE):
        return None
    if match.end() + 1 != name.start and _GOES_ON.match(document.text, match.end()):
        return None
    word, known, capital = match["field"].lower(), entry(match["field"]), match["field"][0].isupper()
    is_a_name = capital and (head not in _OF_STATE or document[place].rpartition(" ")[2][0].islower())
    return None if is_a_name or word in FUNCTION or not known.word or known.place else match


# What follows the last word of a post that stands for somebody.
_BEHIND_HEAD = r" (?:said|says|told|was|is|has|had|will|would|who|added|also|[a-z]+ed)\b|[,.’']"
_DESCRIPTION = compiled(
    r"(?<![\w’'-])(?:[Tt]he|[Ii]ts|[Tt]heir|(?:[Tt]he )?[\w-]+['’]s) (?P<post>(?:[\w’'-]+ ){0,3}?(?P<head>[a-z]+))"
    rf"(?={_BEHIND_HEAD})"
)
_HEAD = compiled(rf"[a-z]+(?={_BEHIND_HEAD})")


@analysis
def described(document: Document) -> tuple[Post, ...]:
    """The posts that stand for somebody: “the senior coroner said”."""
    found = []
    heads = filter(partial(_HEAD.match, document.text), starts_of(document, HEADS))
    for sentence in dict.fromkeys(sentence_at(document, head) for head in heads):
        if sentence is None:
            continue
        for match in _DESCRIPTION.finditer(document.text, *sentence):
            if match["head"] in HEADS and HEADS[match["head"]]:
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
