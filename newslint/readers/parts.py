"""A draft as questions: one, or, where it's long, overlapping parts that share its head and its cast."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.readers.protocol import Passage, Question
from newslint.story.people import people

# So many people of a story are named to each part.
_CAST = 60


def questions(document: Document, letters: int) -> tuple[Question, ...]:
    """What is asked of a draft: questions with up to `letters` letters of copy each."""
    blocks = [Passage(number, block.role.value, document[block.span]) for number, block in enumerate(document.copy, 1)]
    if sum(len(passage.text) for passage in blocks) <= letters:
        return (Question(tuple(blocks)),) if blocks else ()
    head = tuple(_head(blocks, letters // 4))
    room = letters - sum(len(passage.text) for passage in head)
    rest = [piece for passage in blocks[len(head) :] for piece in _pieces(passage, room // 2)]
    parts = list(_parts(rest, room))
    cast = tuple(dict.fromkeys(f"{person.given} {person.surname}" for person in people(document) if person.given))
    return tuple(Question((*head, *part), cast[:_CAST], number, len(parts)) for number, part in enumerate(parts, 1))


def _head(blocks: list[Passage], letters: int) -> Iterator[Passage]:
    """The first blocks up to the first paragraph, as many as go into `letters`."""
    for passage in blocks:
        letters -= len(passage.text)
        if letters < 0:
            return
        yield passage
        if passage.role == Role.PARAGRAPH.value:
            return


def _pieces(passage: Passage, letters: int) -> Iterator[Passage]:
    """The passage, cut at white space where it's longer than `letters`."""
    text, start = passage.text, 0
    while len(text) - start > letters:
        space = text.rfind(" ", start + 1, start + letters + 1)
        end = space + 1 if space > 0 else start + letters
        yield passage._replace(text=text[start:end])
        start = end
    yield passage._replace(text=text[start:])


def _parts(pieces: list[Passage], room: int) -> Iterator[tuple[Passage, ...]]:
    """So many pieces together as go into `room`; each part begins with the last piece of the one before."""
    part: list[Passage] = []
    filled = 0
    for piece in pieces:
        if part and filled + len(piece.text) > room:
            yield tuple(part)
            part = part[-1:]
            filled = len(part[0].text)
        part.append(piece)
        filled += len(piece.text)
    if part:
        yield tuple(part)
