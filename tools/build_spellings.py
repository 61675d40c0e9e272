"""Make newslint/data/spellings.txt from public word lists. Run it only to renew the file; its result is committed.

    pip install breame
    python tools/build_spellings.py SCOWL_FOLDER

SCOWL_FOLDER holds SCOWL's lists by class and size (british-words.35, …), as Debian's package `scowl` lays them out.
SCOWL says which words are written so in one variety alone; breame and the regular differences below say which
word of one variety is which of the other. Variants within a variety stand in spelling_variants.txt, beside this file.
newslint/data/NOTICES.md names each list's authors and licence.
"""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Iterator

DATA = pathlib.Path(__file__).resolve().parent.parent / "newslint" / "data"
VARIANTS = pathlib.Path(__file__).resolve().parent / "spelling_variants.txt"
COMMONEST = 60  # the size of SCOWL's lists up to which a word is taken
DIFFERENCES = [
    ("our", "or"), ("tre", "ter"), ("tred", "tered"), ("tring", "tering"), ("bre", "ber"), ("is", "iz"), ("ys", "yz"),
    ("ll", "l"), ("l", "ll"), ("ae", "e"), ("oe", "e"), ("ence", "ense"), ("sc", "sk"), ("ey", "ay"), ("ph", "f"),
    ("tt", "t"), ("c", "s"), ("pp", "p"),
]  # fmt: skip
# Pairs of which one or both have another sense as well; where the British form alone tells, the American is common English.
BRITISH_ALONE = {
    "programme": "program", "programmes": "programs", "tyre": "tire", "tyres": "tires", "kerb": "curb", "kerbs": "curbs",
    "metre": "meter", "metres": "meters", "licence": "license", "licences": "licenses", "practise": "practice",
    "practises": "practices", "storey": "story", "storeys": "stories",
    "cheque": "check", "cheques": "checks", "draught": "draft", "draughts": "drafts", "gaol": "jail", "maths": "math",
}  # fmt: skip
AMERICAN_ALONE = {
    "axe": "ax", "cancellation": "cancelation", "cancellations": "cancelations", "catalogue": "catalog",
    "catalogued": "cataloged", "catalogues": "catalogs", "cataloguing": "cataloging",
}  # fmt: skip
# Pairs that no list of words in one variety alone tells.
FURTHER = {
    "mum": "mom", "mums": "moms", "kerbside": "curbside", "liquorice": "licorice", "pummelled": "pummeled",
}  # fmt: skip
# Look-alikes that the differences join wrongly, and words that are at home in both varieties.
NEVER = frozenset(
    "lustring hale furore furores gybe gybed gybes gybing flyer flyers mitred goey loesses vetoer shoer reshoes claroes "
    "mantoes storeyed groyne groynes cree saltires gramme grammes tonne tonnes analyses slyer slyest instal instals "
    "snowshoed snowploughs cardiae matres novenae oecus patinae trabeculae manilla pummelling manilla tularaemia "
    "briar pummelled tranquilly tarrier skis dis prised prising".split()
)


def scowl(folder: pathlib.Path, variety: str) -> set[str]:
    files = (file for file in folder.glob(f"{variety}-words.*") if int(file.suffix[1:]) <= COMMONEST)
    words = (word.lower() for file in files for word in file.read_text("latin-1").split())
    return {word for word in words if word.isascii() and word.isalpha()}


def changed(word: str) -> Iterator[str]:
    """Every spelling that one of the regular differences makes of `word`, made once or twice."""
    for british, american in DIFFERENCES:
        at = word.find(british)
        while at >= 0:
            once = word[:at] + american + word[at + len(british) :]
            yield once
            again = once.find(british, at + len(american))
            if again >= 0:
                yield once[:again] + american + once[again + len(british) :]
            at = word.find(british, at + 1)


def varieties(folder: pathlib.Path) -> dict[str, str]:
    """British spelling -> American spelling, each of them written in its own variety alone."""
    from breame.data.spelling_constants import BRITISH_ENGLISH_SPELLINGS

    british, american, common = (scowl(folder, name) for name in ("british", "american", "english"))
    british, american = british - american - common, american - british - common
    pairs = {
        "practised": "practiced",
        "practising": "practicing",
        "snowploughs": "snowplows",
        "cosy": "cozy",
        **FURTHER,
    }
    for word in sorted(british - NEVER - pairs.keys()):
        if BRITISH_ENGLISH_SPELLINGS.get(word) in american:
            pairs[word] = BRITISH_ENGLISH_SPELLINGS[word]
        else:
            found = next((other for other in changed(word) if other in american), None)
            if found:
                pairs[word] = found
    return pairs


def variants() -> list[list[tuple[str, ...]]]:
    """Families of words that are spelled in several ways within one variety: each a row of spellings for every ending."""
    families = []
    for line in VARIANTS.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        family = []
        for member in line.split("|"):
            spellings, _, endings = member.partition(":")
            family += [tuple(word + ending for word in spellings.split()) for ending in ("", *endings.split())]
        families.append(family)
    return families


def is_ize(british: str, american: str) -> bool:
    """Whether the pair is of -ise and -ize (and their forms), which British publishers write both."""
    return british != american and british == american.replace("iz", "is")


def build(folder: pathlib.Path) -> str:
    """Sections parted by an empty line: a name, then a line a group of spellings."""
    families = variants()
    taken = {word.lower() for family in families for row in family for word in row}
    pairs = {
        b: a
        for b, a in varieties(folder).items()
        if b not in taken and b not in BRITISH_ALONE and b not in AMERICAN_ALONE
    }
    sections = {
        "variety": [pair for pair in pairs.items() if not is_ize(*pair)],
        "ise": [pair for pair in pairs.items() if is_ize(*pair)],
        "british": list(BRITISH_ALONE.items()),
        "american": list(AMERICAN_ALONE.items()),
        "variants": [" | ".join(" ".join(row) for row in family).split() for family in families],
    }
    return "\n\n".join("\n".join([name, *(" ".join(row) for row in rows)]) for name, rows in sections.items()) + "\n"


if __name__ == "__main__":
    (DATA / "spellings.txt").write_text(build(pathlib.Path(sys.argv[1])), "ascii")
