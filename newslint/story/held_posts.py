"""Held posts: everyone with the posts that the copy gives them, beside their name or where a pronoun takes them up."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.antecedents import may_be_told_of, taken_up
from newslint.story.people import Person, people
from newslint.story.posts import Post, post_ahead, posts_of
from newslint.story.references import Reference, references_within
from newslint.text.sentences import Sentence, sentences

_ARTICLE = r"(?P<article>the|an?|its|his|her|their|(?:the )?[\w’'-]+['’]s?)"
# “She is the head of the trust.”
_IS = compiled(rf"(?P<who>He|She) (?:is|remains) (?:also |now )?(?:{_ARTICLE} )?")
# “As the trust’s head, she told the nurses”
_AS = compiled(rf"As (?:{_ARTICLE} )?")
_LEADS = {"is": _IS, "as": _AS}
_FORMS = {"He ": "is", "She": "is", "As ": "as"}  # by the first three letters of a sentence
_WHO_IS_SO = compiled(r"(?:(?! s?he\b)[^,.;:“”\"]){0,80},? (?P<who>he|she)\b")


@analysis
def held(document: Document) -> tuple[tuple[Person, tuple[Post, ...]], ...]:
    """Everyone with the posts that the copy gives them, in order; those without one are left out."""
    own = {number: posts_of(document, person) for number, person in enumerate(people(document))}
    for number, post in _of_pronouns(document):
        own[number].append(post)
    rows = ((people(document)[number], tuple(sorted(posts, key=_place))) for number, posts in own.items())
    return tuple((person, posts) for person, posts in rows if posts)


def _place(post: Post) -> Span:
    return post.place


def _of_pronouns(document: Document) -> Iterator[tuple[int, Post]]:
    """The posts of whom a pronoun takes up, each with the number of its holder in `people`."""
    text = document.text
    for sentence in sentences(document):
        form = _FORMS.get(text[sentence.start : sentence.start + 3], "")
        lead = _LEADS[form].match(text, *sentence) if form else None
        post = post_ahead(document, None, lead, sentence.end, form) if lead else None
        if lead is None or post is None:
            continue
        who = lead if form == "is" else _WHO_IS_SO.match(text, post.place.end, sentence.end)
        number = _meant(document, sentence, who["who"].lower()) if who else None
        if who and number is not None:
            surname = people(document)[number].surname
            pronoun = Reference(Span(*who.span("who")), (), (), surname, Role.PARAGRAPH, titled=False)
            yield number, post._replace(holder=pronoun)


def _meant(document: Document, sentence: Sentence, pronoun: str) -> int | None:
    """The number in `people` of whom a pronoun takes up, where the paragraph names nobody else before who may be meant."""
    number, block = taken_up(document, sentence, pronoun), document.block_at(sentence.start)
    if number is None or block is None:
        return None
    own = people(document)[number].surname
    named = references_within(document, Span(block.start, sentence.start))
    others = (each for each in named if each.surname != own and may_be_told_of(document, each, pronoun))
    return None if any(others) else number
