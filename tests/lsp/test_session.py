"""What a session does with texts that are outdated before anything is known of them."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from newslint.desk.drafts import Choice
from newslint.desk.run import Desk
from newslint.errors import ConfigError
from newslint.lsp.drafts import Draft
from newslint.lsp.linting import Judgement
from newslint.lsp.session import Session


class Slow:
    """A desk's configuration that takes a while to read, and then has a mistake."""

    def __init__(self, mistake: Exception) -> None:
        self.mistake = mistake

    def of(self, draft: str | Path) -> Desk:
        time.sleep(0.3)
        raise self.mistake

    def choice(self, folder: Path) -> Choice:
        raise AssertionError


def outdated_while_read(mistake: Exception, tmp_path: Path) -> tuple[list[Judgement], list[str]]:
    """What is shown and told of a draft that changes while its configuration is read."""
    shown: list[Judgement] = []
    told: list[str] = []

    async def session() -> None:
        made = Session(lambda: Slow(mistake), shown.append, told.append, 60)
        made.take_up(Draft("untitled:a", "plaintext", 1, "One.", tmp_path))
        await asyncio.sleep(0.1)
        made.change("untitled:a", 2, "Two.")
        await made.newest("untitled:a")
        made.end()

    asyncio.run(session())
    return shown, told


def test_what_goes_wrong_with_an_outdated_text_is_not_told(tmp_path: Path) -> None:
    shown, told = outdated_while_read(ConfigError("is broken"), tmp_path)
    assert [(each.draft.version, str(each.problem)) for each in shown] == [(2, "is broken")]
    assert told == []


def test_a_mistake_of_newslints_own_is_told_once_and_ends_no_session(tmp_path: Path) -> None:
    shown, told = outdated_while_read(ZeroDivisionError("by none"), tmp_path)
    assert [(each.draft.version, each.problem) for each in shown] == [(2, None)]
    assert len(told) == 1
    assert told[0].startswith("an error in newslint itself: ZeroDivisionError: by none")
