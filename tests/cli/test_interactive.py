"""`newslint check --interactive`, with what a writer types."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main

FAULTY = "A title\n\nThe mayor opened the the bridge. It came with with noise in in April.\n\nHe said “out of of it” to them.\n"


def answer(*keys: str, drafts: tuple[str, ...] = ("a.txt",)) -> Result:
    typed = "".join(f"{key}\n" for key in keys)
    return CliRunner().invoke(main, ["check", "--interactive", *drafts], input=typed)


def text(path: str = "a.txt") -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(FAULTY, encoding="utf-8")


def test_each_finding_is_asked_about_once() -> None:
    done = answer("y", "n", "y", "n")
    assert text() == FAULTY.replace("the the", "the").replace("in in", "in")
    assert done.stdout.count("What now?") == 4
    assert "^^^" in done.stdout
    assert done.exit_code == 1


def test_all_mends_what_follows_in_every_draft() -> None:
    answer("n", "a", drafts=("a.txt", "b.txt"))
    assert "the the" in text()
    assert "with with" not in text() + text("b.txt")
    assert "the the" not in text("b.txt")


def test_quit_keeps_what_was_decided() -> None:
    done = answer("y", "q", drafts=("a.txt", "b.txt"))
    assert text() == FAULTY.replace("the the", "the")
    assert text("b.txt") == FAULTY
    assert done.exit_code == 1


def test_the_end_of_input_quits() -> None:
    answer("y")
    assert text() == FAULTY.replace("the the", "the")


def test_stet_is_written_and_asked_no_more() -> None:
    answer("s", "That is how it is.", "n", "n", "n")
    assert text() == FAULTY
    assert 'reason: "That is how it is."' in text(".newslint.yml")
    again = CliRunner().invoke(main, ["check", "a.txt"])
    assert "“the” stands twice" not in again.stdout
    assert "1 stetted" in again.stdout


def test_a_reason_is_asked_for_until_it_is_given() -> None:
    Path(".newslint.yml").write_text("require-reason: true\n", encoding="utf-8")
    answer("s", "", "So it is.", "q")
    assert 'reason: "So it is."' in text(".newslint.yml")


def test_another_persons_words_are_mended_when_asked() -> None:
    answer("n", "n", "n", "y")
    assert text() == FAULTY.replace("of of", "of")


def test_a_draft_that_changed_meanwhile_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    import newslint.cli.interactive as module

    asked = module._answer

    def meanwhile(*given: object) -> str:
        Path("a.txt").write_text("New\n", encoding="utf-8")
        return asked(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_answer", meanwhile)
    done = answer("a")
    assert done.exit_code == 2
    assert "a.txt: left as it is: it has changed since it was read" in done.stderr
    assert text() == "New\n"
