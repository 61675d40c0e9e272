"""Sayings: the sentences of quotations as bare words, and the copy around that says that they have been said before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter

from newslint.document import Block, Document, Role, analysis, kept_by
from newslint.source import Span
from newslint.startup.dataclass import dataclass
from newslint.startup.expressions import compiled
from newslint.story.speakers import UTTERANCES
from newslint.story.voices import Voice, voices
from newslint.text.lexicon import entry
from newslint.text.nouns import singular
from newslint.text.quotations import Quote, quotes
from newslint.text.synonyms import meaning
from newslint.text.transcripts import interview
from newslint.text.vocabulary import PRONOUNS, SAID, SPEECH_NOUNS, alternatives, wordlist
from newslint.topics.quotes.alterations import written_out

_WORD = compiled(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’*]+[^\W_]+)*")
_BREAK = compiled(r"(?<=[a-z)\d]{2})[.?!;…]+[\s”’\"']+(?=[^\W_a-z]|[“‘\"'])")
# Fewer words are a phrase, which comes back by chance; more are no one sentence.
_FEWEST = 5
_MOST = 45
# What a word of this frequency (the lexicon's logarithm) or a higher one tells: nothing.
_EVERYBODYS = 30
# Above what frequency a word weighs nothing, and how much the rarest ones weigh.
_ALL_SAY, _HEAVIEST = 34, 14
_STEM = 5  # letters that a word shares with its inflections
# He told me that … : so far in front the verb may stand, and what may follow it.
_LED = 4
_SPEAKS = frozenset(["says", "said", "tells", "told"])
_TO_WHOM = frozenset(["me", "us", "him", "her", "them", "that"])
_CONTRACTING = PRONOUNS | wordlist("that there here what who where how let")
_BEFORE, _BEHIND = 150, 110
_OWN = 4  # words of a sentence that hardly two people say
_BETWEEN = 100  # code points of an attribution between two parts of a sentence
_OTHERS_SAID = compiled(r"[“”\"]")
# What somebody is known to have said, as a thing.
_UTTERED = alternatives(
    SPEECH_NOUNS,
    UTTERANCES,
    wordlist(
        "remarks summing-up motto answer advice description rule mantra maxim creed refrain catchphrase philosophy declaration "
        "evidence appeal"
    ),
)
# Around a quotation: that its words are known, as somebody's or as these very ones; or only that something was said before.
_KNOWN = compiled(
    rf"\b(?:(?:his|her|their|[a-z]{{2,}}['’]s|[a-z]{{2,}}s['’]) (?:[a-z-]+ ){{0,2}}(?:{_UTTERED})"
    # no tram line, and not the word that somebody writes
    r"|(?:the|those|these|same|exact|very) (?:(?:[a-z-]+ )?(?:words|phrase|remark|saying|quip|sentence|boast)"
    r"|(?:(?:same|exact|very|old|first|last|opening|closing|final|famous|best) )?line)"
    r"|same (?:answer|thing|reply|joke|warning|promise|message|point|advice)"
    r"|(?:one|a|that|this) (?:line|remark|phrase|saying) (?:\w+ )?(?:would|will|has|had|stays|stayed|sticks|stuck|hung|lingers|lingered|rang)"
    r"|remarks? of|last words?|mottos?|mottoes|slogan|(?:as|how) \w[\w .’'-]{0,40} puts? it|put it|word for word|words of"
    r"|what \w[\w .’'-]{0,40} (?:said|told)|repeating)\b",
    2,
)
_EARLIER = compiled(
    r"\b(?:repeat(?:s|ed)?|echo(?:es|ed|ing)?|reiterat\w+|recit\w+|recall\w*|remember\w*|remind\w*|quot(?:es|ed|ing)|again|once more"
    rf"|earlier|had (?:\w+ )?(?:put|called|written|given|used|made|heard|promised|confessed|{alternatives(SAID)}))\b",
    2,
)
_SAID = compiled(rf"\b(?:{alternatives(SAID)}|says|words?|line)\b[^.?!]*\Z")
_SHORT = 60
_LONGEST_PULLED = 300  # code points
# An interview without labels has so many questions, each of them no longer than this.
_QUESTIONS, _LINE = 4, 160
# Above the story, or set apart in it, stands what it quotes.
_DISPLAYS = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.PULL_QUOTE])
# Behind a dash, or right below.
_NAME_BELOW = compiled(r"(?:\n[ >*_]*(?:[^\W\d_a-z]|[–—-])|\n\n[–—])[^\n“”\"]{2,70}(?<![.?!:,])(?=\n|\Z)")
_DASHES = "–—-"


@dataclass(frozen=True, eq=False)
class Saying:
    """One sentence in quotation marks: its `words` in lower case, where it stands, and in which quotation.

    In an interview a turn is a quotation as well, `unmarked`.
    """

    document: Document
    quote: Quote
    span: Span
    words: tuple[str, ...]
    unmarked: bool = False

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The words that say something, as stems; "" for all others."""
        return tuple(map(_stem, self.words))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words as they're held against another's: contractions written out, and one word for all that mean the same."""
        return tuple(
            form
            for stem, word in zip(self.stems, self.words, strict=True)
            for form in ((stem,) if stem else _small_forms(word))
        )

    @cached_property
    def times(self) -> Mapping[str, int]:
        """How often it has each of its forms."""
        return Counter(self.forms)

    @cached_property
    def voice(self) -> Voice | None:
        """Who says it, where the copy tells."""
        return None if self.quote.level else voices(self.document).get(self.quote.span.start)

    @cached_property
    def block(self) -> Block | None:
        """The block in which it stands."""
        return self.document.block_at(self.quote.span.start)

    @cached_property
    def cited(self) -> bool:
        """Whether the copy around says that the words come again; in somebody's own words, that another said them."""
        start = self.quote.span.start
        if self.quote.level:
            return bool(_SAID.search(self.document.text, max(0, start - _SHORT), start))
        return self.known or any(map(_EARLIER.search, self._beside))

    @cached_property
    def known(self) -> bool:
        """Whether the copy around gives the words as known: as somebody's, or as these very ones."""
        return not self.quote.level and any(map(_KNOWN.search, self._beside))

    @cached_property
    def _beside(self) -> tuple[str, str]:
        """The copy before the quotation and behind it, as far as the next one."""
        start, end = self.quote.span
        block = self.block or Block(Role.PARAGRAPH, start, end)
        before = self.document.text[max(block.start, start - _BEFORE) : start]
        behind = self.document.text[end : min(block.end, end + _BEHIND)]
        return _OTHERS_SAID.split(before)[-1], _OTHERS_SAID.split(behind)[0]

    @cached_property
    def company(self) -> frozenset[str]:
        """The other sentences that are quoted in its block, as bare words."""
        told = _said_in(self.document).get(self.block.start if self.block else -1, ())
        return frozenset(words for span, words in told if not span.meets(self.span))

    @property
    def begins_small(self) -> bool:
        """Whether it's but a phrase, which the writer's own sentence leads to."""
        return self.document.text[self.span.start].islower()

    @cached_property
    def pulled(self) -> bool:
        """Whether the quotation is all of its block, but perhaps for its speaker's name behind a dash."""
        block = self.block
        if block is None or self.unmarked or self.quote.span.end - self.quote.span.start > _LONGEST_PULLED:
            return False
        if block.role in _DISPLAYS:
            return block.role is Role.PULL_QUOTE or not self.begins_small
        return self.signed or (block.role is Role.BLOCK_QUOTE and self._rest == ("", ""))

    @property
    def signed(self) -> bool:
        """Whether the quotation is all of its block, but for its speaker's name behind a dash or below."""
        before, behind = self._rest
        if before or self.block is None:
            return False
        if behind:
            return behind[0] in _DASHES or (self.block.role is Role.BLOCK_QUOTE and behind[0].isupper())
        return bool(_NAME_BELOW.match(self.document.text, self.block.end))

    @cached_property
    def _rest(self) -> tuple[str, str]:
        """What else its block has, before the quotation and behind it."""
        start, end = self.quote.span
        block = self.block or Block(Role.PARAGRAPH, start, end)
        return self.document.text[block.start : start].strip(" >*_"), self.document.text[end : block.end].strip(" .,\n")


@analysis
def _said_in(document: Document) -> Mapping[int, list[tuple[Span, str]]]:
    """Each sentence that is quoted, with its place, by where its block begins; no shorter ones, which many say."""
    found: defaultdict[int, list[tuple[Span, str]]] = defaultdict(list)
    for quote in quotes(document):
        block = document.block_at(quote.span.start)
        if block is not None and not quote.level:
            told = _sentences(document, quote.inner)
            found[block.start] += [(span, " ".join(words)) for span, words in told if len(words) >= _OWN]
    return found


def weight(form: str) -> int:
    """How much a word weighs, the small ones as well: the rarer, the more, up to a bound."""
    return max(1, min(_HEAVIEST, _ALL_SAY - entry(form).frequency))


def telling(stem: str) -> int:
    """How much a stem says, in bits."""
    return _EVERYBODYS - entry(stem).frequency if stem else 0


@lru_cache(maxsize=16384)
def _small_forms(word: str) -> tuple[str, ...]:
    """A small word with its contraction written out; of a possessive the noun alone."""
    noun = word.removesuffix("'s")
    plain = [noun] if noun != word and noun not in _CONTRACTING else written_out([word])
    return tuple(map(meaning, plain))


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    word = meaning(word.removesuffix("'s"))
    small = word.isdigit() or len(word) < 3 or entry(word).frequency >= 28
    if small or "'" in word or len(written_out([word])) > 1:
        return ""  # “cannot” is two small words, as “can't” is
    return singular(word)[:_STEM]


@analysis
def sayings(document: Document) -> tuple[Saying, ...]:
    """Every sentence of some length that stands in quotation marks, in order; those inside another's words by themselves.

    One that an attribution parts (“Every city,” she said, “must decide”) is one sentence all the same.
    """
    found: list[Saying] = []
    parted: tuple[Quote, Span, list[str]] | None = None
    for quote in quotes(document):
        if quote.level > 1:
            continue
        stretches = list(_sentences(document, quote.inner))
        if parted and stretches and _goes_on(document, parted[0], quote):
            stretches[0] = (Span(parted[1].start, stretches[0][0].end), [*parted[2], *stretches[0][1]])
        found += [
            Saying(document, quote, span, tuple(words)) for span, words in stretches if _FEWEST <= len(words) <= _MOST
        ]
        parted = (quote, *stretches[-1]) if stretches and document.text[quote.inner.end - 1] in ",’'" else None
    return tuple(found)


@analysis
def answers(document: Document) -> tuple[Saying, ...]:
    """Every sentence of an interview's turns, which stand without marks; where they have no labels, of its paragraphs.

    What asks isn't held against what is pulled out: that's the answer.
    """
    found: list[Saying] = []
    for inner in _turns(document):
        quote = Quote(inner, inner, "", "")
        found += [
            Saying(document, quote, span, tuple(words), unmarked=True)
            for span, words in _sentences(document, inner)
            if _FEWEST <= len(words) <= _MOST and not document.text.startswith("?", span.end)
        ]
    return tuple(found)


def _turns(document: Document) -> list[Span]:
    """What is said in an interview, without labels: each turn that has one, or the paragraphs where questions head them."""
    blocks = [(turn, document.block_at(turn.span.start)) for turn in interview(document)]
    labelled = [Span(turn.span.end, block.end) for turn, block in blocks if block]
    if labelled:
        return labelled
    asked = [block for block in document.copy if _is_question(document, block)]
    if len(asked) < _QUESTIONS:
        return []
    return [block.span for block in document.copy if block.role is Role.PARAGRAPH and not _is_question(document, block)]


def _is_question(document: Document, block: Block) -> bool:
    return document.text[block.end - 1] == "?" and block.end - block.start <= _LINE


def _goes_on(document: Document, first: Quote, second: Quote) -> bool:
    """Whether but an attribution stands between two parts of one sentence."""
    text = document.text
    between = text[first.span.end : second.span.start]
    return (
        first.level == second.level
        and text[second.inner.start].islower()
        and len(between) < _BETWEEN
        and "\n" not in between
        and ". " not in between
    )


@kept_by(attrgetter("start", "end"))
def _sentences(document: Document, inner: Span) -> list[tuple[Span, list[str]]]:
    """Each sentence of what is said at `inner`: from its first word to its last, with the words in lower case."""
    text, start, told = document.text, inner.start, []
    for end in [*(match.start() for match in _BREAK.finditer(text, *inner)), inner.end]:
        # What stars hide is no change.
        found = [match for match in _WORD.finditer(text, start, end) if "*" not in match[0]]
        if found:
            words = [match[0].lower().replace("’", "'") for match in found]
            first = _led_in(words)
            told.append((Span(found[first].start(), found[-1].end()), words[first:]))
        start = end
    return told


def _led_in(words: Sequence[str]) -> int:
    """How many words in front only say that somebody says the rest: the court says, he told me that."""
    verb = next((index for index, word in enumerate(words[:_LED]) if index and word in _SPEAKS), 0)
    if not verb:
        return 0
    first = verb + 1
    while first < len(words) and words[first] in _TO_WHOM:
        first += 1
    return first if len(words) - first >= _FEWEST else 0
