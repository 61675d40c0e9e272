"""A word with a stray space in it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, check
from newslint.text.ownership import is_out_of_setting
from newslint.topics.draft.split_words import splits


@check
class SplitWord:
    """Finds two neighbours that are no words, or not both, and one word together: appr opriated. `allowed` stay."""

    allowed: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        for span, meant, sure in splits(document):
            if document[span] not in self.allowed and not is_out_of_setting(document, span):
                yield Hit(span, {"meant": meant}, (), (Change(span, meant),), sure)


_: type[Check] = SplitWord
