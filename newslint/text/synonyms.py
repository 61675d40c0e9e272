"""Synonyms: everyday words that stand for each other when somebody's remark is put down from memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

# Each row is one meaning; the forms of a verb are made from its base, but for the irregular ones, which are listed.
_ROWS = """
able can could; must ought should need; begin began begun start; stop quit cease halt finish; keep kept hold held retain; buy bought purchase; get got gain obtain receive
give gave given hand; take took taken; steal stole stolen rob thieve pinch; look check glance peer; see saw seen spot; hear heard listen; speak spoke spoken talk; tell told inform
think thought believe reckon suppose; know knew known; want wish desire; like enjoy; hate loathe detest; love adore; fear dread; hope trust; try tried attempt
build built construct erect; break broke broken smash shatter; mend repair fix; close shut; open; lose lost; find found discover; win won triumph; beat defeat; choose chose chosen pick select
pay paid; spend spent; cost; sell sold; send sent dispatch; bring brought fetch; carry carried haul lug; pull drag tug; push shove; throw threw thrown toss hurl fling chuck; fall fell fallen drop tumble
run ran race sprint; walk stroll trudge; go went gone leave left depart; come came arrive; stay remain; return; wait; stand stood; sit sat; sleep slept; wake woke awake; die died dead perish; kill slay; live
grow grew grown; change alter; help aid assist; hurt harm injure; save rescue; let allow permit; forbid ban prohibit; ask; answer reply respond; show shown reveal; hide hid hidden conceal; learn learnt
teach taught; laugh chuckle; cry cried weep wept sob; shout yell scream; work toil labour labor; play; fight fought battle; eat ate eaten; drink drank drunk; cook; wash clean; burn burnt; cut; dig dug; ring rang phone call telephone
lift raise hoist; unveil uncover; score net; block; launch; plant sow; happen occur; seem appear; turn; move shift; fill; empty; count; measure; deserve; promise pledge vow; refuse decline; agree; lie lied fib; cheat con swindle fool trick; blame; forget forgot forgotten; remember recall
big large huge great enormous; small little tiny; good fine decent; bad poor awful terrible; quick fast rapid swift; slow; old ancient elderly; new fresh; young; hot warm; cold chilly freezing; wet damp soaked; dry; hard tough difficult; easy simple
happy glad pleased delighted; sad unhappy sorry miserable; angry mad furious cross livid; afraid scared frightened; tired weary exhausted; careful cautious prudent wary; careless reckless; brave courageous; clever smart bright; stupid daft foolish silly
rich wealthy; poor broke; cheap; dear expensive costly; full; strange odd weird peculiar; funny amusing; quiet silent hush; loud noisy; noise sound racket din; dark; light lit ignite kindle; right correct; wrong mistaken; true; whole entire; enough sufficient; alone lonely; famous celebrated known
blind sightless; deaf; ill sick unwell poorly; well healthy; beautiful lovely pretty; ugly; clean; dirty filthy grubby; safe; dangerous risky; strange; patient; honest truthful; fair just; proud; certain sure
person people folk folks somebody someone anybody anyone everybody everyone nobody; man bloke fellow chap guy lad; woman lady; child children kid youngster; boy; girl lass; baby infant; friend mate pal; neighbour neighbor; boss chief; mother mum mom mam; father dad; husband; wife
house home dwelling; room; garden yard; town city village; street road lane avenue; shop store; pub bar inn; school; church chapel; hospital infirmary; farm; field meadow paddock; hill; mountain; river stream; creek brook; sea ocean; lake; boat ship vessel; car vehicle motor; lorry truck; bus coach; train; plane aircraft; bike bicycle
money cash; job post; company business firm; law; rule; story tale; word; answer; question; problem trouble difficulty; mistake error blunder; chance opportunity; reason; idea notion; plan scheme; way; thing something anything; part; piece bit slice; end; beginning; side; place spot; time; day; night; year; week
drug medicine medication; doctor physician; sheet blanket; cup mug; plate dish; bag sack; box crate; rope cord; knife blade; cloth fabric; coat jacket; dog hound; cat; cow cattle; sheep; horse pony; rubbish trash garbage litter; petrol gas fuel; holiday vacation; film movie picture; letter note; book; paper; stone rock; wood timber; fire blaze; rain; wind; storm gale; snow
always forever; never; often frequently; sometimes occasionally; again; also too; only just merely simply; almost nearly; perhaps maybe; very really truly; still; already; soon shortly; now; then; here; there; together; away; back; precaution care; gave given; near nearby beside; across over; before; after; if whether; because since; while whilst; until till; about around; under beneath below; above; through; without
hardly barely scarcely; rather; quite; ever; nothing; everything all; every each; many lots plenty; few; more; most; less; half; double twice; once; first; last final
"""
_VOWELS = frozenset("aeiou")


@cache
def _meanings() -> Mapping[str, str]:
    """The first word of the row in which a word stands first."""
    rows = [row.split() for line in _ROWS.strip().splitlines() for row in line.split(";")]
    return {word: row[0] for row in reversed(rows) for word in row}


def _bases(form: str) -> Iterator[str]:
    """What a regular form of a verb or noun can be made of (robs, robbed, robbing: rob), and more that it can't."""
    if form[-1:] == "s":
        yield from (form[:-1], form[:-2], f"{form[:-3]}y")
        return
    stem = form.removesuffix("ing").removesuffix("ed")
    if stem != form:
        yield from (stem, f"{stem}e", stem[:-1])


def _forms(word: str) -> Iterator[str]:
    """The regular forms of a verb or noun: robs, robbed, robbing."""
    stem = word.removesuffix("e")
    if word[-1] not in _VOWELS and word[-2:-1] in _VOWELS and word[-1] not in "wxy" and len(word) < 5:
        stem = word + word[-1]
    plural = word[:-1] + "ies" if word[-1] == "y" and word[-2:-1] not in _VOWELS else word + "s"
    yield from (plural, word + "es", stem + "ed", stem + "ing")


def meaning(word: str) -> str:
    """A word that stands for all those that mean the same; the word itself where none is known."""
    known = _meanings()
    if word in known:
        return known[word]
    return next((known[base] for base in _bases(word) if base in known and word in _forms(base)), word)
