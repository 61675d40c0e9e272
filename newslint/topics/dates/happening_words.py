"""Words of happenings: the nouns and the verbs by which copy tells one thing that happens once, or once a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from newslint.startup.expressions import compiled


class Happening(NamedTuple):
    """The words for one thing that happens: its nouns, its verbs, its verbs in the passive.

    `thing` are words for what it must happen to, where the verb says too little (what leaves: a boat, a train);
    `alone` says that a story has but one of it, whatever else the clause names, and `daily` that years have one each.
    """

    nouns: str = ""
    verbs: str = ""
    passive: str = ""
    thing: str = ""
    alone: bool = False
    daily: bool = False


_VESSELS = (
    "ferr(?:y|ies)|boats?|ships?|trains?|bus(?:es)?|coach(?:es)?|trams?|flights?|planes?|jets?|aircraft|service|steamers?|launch|"
    "vessels?|minibus|shuttle|sailing|crossing|convoy|procession|march|parade|hovercraft|catamaran|helicopter|lifeboat"
)
_ALARMS = "warnings?|orders?|ordered|alerts?|alarms?|advisor(?:y|ies)|notices?|evacuations?|mayday|all-clear|curfew|appeal|statement|text|message"
_ENTRIES = (
    "submissions?|entries|entry|applications?|nominations?|consultation|comments?|comment period|voting|ballot|polls?|polling|registrations?|"
    "bids?|tenders?|bidding|auction|bookings?|sale|orders|window|call|petition|survey|exhibition|show|inquiry|review|objections|appeals?|claims|"
    "amnesty|competition|contest|draw|offer|enrolment|enrollment|sign-ups?|subscriptions?"
)
_STRIKERS = "lightning|bolt|strike|earthquake|quake|tremor|tornado|twister|cyclone|hurricane|typhoon|storm|tsunami|wave|squall|meteorite|disaster|avalanche|iceberg"
_RESPONDERS = (
    "engines?|crews?|firefighters?|fire trucks?|fire brigade|brigade|officers?|police|paramedics?|ambulances?|medics?|lifeboat|helicopter|deputies|"
    "troopers?|constables?|rescuers|divers|detectives|coastguard|coast guard|emergency services|rescue team"
)
_POWER = "power|lights?|electricity|current|supply|signal|phones|network|website|line"
_SICK = "(?:fever|symptoms|rash|cough|headache|pneumonia|infection)"
HAPPENINGS = {
    "high tide": Happening("high (?:water|tide)", alone=True),
    "low tide": Happening("low (?:water|tide)", alone=True),
    "sunrise": Happening("sunrise|sun-up|dawn", "sun (?:rises|rose|comes up|came up)"),
    "sunset": Happening("sunset|sundown", "sun (?:sets|set|goes down|went down)"),
    "kick-off": Happening(
        "kick-?offs?|tip-?off|throw-?in|bully-off|push-?back|first pitch|opening whistle", "kick(?:s|ed) off|tip(?:s|ped) off", alone=True
    ),
    "illness": Happening(
        "onset", rf"fell ill|fell sick|took ill|(?:became|got) (?:ill|sick)|developed (?:an? |the )?{_SICK}|beg[au]n (?:running|to run) a (?:fever|temperature)|showed symptoms",
        "taken ill|infected",
    ),
    "liftoff": Happening("lift-?off|blast-?off|take-?off", "lift(?:s|ed) off|blast(?:s|ed) off|(?:takes|took) off"),
    "touchdown": Happening("splashdown|touchdown", "splash(?:es|ed) down|touche[sd] down"),
    "outage": Happening("outage|blackout|power cut|power failure", "went (?:out|off|down)|failed|tripped", "cut off|cut|lost", thing=_POWER),
    "alarm": Happening(
        "", "issue[sd]?|went out|goes out|put out|sent(?: out)?|declared?|gave|given|raised|upgraded|triggered|ordered|announced|sounded|went off|rang",
        thing=_ALARMS,
    ),
    "call": Happening("(?:emergency|999|911|000|111|first|distress) call|callout|call-out", "call(?:s)? (?:came|went|comes) in"),
    "dispatch": Happening("", "responded", "called(?: out| in)?|sent(?: out)?|alerted|scrambled|dispatched|summoned", thing=_RESPONDERS),
    "response": Happening("", "arrive[sd]?|rolled up|pulled up|got there|turned up|reached|(?:was|were) (?:there|on the scene|on scene)", thing=_RESPONDERS),
    "final whistle": Happening("final whistle|full-time|full time"),
    "departure": Happening(
        "departure|sailing|crossing", "lea(?:ves?|ving)|left|depart(?:s|ed)?|sail(?:s|ed)?|went|goes|sets? (?:off|out|sail)|pull(?:s|ed) out|runs?",
        thing=_VESSELS,
    ),
    "arrival": Happening("arrival", "arrive[sd]?|land(?:s|ed)?|dock(?:s|ed)?|berth(?:s|ed)?|gets? in|got in|pull(?:s|ed) in", thing=_VESSELS),
    "blast": Happening("explosion|blast|detonation|eruption", "explode[sd]?|blew up|went off|erupt(?:s|ed)?|detonated"),
    "crash": Happening("crash|collision|derailment|smash|pile-up|accident", "crash(?:es|ed)|collided?|derailed|overturned|capsized"),
    "fire": Happening("fire|blaze|inferno", "(?:fire|blaze|flames) (?:broke out|started|began|took hold)"),
    "under control": Happening("", "", "out|brought under control|put out|extinguished", thing="fire|blaze|flames|inferno"),
    "strike": Happening("strike", "struck|strikes|hit|hits|shook|made landfall", thing=_STRIKERS),
    "crest": Happening("crest|peak", "crest(?:s|ed)?|peak(?:s|ed)?", thing="river|flood|water|waters|lake|level|levels|reservoir"),
    "collapse": Happening("collapse|cave-in", "collapse[sd]?|caved in|gave way|fell down|came down"),
    "shooting": Happening("shooting|stabbing|attack|assault|murder|killing", "", "shot|stabbed|attacked|assaulted|murdered|killed"),
    "robbery": Happening("robbery|raid|burglary|break-in|heist|theft", "", "robbed|raided|burgled|burglari[sz]ed|stolen|broken into"),
    "rescue": Happening("rescue", "", "rescued|winched|airlifted|pulled out|freed"),
    "last seen": Happening("last sighting", "", "last seen|reported missing"),
    "arrest": Happening("arrest", "taken into custody", "arrested|detained"),
    "charge": Happening("", "", "charged|indicted"),
    "verdict": Happening("verdict|conviction|acquittal", "jury (?:returned|came back)", "convicted|found guilty|acquitted|cleared"),
    "sentence": Happening("sentencing", "", "sentenced|jailed|imprisoned"),
    "suit": Happening("suit|lawsuit", "sued|filed (?:suit|(?:the|a|its|his|her) (?:suit|lawsuit|claim|complaint))", "sued"),
    "declaration": Happening("declaration", "(?:came|come) through|came in", "declared|announced|read out", thing="results?|figures|winner|declaration|seat|count"),
    "reading": Happening("(?:first|second|third|final|last) reading", alone=True),
    "meeting": Happening("meeting|session|sitting|hearing", "convene[sd]?", daily=True),
    "vote": Happening("vote|ballot|referendum|poll", daily=True),
    "strike ballot": Happening("walkout|stoppage", "walk(?:ed)? out|downed tools"),
    "wedding": Happening("wedding|marriage", "married|wed", "married|wed"),
    "funeral": Happening("funeral|burial|cremation", "", "buried|cremated"),
    "swearing-in": Happening(
        "mayor-making|inauguration|swearing-in|coronation|installation|investiture|enthronement", "takes? office|took office",
        "installed|sworn in|inaugurated|crowned|enthroned", alone=True,
    ),
    "publication": Happening("publication", "published|came out|comes? out|appear(?:s|ed)|went on sale|goes on sale|hits? the shelves", "published|released|issued"),
    "opening": Happening(
        "opening|launch|premiere|debut|unveiling|reopening", "(?:re)?open(?:s|ed)?|launche[sd]|premiere[sd]|debut(?:s|ed)", "(?:re)?opened|launched|unveiled"
    ),
    "closing": Happening(
        "deadline|closing date|cut-off", "close[sd]?|expire[sd]?|shuts?|ends?|ended|falls?|fell", "due|returned|received|handed in", thing=_ENTRIES
    ),
    "closure": Happening("closure|shutdown", "close[sd]?|shut|folded", "closed|shut|sealed off|cordoned off|blocked"),
    "founding": Happening(
        "founding|first meeting|first rehearsal|first performance", "founded|established|set up|(?:started|began|formed|created) (?:the|her|his|their|its)",
        "founded|established|formed|set up|started|created|begun",
    ),
    "building": Happening("building|construction", "built|went up", "built|completed|finished|erected|constructed"),
    "demolition": Happening("demolition", "came down", "demolished|pulled down|torn down|razed|knocked down"),
    "discovery": Happening("discovery|find", "discovered|unearthed|dug up|came across", "discovered|found|unearthed|dug up"),
    "purchase": Happening("purchase|takeover|acquisition", "bought|acquired|took over|purchased", "bought|acquired|taken over|purchased|sold"),
    "outbreak": Happening("outbreak|first case"),
    "joining": Happening("", "join(?:s|ed|ing)|sign(?:s|ed) for"),
    "graduation": Happening("graduation|first degree|bachelor[’']s degree", "graduated"),
    "doctorate": Happening("doctorate|doctoral degree|phd|dphil"),
    "divorce": Happening("divorce|separation", "divorced|separated", "divorced"),
    "resignation": Happening("resignation", "resign(?:s|ed)|stepped down|stood down|quit"),
    "retirement": Happening("retirement", "retire[sd]?|retiring"),
    "appointment": Happening("appointment", "became", "appointed|named|hired|elected|ordained|promoted"),
    "victory": Happening("victory|triumph|win", daily=True),
    "signing": Happening("signing", "signed", "signed"),
    "ruling": Happening("ruling|judgment|judgement|decision", "ruled", daily=True),
    "talks": Happening("talks|summit|conference|congress", daily=True),
    "gathering": Happening("concert|vigil|rally|march|parade|protest|festival|fair|fete|gala|carnival|ceremony|auction|trial|inquest|lecture|service|match|race|final|derby|election|by-election", daily=True),
    "death": Happening("death", "died|passed away", "pronounced dead"),
    "start": Happening("start|beginning", "start(?:s|ed)?|beg[iau]ns?|(?:gets?|got) under ?way|commence[sd]?|(?:takes?|took) place", "held|due|set|scheduled|at|on", daily=True),
    "end": Happening("finish", "end(?:s|ed)?|finish(?:es|ed)?|conclude[sd]?", daily=True),
}  # fmt: skip
_BE = r"(?:is|are|was|were|be|been|being|gets?|got)(?: (?:first|finally|formally|officially|later|\w+ly))?"


@cache
def happening_words() -> re.Pattern[str]:
    """Whatever says that something happens, in lower case and by first letters, so that the matcher looks at few forms, and is quick."""
    begun: dict[str, list[str]] = {}
    for happening in HAPPENINGS.values():
        for form in _spread(f"{happening.nouns}|{happening.verbs}"):
            begun.setdefault(form[0], []).append(form[1:])
    letters = [f"{first}(?:{'|'.join(rest)})" for first, rest in begun.items()]
    passive = "|".join(happening.passive for happening in HAPPENINGS.values() if happening.passive)
    return compiled(rf"\b(?:{'|'.join(letters)}|{_BE} (?:{passive}))\b(?![’'-])")


def _spread(forms: str) -> Iterator[str]:
    """Each of the alternatives in `forms`, and each word that one of them can begin with by itself: (?:gets?|got) in."""
    for form in filter(None, compiled(_APART).split(forms)):
        begun = compiled(r"\(\?:([^()]*)\)(\??)(.*)").fullmatch(form)
        if begun is None:
            yield form
        else:
            yield from (word + begun[3] for word in (*begun[1].split("|"), *("",) * len(begun[2])))


@lru_cache(maxsize=4096)
def told_by(words: str) -> tuple[str, ...]:
    """The names of the happenings that `words` may tell."""
    begun = words[:2]
    forms = ((name, _forms(happening)) for name, happening in HAPPENINGS.items())
    # For speed: a form that doesn't hold the first letters isn't compiled.
    return tuple(name for name, form in forms if begun in form and compiled(f"(?i)(?:{form})").fullmatch(words))


@lru_cache(maxsize=4096)
def is_noun(name: str, words: str) -> bool:
    """Whether `words` are a noun for the happening called `name`."""
    nouns = HAPPENINGS[name].nouns
    return bool(nouns) and compiled(rf"(?i)(?:{nouns})").fullmatch(words) is not None


@cache
def thing_of(name: str) -> re.Pattern[str] | None:
    """What must be named where the happening called `name` is told; None where its words are enough."""
    thing = HAPPENINGS[name].thing
    return compiled(rf"(?i)\b(?:{thing})\b") if thing else None


# What parts alternatives, but not those in a group.
_APART = r"\|(?![^()]*(?:\([^()]*\)[^()]*)*\))"


def _forms(happening: Happening) -> str:
    passive = f"{_BE} (?:{happening.passive})" if happening.passive else ""
    return "|".join(filter(None, (happening.nouns, passive, happening.verbs)))
