"""Capitals and small letters: headline styles, and words set like other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from newslint.startup.expressions import compiled
from newslint.text.vocabulary import ARTICLES, POSSESSIVES, wordlist

_WORD = compiled(r"[^\W_][^\s/–—-]*")


# Articles, short conjunctions and prepositions that title case sets small inside a headline.
SMALL = wordlist("a an and as at but by en for if in nor of on or per the to v v. via vs vs.")
# What the Chicago manner sets small as well: prepositions of any length.
PREPOSITIONS = wordlist(
    "about above across after against along among around before between beyond concerning despite down during "
    "following from including into near over since through throughout toward towards under until upon with within "
    "without"
)
# Verbs that often follow “to” in headlines: AP capitalises the “to” of an infinitive.
_VERBS = wordlist(
    "accept act add allow apply ask avoid back ban be beat become begin block boost bring build buy call close "
    "come connect cope create cut deal decide delay deliver do draw drop ease eat edit end enter expand face "
    "fight find finish fix fly follow get give go grow handle have hear help hire hit hold host improve increase "
    "install join keep kill know launch lead learn leave let limit live lose make manage meet move need offer "
    "open pass pay plan play prepare prevent protect prove pull push put quit raise reach read rebuild receive "
    "reduce remain remove replace resign return review rise run save say see seek sell send serve set show sign "
    "sit speak speed spend stand start stay stop succeed sue take talk tell test think travel try turn understand "
    "unite update upgrade use visit vote wait watch win work write"
)
_INFINITIVE_LEADS = wordlist(
    "able about agrees aims asked asks chance decides expected expects fails forced has have how learning likely "
    "needs plan plans pledges promises ready refuses right seeks set tries trying unable vows wants ways what "
    "when where willing"
)


def like(model: str, text: str) -> str:
    """`text` with the capitals of `model`: “Advisor” makes “adviser” “Adviser”, “ADVISOR” makes it “ADVISER”."""
    if not text or text != text.lower():
        return text
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return text.upper()
    return capitalised(text) if letters and letters[0].isupper() else text


def capitalised(word: str) -> str:
    """`word` with its first letter a capital, the others as they are."""
    return word[:1].upper() + word[1:]


def title(text: str, style: str = "ap", exceptions: Collection[str] = ()) -> str:
    """`text` as a headline in title case: `style` is "ap" or "chicago"; `exceptions` keep their own capitals."""
    known = {word.lower(): word for word in exceptions}
    words = list(_WORD.finditer(text))
    spoken = [match[0].lower().strip("\"'’”.,:;!?)") for match in words]
    out, last = [], 0
    for index, match in enumerate(words):
        out += [text[last : match.start()], _titled(text, words, spoken, index, style, known)]
        last = match.end()
    return "".join([*out, text[last:]])


def _titled(
    text: str, words: list[re.Match[str]], spoken: list[str], index: int, style: str, known: dict[str, str]
) -> str:
    match, word = words[index], spoken[index]
    if word in known:
        return match[0].replace(match[0][: len(word)], known[word], 1)
    ends = index == 0 or index == len(words) - 1
    before = text[max(0, match.start() - 2) : match.start()]
    opens = before.rstrip()[-1:] in {":", "—", "–", "“", '"', "?", "!", "."} or before[-1:] in {"“", '"', "‘"}
    if not (ends or opens) and _small(spoken, index, style):
        return match[0].lower() if match[0].lower() == word or match[0].islower() or match[0].istitle() else match[0]
    return capitalised(match[0])


def _small(spoken: list[str], index: int, style: str) -> bool:
    word = spoken[index]
    if style == "chicago":
        return word in SMALL or word in PREPOSITIONS
    return word in SMALL and not (word == "to" and infinitive(spoken, index))


def infinitive(spoken: list[str], index: int) -> bool:
    """Whether the “to” at `index` belongs to a verb, as far as the words beside it tell."""
    after = spoken[index + 1] if index + 1 < len(spoken) else ""
    before = spoken[index - 1] if index else ""
    return after in _VERBS or (before in _INFINITIVE_LEADS and after not in ARTICLES | POSSESSIVES)


def sentence(text: str, exceptions: Collection[str] = (), *, proper: Callable[[str], bool] = lambda _: False) -> str:
    """`text` in sentence case: a capital first, then small letters; names in `exceptions`, or `proper`, stay."""
    known = {word.lower(): word for word in exceptions}
    out, last = [], 0
    for index, match in enumerate(_WORD.finditer(text)):
        word = match[0]
        bare = word.strip("\"'’”.,:;!?)")
        opens = index == 0 or text[: match.start()].rstrip()[-1:] in {":", "?", "!", "."}
        out += [text[last : match.start()], _sentence_word(word, bare, known, opens, proper)]
        last = match.end()
    return "".join([*out, text[last:]])


def _sentence_word(word: str, bare: str, known: dict[str, str], opens: bool, proper: Callable[[str], bool]) -> str:
    if bare.lower() in known:
        return word.replace(bare, known[bare.lower()], 1)
    if opens:
        return capitalised(word)
    mixed = bare != bare.lower() and bare != bare.capitalize()
    return word if mixed or bare == "I" or proper(bare) else word.lower()
