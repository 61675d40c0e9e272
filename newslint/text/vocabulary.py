"""Grammar in small: closed classes of words, and the part that a word plays among its neighbours."""

from __future__ import annotations


def wordlist(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their no any some every each either neither another such "
    "whose which what".split()
)
PREPOSITIONS = frozenset(
    "about above across after against along amid among around as at before behind below beneath beside between beyond by "
    "despite down during except for from in inside into like near of off on onto out outside over past per since than "
    "through throughout till to toward towards under underneath until up upon via with within without including amidst "
    "amongst whilst".split()
)
PRONOUNS = frozenset(
    "i me you he him she it we us they them who whom myself himself herself itself themselves ourselves one".split()
)
AUXILIARIES = frozenset(
    "am is are was were be been being has have had having do does did will would shall should can could may might must "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor so yet if because although though while when where whereas unless once how why whether that".split()
)
ADVERBS = frozenset(
    "not very too so more most less least also just only even still already always never often again now then there here "
    "quite rather much well far long ever soon later today tomorrow yesterday instead however perhaps maybe almost".split()
)
# The verbs that most often follow a subject in news copy, in the forms that aren't told by an ending.
VERBS = frozenset(
    "say says said tell tells told make makes made take takes took go goes went come comes came get gets got give gives "
    "gave know knows knew think thinks thought see sees saw find finds found keep keeps kept let lets put puts set sets "
    "run runs ran seem seems become becomes became begin begins began bring brings brought show shows leave leaves left "
    "feel feels felt meet meets met mean means meant lead leads led hold holds held stand stands stood lose loses lost "
    "pay pays paid sit sits sat speak speaks spoke lie lies grow grows grew fall falls fell send sends sent build builds "
    "built spend spends spent cut cuts rise rises rose drive drives drove buy buys bought wear wears wore choose chooses "
    "chose hit hits win wins won break breaks broke remain remains appear appears want wants need needs allow allows "
    "include includes continue continues help helps try tries happen happens provide provides require requires".split()
)
PARTICLES = frozenset(
    "up down out off over in on away back through around by about along under together forward aside apart".split()
)
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred thousand million billion half".split()
)
FUNCTION = DETERMINERS | PREPOSITIONS | PRONOUNS | AUXILIARIES | CONJUNCTIONS | ADVERBS
_VERB_LEADS = frozenset("to will would can could may might must should shall not don't won't can't let's".split())
# Behind a hyphened term: its verb, and no noun that it describes.
_SAYING = frozenset("say says said told tells asked added left came met made took wants wanted".split())
_LINKS = frozenset("is are was were be been being very so more most as too seem seems seemed remain remains".split())

ATTRIBUTE, VERB, PREDICATE, FREE = "attribute", "verb", "predicate", "free"


def part_played(before: str, after: str, hyphened: bool = False) -> str:
    """The part a term plays between its neighbours: an attribute of the noun behind it, a verb, a predicate, or free.

    `before` and `after` are the neighbouring words in lower case, "" where a mark or the end of the sentence stands.
    A hyphen by itself makes an attribute of a term that another word follows.
    """
    if before in _VERB_LEADS or before in PRONOUNS - {"one", "her", "it", "you"}:
        return VERB
    if (
        may_be_noun(after)
        or (hyphened and after in {"one", "ones"})
        or (hyphened and after and after not in FUNCTION and after not in _SAYING)
    ):
        return ATTRIBUTE
    return PREDICATE if before in _LINKS else FREE


def may_be_noun(word: str) -> bool:
    """Whether `word`, directly behind a term, can be the noun that the term describes."""
    word = word.replace("’", "'")
    word = word.partition("'")[0] if not word.endswith("n't") else word
    return (
        bool(word)
        and not word[0].isdigit()
        and word not in FUNCTION
        and word not in VERBS
        and not word.endswith(("ly", "ed", "ing"))
    )


_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth jump jumps jumped jumping gain "
    "gains gained gaining higher more up climb climbs climbed climbing soar soars soared soaring surge surges surged surging swell swelled "
    "expand expanded expansion boost boosted hike hiked leap leapt leaped upped uptick bump spike spiked advance advanced add added"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline declines declined declining "
    "reduce reduced reducing reduction cut cuts cutting lower fewer less down slump slumped slumping plunge plunged plunging shrink shrank shrunk "
    "shrinking loss lose lost dip dipped slide slid slash slashed tumble tumbled sink sank sunk contract contracted plummet plummeted dive cheaper smaller"
)
# Each word with 1 for up, -1 for down.
DIRECTIONS = dict.fromkeys(_UP.split(), 1) | dict.fromkeys(_DOWN.split(), -1)
