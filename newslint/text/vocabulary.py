"""The closed classes of English, each written once: days and months, numbers, titles, kin, speech, the small words.

Every word is in lower case and without the point of an abbreviation, unless its class says otherwise. What a part of the
program needs of a class it builds from it; what it adds or leaves out stands there, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from newslint.startup.row import Row


def wordlist(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


def alternatives(*classes: Iterable[str]) -> str:
    """The words of the classes as alternatives of a pattern, by their first letters: “s(?:isters|ister)|aunt”.

    The longest come first, so that none hides behind its own beginning; points are escaped. The order is always the same.
    """
    return _alternatives(frozenset().union(*classes))


@cache  # some classes stand in a dozen patterns
def _alternatives(words: frozenset[str]) -> str:
    """A matcher that ignores case tries one alternative after the other: so there's one for each first letter."""
    rests: dict[str, list[str]] = {}
    for word in sorted(sorted(words), key=len, reverse=True):
        rests.setdefault(word[:1], []).append(word[1:])
    groups = (
        f"{first}(?:{'|'.join(behind)})" if len(behind) > 1 else first + behind[0] for first, behind in rests.items()
    )
    return "|".join(groups).replace(".", r"\.")


# DAYS AND MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple("January February March April May June July August September October November December".split())
# Each form with its number: weekdays from 0, a Monday, as `datetime` has them; months from 1.
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAY_FORMS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | SHORT_WEEKDAYS
MONTH_FORMS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | SHORT_MONTHS
# All of them in full.
DAYS_AND_MONTHS = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
# May stands behind a given name more often than not.
CALENDAR = DAYS_AND_MONTHS - {"may"}


# NUMBERS

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# From one to ninety-nine: each word with its value.
NUMBER_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), 1)},
    **{word: ten * 10 for ten, word in enumerate(_TENS, 2)},
    **{f"{word}-{one}": ten * 10 + number for ten, word in enumerate(_TENS, 2) for number, one in enumerate(_ONES, 1)},
}
# In a pattern, from ten on and from one on: an eighth of what ninety-nine alternatives are.
FROM_TEN_IN_WORDS = rf"(?:{alternatives(_TENS)})(?:-(?:{alternatives(_ONES)})|)|{alternatives(_TEENS)}"
NUMBER_IN_WORDS = rf"{FROM_TEN_IN_WORDS}|{alternatives(_ONES)}"
# Those of one word, and of these the numbers up to ten.
PLAIN_NUMBERS = tuple(word for word in NUMBER_WORDS if "-" not in word)
UP_TO_TEN = PLAIN_NUMBERS[:10]
# What multiplies the number before it, in words and as agencies and headlines shorten it.
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12}
# Hundreds, dozens.
SCALES_IN_PLURAL = frozenset(f"{word}s" for word in SCALES)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
).split()
# From first to ninety-ninth, and the hundredth: each word with its value.
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINALS, 1)},
    **{f"{word[:-1]}ieth": ten * 10 for ten, word in enumerate(_TENS, 2)},
    "hundredth": 100,
    **{
        f"{word}-{o}": ten * 10 + number
        for ten, word in enumerate(_TENS, 2)
        for number, o in enumerate(_ORDINALS[:9], 1)
    },
}
# What a whole is divided by: each word, in either number, with its divisor.
_PARTS = {"half": 2, "quarter": 4} | {word: number for number, word in enumerate(_ORDINALS[2:12], 3)}
FRACTIONS = _PARTS | {f"{word}s": number for word, number in _PARTS.items() if word != "half"} | {"halves": 2}
# Every number of one word, with what multiplies it.
NUMBERS = frozenset([*PLAIN_NUMBERS, *SCALES, "half"])


# TITLES AND NAMES


class Honorific(Row):
    """A form of address: whose it is (“man”, “woman”, "" for both), and its kind: “plain” (Mr), “noble” or “learned”."""

    sex: str
    kind: str


HONORIFICS: dict[str, Honorific] = {
    **dict.fromkeys(["mr", "shri"], Honorific("man", "plain")),
    **dict.fromkeys(["mrs", "ms", "miss", "smt"], Honorific("woman", "plain")),
    "mx": Honorific("", "plain"),
    **dict.fromkeys(["sir", "lord", "baron"], Honorific("man", "noble")),
    **dict.fromkeys(["lady", "dame", "baroness"], Honorific("woman", "noble")),
    **dict.fromkeys(["dr", "doctor", "prof", "professor"], Honorific("", "learned")),
}
PLAIN_HONORIFICS = frozenset(word for word, honorific in HONORIFICS.items() if honorific.kind == "plain")
# Titles and offices that are shortened before a name, and that American copy gives a point: each with what it stands for.
# Initials with points that are nobody's.
POINTED_PLACES = wordlist(
    "U.S. U.K. U.N. E.U. U.S.A. U.A.E. D.C. B.C. L.A. N.H. N.J. N.M. N.Y. N.C. N.D. R.I. S.C. S.D. W.Va. P.E.I. N.S. N.B. N.L."
)
SHORT_TITLES = {
    "mr": "mister", "mrs": "mistress", "smt": "shrimati", "ms": "ms", "mx": "mx", "messrs": "misters", "dr": "doctor", "drs": "doctors",
    "prof": "professor", "profs": "professors", "hon": "honourable", "rev": "reverend", "revs": "reverends", "st": "saint",
    "ste": "sainte", "sen": "senator", "sens": "senators", "rep": "representative", "reps": "representatives",
    "gov": "governor", "govs": "governors", "pres": "president", "supt": "superintendent", "insp": "inspector",
    "det": "detective", "gen": "general", "col": "colonel", "maj": "major", "capt": "captain", "lt": "lieutenant",
    "sgt": "sergeant", "cpl": "corporal", "pvt": "private", "pfc": "private first class", "brig": "brigadier",
    "adm": "admiral", "cmdr": "commander", "const": "constable", "cllr": "councillor", "coun": "councillor",
    "cr": "councillor", "ald": "alderman", "fr": "father", "msgr": "monsignor",
}  # fmt: skip
# Behind a name, with capitals: which of two namesakes.
NAME_SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV"])
# Behind a name, too: honours, and what somebody is in a court, a parliament or a profession.
NAME_LETTERS = wordlist(
    "KC QC SC JP MP MEP MSP MS MLA MLC MHA TD MBE OBE CBE KBE DBE CH OM CB VC GC DSO DSC DFC MC AFC QPM KPM AC AO AM OAM OC CM CNZM ONZM MNZM QSM "
    "BEM MVO LVO CVO DL BL SAN SJ OP OSB FBA FRS FRSE FRCS FRCP FRIBA RA BSc MSc MBA LLB LLD MD PhD DPhil EdD DDS DVM RN RGN CPA"
)
# Words that stand inside names in lower case: van, de la, bin. Not “ben” and “abu”, which are given names too.
NAME_PARTICLES = wordlist("de del della di da das do dos du la le van von der den ter ten zu af bin ibn al el y e")


# KIN


class Kin(Row):
    """A word for a relative: the `sex` (“man”, “woman”, "" for both), the generation, and whether it's a plural.

    The generation is counted from oneself: 1 for parents, -1 for children, 0 for brothers, sisters, cousins and spouses.
    """

    sex: str
    generation: int
    plural: bool


# Every form, in either number.
KIN: dict[str, Kin] = {
    word: Kin(sex, generation, plural)
    for sex, generation, singulars, plurals in (
        ("man", 2, "grandfather grandpa grandad granddad", "grandfathers grandpas grandads granddads"),
        ("woman", 2, "grandmother grandma granny", "grandmothers grandmas grannies"),
        ("", 2, "grandparent", "grandparents"),
        ("man", 1, "father dad stepfather stepdad godfather", "fathers dads stepfathers stepdads godfathers"),
        ("woman", 1, "mother mum mom stepmother stepmum", "mothers mums moms stepmothers stepmums"),
        ("woman", 1, "stepmom godmother", "stepmoms godmothers"),
        ("man", 1, "father-in-law uncle", "fathers-in-law uncles"),
        ("woman", 1, "mother-in-law aunt", "mothers-in-law aunts"),
        ("", 1, "parent step-parent godparent", "parents step-parents godparents"),
        ("man", 0, "brother half-brother stepbrother", "brothers half-brothers stepbrothers"),
        ("woman", 0, "sister half-sister stepsister", "sisters half-sisters stepsisters"),
        ("man", 0, "brother-in-law husband ex-husband widower", "brothers-in-law husbands ex-husbands widowers"),
        ("woman", 0, "sister-in-law wife ex-wife widow", "sisters-in-law wives ex-wives widows"),
        ("man", 0, "fiance fiancé", "fiances fiancés"),
        ("woman", 0, "fiancee fiancée", "fiancees fiancées"),
        ("", 0, "sibling half-sibling twin triplet", "siblings half-siblings twins triplets"),
        ("", 0, "spouse cousin", "spouses cousins"),
        ("man", -1, "son stepson godson son-in-law nephew", "sons stepsons godsons sons-in-law nephews"),
        ("woman", -1, "daughter stepdaughter goddaughter", "daughters stepdaughters goddaughters"),
        ("woman", -1, "daughter-in-law niece", "daughters-in-law nieces"),
        ("", -1, "child stepchild godchild kid", "children stepchildren godchildren kids"),
        ("man", -2, "grandson great-grandson", "grandsons great-grandsons"),
        ("woman", -2, "granddaughter great-granddaughter", "granddaughters great-granddaughters"),
        ("", -2, "grandchild great-grandchild", "grandchildren great-grandchildren"),
    )
    for words, plural in ((singulars, False), (plurals, True))
    for word in words.split()
}
# Whose age stands behind “of”: a boy of 17.
OF_AN_AGE = wordlist("man woman boy girl lad lass youth youngster child teenager bride bridegroom groom widow widower")
KIN_IN_SINGULAR = frozenset(word for word, kin in KIN.items() if not kin.plural)
# Whom one has beside, before or behind oneself, of whatever name: Moor's predecessor is another than Moor.
COLLEAGUES = wordlist(
    "predecessor successor colleague partner deputy opponent rival neighbor neighbour friend teammate team-mate flatmate classmate "
    "counterpart namesake boss"
)


# SPEECH

# The verbs by which copy says who says something: base, third person, past, form in -ing.
_SPEECH_VERBS = """
say says said saying, tell tells told telling, write writes wrote writing, add adds added adding, ask asks asked asking,
answer answers answered answering, acknowledge acknowledges acknowledged acknowledging, admit admits admitted admitting,
allege alleges alleged alleging, announce announces announced announcing, argue argues argued arguing,
assert asserts asserted asserting, assure assures assured assuring, claim claims claimed claiming,
comment comments commented commenting, complain complains complained complaining, concede concedes conceded conceding,
conclude concludes concluded concluding, confirm confirms confirmed confirming, continue continues continued continuing,
declare declares declared declaring, deny denies denied denying, explain explains explained explaining,
insist insists insisted insisting, joke jokes joked joking, maintain maintains maintained maintaining,
note notes noted noting, observe observes observed observing, post posts posted posting,
predict predicts predicted predicting, promise promises promised promising, quip quips quipped quipping,
recall recalls recalled recalling, remark remarks remarked remarking, reply replies replied replying,
report reports reported reporting, respond responds responded responding, retort retorts retorted retorting,
shout shouts shouted shouting, state states stated stating, stress stresses stressed stressing,
suggest suggests suggested suggesting, testify testifies testified testifying, tweet tweets tweeted tweeting,
urge urges urged urging, vow vows vowed vowing, warn warns warned warning
"""
_FORMS = [forms.split() for forms in _SPEECH_VERBS.split(",")]
# Their forms: say, says, said, saying.
SAY, SAYS, SAID, SAYING = map(frozenset, zip(*_FORMS, strict=True))
# Those that are nouns as often: “the Moor claims”, “the state senator”.
SPEECH_NOUNS = wordlist(
    "answer answers claim claims comment comments joke jokes note notes post posts promise promises quip quips remark remarks "
    "reply replies report reports retort retorts shout shouts state states stress stresses tweet tweets urge urges vow vows"
)
# What follows its speaker or leads to it, and is no noun besides: said, says.
SPOKE = SAID | SAYS - SPEECH_NOUNS
# What nobody but a person does without a word, in the third person and in the past: remembers, doubted.
MINDS = wordlist(
    "thinks thought believes believed hopes hoped fears feared doubts doubted knows knew remembers remembered forgets forgot "
    "reckons reckoned agrees agreed disagrees disagreed wishes wished wonders wondered regrets regretted imagines imagined "
    "suspects suspected loves loved hates hated laughs laughed smiles smiled nods nodded weeps wept"
)
# The verbs whose pasts don't end in “ed”: the verb, its past, and its participle where that is another.
_STRONG_VERBS = """
arise arose arisen, eat ate eaten, awake awoke awoken, bid bade bidden, beat beat beaten, become became, begin began begun, bend bent, bet bet, bite bit bitten,
bleed bled, blow blew blown, bear bore borne, buy bought, bind bound, breed bred, break broke broken, bring brought, build built, burn burnt, burst burst, come came,
cast cast, catch caught, choose chose chosen, cling clung, creep crept, cut cut, deal dealt, do did, drink drank drunk, dream dreamt, draw drew drawn, drive drove driven,
dig dug, feed fed, fall fell fallen, feel felt, flee fled, fly flew flown, fling flung, forbid forbade forbidden, forgive forgave forgiven, forget forgot forgotten,
fight fought, find found, freeze froze frozen, give gave given, get got gotten, grow grew grown, grind ground, hide hid hidden, hit hit, hold held, hang hung, hurt hurt,
keep kept, kneel knelt, know knew known, lay laid, lie lay lain, lean leant, leap leapt, learn learnt, lead led, leave left, lend lent, let let, light lit, lose lost,
make made, mean meant, meet met, mistake mistook mistaken, outdo outdid outdone, overcome overcame, overtake overtook overtaken, pay paid, plead pled, put put, quit quit,
run ran, ring rang rung, read read, ride rode ridden, rise rose risen, say said, sing sang sung, sink sank sunk, sit sat, see saw seen, send sent, set set,
sew sewed sewn, shake shook shaken, shed shed, shine shone, shoot shot, show showed shown, shrink shrank shrunk, shut shut, sleep slept, slide slid, sling slung,
slink slunk, sell sold, seek sought, spit spat, speed sped, spell spelt, spend spent, spill spilt, split split, spoil spoilt, speak spoke spoken, spring sprang sprung,
spread spread, spin spun, steal stole stolen, stand stood, stick stuck, sting stung, stride strode, strike struck stricken, strive strove striven, swim swam swum,
sweep swept, swear swore sworn, swing swung, teach taught, think thought, throw threw thrown, tell told, take took taken, tear tore torn, tread trod trodden,
undergo underwent undergone, undertake undertook undertaken, understand understood, undo undid undone, uphold upheld, weep wept, go went gone, withdraw withdrew withdrawn,
withhold withheld, withstand withstood, wake woke woken, win won, wear wore worn, wind wound, weave wove woven, write wrote written, wring wrung
"""
STRONG_FORMS = {form: verb for row in _STRONG_VERBS.split(",") for verb, *forms in [row.split()] for form in forms}
# What somebody did.
STRONG_PASTS = frozenset(row.split()[1] for row in _STRONG_VERBS.split(","))
# What was done.
STRONG_PARTICIPLES = frozenset(row.split()[-1] for row in _STRONG_VERBS.split(","))


# SMALL WORDS

ARTICLES = frozenset(["a", "an", "the"])
DEMONSTRATIVES = frozenset(["this", "that", "these", "those"])
POSSESSIVES = frozenset(["my", "your", "his", "her", "its", "our", "their"])
DETERMINERS = (
    ARTICLES
    | DEMONSTRATIVES
    | POSSESSIVES
    | wordlist("no any some every each either neither another such whose which what")
)
PREPOSITIONS = wordlist(
    "about above across after against along amid among around as at before behind below beneath beside between beyond by "
    "despite down during except for from in inside into like near of off on onto out outside over past per since than "
    "through throughout till to toward towards under underneath until up upon via with within without including amidst "
    "amongst whilst"
)
# Those that describe a noun as often: the past week, an outside expert.
ADJECTIVAL = frozenset(["above", "inside", "like", "near", "outside", "past"])
PRONOUNS = wordlist(
    "i me you he him she it we us they them who whom myself himself herself itself themselves ourselves one"
)
# Those that stand for people and things as the subject of a clause.
SUBJECTS = frozenset(["i", "you", "he", "she", "it", "we", "they"])
BE = frozenset(["am", "is", "are", "was", "were", "be", "been", "being"])
HAVE = frozenset(["has", "have", "had", "having"])
DO = frozenset(["do", "does", "did"])
MODALS = frozenset(["will", "would", "shall", "should", "can", "could", "may", "might", "must"])
AUXILIARIES = (
    BE
    | HAVE
    | DO
    | MODALS
    | wordlist(
        "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot"
    )
)
CONJUNCTIONS = wordlist(
    "and or but nor so yet if because although though while when where whereas unless once how why whether that"
)
RELATIVE_PRONOUNS = frozenset(["who", "whom", "whose", "which", "that", "where", "when", "why"])
# What opens a clause.
CLAUSE_WORDS = CONJUNCTIONS | RELATIVE_PRONOUNS | frozenset(["after", "as", "before", "since", "than", "till", "until"])
ADVERBS = wordlist(
    "not very too so more most less least also just only even still already always never often again now then here there "
    "quite rather much well far long ever soon later today tomorrow yesterday instead however perhaps maybe almost"
)
FUNCTION = DETERMINERS | PREPOSITIONS | PRONOUNS | AUXILIARIES | CONJUNCTIONS | ADVERBS
PRONOUNS_OF = {"man": wordlist("he him his himself"), "woman": wordlist("she her hers herself")}
# Of these, names too: Will Moor, May Hill, Per Lunn.
ALSO_NAMES = frozenset(["long", "may", "per", "will"])
# The particles of verbs: take off, put up.
PARTICLES = wordlist(
    "up down out off over in on away back through around by about along under together forward aside apart"
)


# HEDGES

_ABOUT = """
about, around, some, roughly, approximately, estimated, approx, circa, virtually, somewhere around, average of
"""
_NEARLY = """
nearly, almost, just under, not quite, close to, shy of, nearing, approaching
"""
_UNDER = """
under, below, maximum, less than, fewer than, up to, as many as, as much as, at most, maximum of
"""
_OVER = """
more than, over, at least, no fewer than, no less than, not less than, just over, upwards of, minimum, minimum of, greater than, above, north of,
exceeding, beyond, well over, past, excess of, surpassing, exceeds, topped, tops, exceeded
"""
# What loosens the number behind it: each phrase with how.
HEDGES = {
    phrase.strip(): way
    for phrases, way in ((_ABOUT, "about"), (_NEARLY, "nearly"), (_UNDER, "less than"), (_OVER, "more than"))
    for phrase in phrases.replace("\n", " ").split(",")
}


# OPEN CLASSES, as far as they are needed

# The verbs that most often follow a subject in news copy, in the forms that aren't told by an ending.
VERBS = wordlist(
    "say says said tell tells told make makes made take takes took go goes went come comes came get gets got give gives "
    "gave know knows knew think thinks thought see sees saw find finds found keep keeps kept let lets put puts set sets "
    "run runs ran seem seems become becomes became begin begins began bring brings brought show shows leave leaves left "
    "feel feels felt meet meets met mean means meant lead leads led hold holds held stand stands stood lose loses lost "
    "pay pays paid sit sits sat speak speaks spoke lie lies grow grows grew fall falls fell send sends sent build builds "
    "built spend spends spent cut cuts rise rises rose drive drives drove buy buys bought wear wears wore choose chooses "
    "chose hit hits win wins won break breaks broke remain remains appear appears want wants need needs allow allows "
    "include includes continue continues help helps try tries happen happens provide provides require requires"
)
_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth jump jumps jumped jumping gain "
    "gains gained gaining higher more up climb climbs climbed climbing soar soars soared soaring surge surges surged surging swell swelled "
    "expand expanded expansion boost boosted hike hiked leap leapt leaped upped uptick bump spike spiked advance advanced add added dearer bigger larger"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline declines declined declining "
    "reduce reduced reducing reduction cut cuts cutting lower fewer less down slump slumped slumping plunge plunged plunging shrink shrank shrunk "
    "shrinking loss lose lost dip dipped slide slid slash slashed tumble tumbled sink sank sunk contract contracted plummet plummeted dive cheaper smaller"
)
# Each word with 1 for up, -1 for down.
DIRECTIONS = dict.fromkeys(_UP.split(), 1) | dict.fromkeys(_DOWN.split(), -1)

# What tells of a time other than the one that the copy is about, as a part of a pattern.
ANOTHER_TIME = (
    r"last (?:time|year|month|week|season|quarter)|(?:years?|months?|fortnights?|weeks?|days?|elections?) (?:ago|earlier|before)"
    r"|in (?:19|20)\d\d|previous(?:ly)?|at the time"
)
