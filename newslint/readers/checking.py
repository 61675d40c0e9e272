"""Rows held against the draft: what stands in it is kept, all else dropped with a reason that can be counted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from newslint.document import Document
from newslint.readers.places import Plain, plain
from newslint.readers.protocol import Answer, Claim
from newslint.readers.reckoning import misreckoned
from newslint.readers.told import Told
from newslint.source import Span
from newslint.startup.row import Row

# So many places of the same words in one block are tried for a pair that doesn't overlap.
_TRIED = 8


class Dropped(Row):
    """A row that was dropped, where it was one, and why."""

    claim: Claim | None
    reason: str


class Checked(Row):
    """What came of the rows of some answers, in their order."""

    kept: tuple[Told, ...]
    dropped: tuple[Dropped, ...]


def checked(answers: Iterable[Answer], document: Document, name: str) -> Checked:
    """What stands in `document` of what the reader called `name` answered, of one draft's parts altogether."""
    blocks: dict[int, Plain] = {}
    kept: dict[tuple[str, frozenset[Span]], Told] = {}
    dropped: list[Dropped] = []
    for given in answers:
        reader = f"{name} ({given.reader})" if given.reader else name
        dropped += [Dropped(None, reason) for reason in given.odd]
        for claim in given.claims:
            found = _found(claim, document, blocks, reader)
            if isinstance(found, str):
                dropped.append(Dropped(claim, found))
            elif (key := (found.kind, frozenset((found.span, found.other)))) in kept:
                dropped.append(Dropped(claim, "told twice"))
            else:
                kept[key] = found
    return Checked(tuple(kept.values()), tuple(dropped))


def _found(claim: Claim, document: Document, blocks: dict[int, Plain], reader: str) -> Told | str:
    """The claim with its places in the draft, or why it's dropped."""
    if not all(1 <= number <= len(document.copy) for number in (claim.block, claim.other_block)):
        return "in no block of the draft"
    first = _places(claim.block, claim.words, document, blocks)
    second = _places(claim.other_block, claim.other, document, blocks)
    if not (first and second):
        return "words that aren't in the block"
    pair = next(((a, b) for a in first for b in second if not a.meets(b)), None)
    if pair is None:
        return "both places are one"
    return misreckoned(claim, document) or Told(claim.kind, *pair, claim.why, reader)


def _places(number: int, words: str, document: Document, blocks: dict[int, Plain]) -> list[Span]:
    if number not in blocks:
        block = document.copy[number - 1]
        blocks[number] = plain(document[block.span], block.start)
    return list(islice(blocks[number].places(words), _TRIED))
