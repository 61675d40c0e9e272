from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.captions.captions import captions


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("Ann Hill on the pier. Photograph: Jo Ellis/Reuters", "Ann Hill on the pier.", "Photograph: Jo Ellis/Reuters"),
        ("Ann Hill on the pier. (Jo Ellis/Reuters)", "Ann Hill on the pier.", "(Jo Ellis/Reuters)"),
        ("Photo: Ann Hill speaks at the pier from time to time", "Ann Hill speaks at the pier from time to time", ""),
        ("Image caption Ann Hill opened the pier", "Ann Hill opened the pier", ""),
        ("Caption: The pier at dusk. Jo Ellis/Coast Press", "The pier at dusk.", "Jo Ellis/Coast Press"),
        (
            "Caption: The pier at dusk. J. Ellis / Coast Press Agency",
            "The pier at dusk.",
            "J. Ellis / Coast Press Agency",
        ),
        (
            "Caption: A scene from the film. Courtesy of Coast Films",
            "A scene from the film.",
            "Courtesy of Coast Films",
        ),
        ("Caption: The pier and/or the café at dusk", "The pier and/or the café at dusk", ""),
    ],
)
def test_words_and_credit(line: str, words: str, credit: str, built_in: Registry) -> None:
    read = document(f"Mayor opens the pier\n\nThe pier opened.\n\n{line}\n\nIt was shut.", built_in)
    (caption,) = captions(read)
    assert read[caption.span] == words
    assert read[caption.credit] == credit
