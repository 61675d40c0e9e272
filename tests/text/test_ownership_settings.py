"""Places where a form is no slip of the writer's."""

import pytest

from newslint.document import Document
from newslint.source import Span
from newslint.text.ownership import is_out_of_setting


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("An earlier version misspelled his name as Lunnn.", True),
        ("“Ich habe gestern den Lunnn gesehen und gelacht,” she said.", True),
        ("Correction: his name is Lunn, not Lunnn.", True),
        ("Clarifications and corrections: his name is Lunn, not Lunnn.", True),
        ("Her speech had a correction: the first to swim was Lunnn.", False),
        ("We saw the old Lunnn on the bridge and laughed about it.", False),
        ("Lunnn", False),
    ],
)
def test_foreign_words_and_corrections(text: str, out: bool) -> None:
    start = text.index("Lunnn")
    assert is_out_of_setting(Document.of(text), Span(start, start + 5)) is out
