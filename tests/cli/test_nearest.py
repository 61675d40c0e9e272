"""The configuration nearest to each draft holds, whichever folder one stands in; and which drafts it lets in."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main

FAULTY = "Ferry late again\n\nThe ferry was late on the the way to Saltmouth, the captain said on Monday.\n"
PLACE = ":3:27: "


@pytest.fixture(autouse=True)
def _at_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")


def lay(**files: str) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [*words], input=stdin, catch_exceptions=False)


def concise(*words: str) -> list[str]:
    return run("check", "--no-cache", "--output-format", "concise", *words).stdout.splitlines()


WARN = "rules:\n  repetition/word: warning\n"
OFF = "ignore: [repetition]\n"


@pytest.mark.parametrize("words", [(".",), ("news/a.txt", "sport/a.txt", "a.txt")])
def test_each_draft_has_its_own_configuration(words: tuple[str, ...]) -> None:
    lay(**dict.fromkeys(("a.txt", "news/a.txt", "sport/a.txt"), FAULTY))
    lay(**{".newslint.yml": "level: warning\n", "news/.newslint.yml": WARN, "sport/.newslint.yml": OFF})
    assert [line.split(" repetition")[0] for line in concise(*words)] == [
        f"a.txt{PLACE}error",
        f"news/a.txt{PLACE}warning",
    ]


def test_it_holds_from_whichever_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(**{"news/deep/a.txt": FAULTY, "news/.newslint.yml": OFF, "else/.newslint.yml": WARN})
    for folder, name in ((".", "news/deep/a.txt"), ("else", "../news/deep/a.txt"), ("../news/deep", "a.txt")):
        monkeypatch.chdir(folder)
        assert concise(name) == []
    assert run("check", "--isolated", "a.txt").exit_code == 1
    assert "warning" in concise("--config", "../../else/.newslint.yml", "a.txt")[0]


def test_patterns_of_paths_start_from_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(**{"letters/a.txt": FAULTY, "old/letters/a.txt": FAULTY})
    lay(**{".newslint.yml": "paths:\n  - match: letters/*\n    ignore: [repetition]\n"})
    for folder, left in ((".", "old/letters/a.txt"), ("old", "letters/a.txt"), ("letters", "../old/letters/a.txt")):
        monkeypatch.chdir(folder)
        root = "." if folder == "." else ".."
        for _ in range(2):  # the second time from the cache
            told = run("check", "--output-format", "concise", "--cache-dir", f"{root}/.cache", f"{root}")
            assert [os.path.relpath(line.split(":")[0]) for line in told.stdout.splitlines()] == [left]
        monkeypatch.chdir(root)


def test_packages_are_those_of_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(**{"stories/a.txt": "Ferry firm\n\nThe owner, Sergei Morchenko, spoke. Mr Morchenko left. Morchenko slept.\n"})
    lay(
        **{
            "stories/b.txt": "In brief\n\nThe line belongs to Sergei Morchinko.\n",
            ".newslint.yml": "package: [stories/*]\n",
        }
    )
    here = concise("stories")
    assert any("Morchinko" in line for line in here)
    monkeypatch.chdir("stories")
    assert [line.partition("stories/")[2] for line in here] == concise(".")


def test_each_configuration_says_what_fails() -> None:
    lay(**{"a/a.txt": FAULTY, "b/a.txt": FAULTY, "a/.newslint.yml": WARN, "b/.newslint.yml": WARN})
    assert run("check", "a", "b").exit_code == 0
    lay(**{"b/.newslint.yml": WARN + "fail-on: warning\n"})
    assert run("check", "a", "b").exit_code == 1
    assert run("check", "a").exit_code == 0


def test_standard_input_has_the_configuration_of_its_name() -> None:
    lay(**{"news/.newslint.yml": OFF})
    assert run("check", "-", stdin=FAULTY).exit_code == 1
    assert run("check", "--stdin-filename", "news/a.txt", "-", stdin=FAULTY).exit_code == 0


def test_a_mistake_in_one_of_them_is_named() -> None:
    lay(**{"a.txt": FAULTY, "news/a.txt": FAULTY, "news/.newslint.yml": "levle: warning\n"})
    told = run("check", ".")
    assert told.exit_code == 2
    assert "news/.newslint.yml:1: unknown key “levle”" in told.stderr


def test_a_stet_goes_into_the_nearest_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(**{"news/a.txt": FAULTY, "news/.newslint.yml": "# ours\n", ".newslint.yml": "# all\n"})
    known = json.loads(run("check", "--output-format", "json", "news").stdout)["findings"][0]["fingerprint"]
    assert run("stet", known, "news").exit_code == 0
    assert Path(".newslint.yml").read_text(encoding="utf-8") == "# all\n"
    assert 'path: "a.txt"' in Path("news/.newslint.yml").read_text(encoding="utf-8")
    assert concise("news") == []
    Path("other").mkdir()
    monkeypatch.chdir("other")
    assert concise("../news/a.txt") == []


def test_a_stet_of_a_draft_elsewhere_holds_there(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(**{"news/a.txt": FAULTY, "other/b.txt": FAULTY})
    monkeypatch.chdir("other")
    known = json.loads(run("check", "--output-format", "json", "../news").stdout)["findings"][0]["fingerprint"]
    assert run("stet", known, "../news/a.txt").exit_code == 0
    assert concise("../news") == []
    assert not Path(".newslint.yml").exists()


def test_each_configuration_has_its_baseline() -> None:
    lay(**{"a/a.txt": FAULTY, "b/a.txt": FAULTY, "a/.newslint.yml": "# a\n", "b/.newslint.yml": "# b\n"})
    assert run("baseline", "a", "b").exit_code == 0
    for folder in "ab":
        rows = json.loads(Path(folder, ".newslint-baseline.json").read_text(encoding="utf-8"))["findings"]
        assert [row["path"] for row in rows] == ["a.txt"]
    assert concise(".") == []


def test_what_is_excluded_stays_so_when_it_is_named() -> None:
    """As pre-commit names it."""
    lay(**{"archive/a.txt": FAULTY, "news/a.txt": FAULTY, ".newslint.yml": "exclude: [archive/]\n"})
    assert run("check", "archive/a.txt").exit_code == 0
    assert concise("archive/a.txt", "news/a.txt", str(Path("archive/a.txt").absolute())) == concise("news")
    assert run("check", "--no-exclude", "archive/a.txt").exit_code == 1
    assert len(concise("--no-exclude", ".")) == 2


def test_patterns_start_from_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    lay(**{"old/a.txt": FAULTY, "news/old/a.txt": FAULTY, ".newslint.yml": "exclude: [/old/]\n"})
    assert [line.split(":")[0] for line in concise(".")] == ["news/old/a.txt"]
    monkeypatch.chdir("news")
    assert [line.split(":")[0] for line in concise("old", "../old/a.txt")] == ["old/a.txt"]


def test_a_folder_without_drafts_is_told() -> None:
    lay(**{"in/story.pages": "x", "in/other.pages": "x", "in/scan.pdf": "x", "in/.newslint.yml": "exclude: [gone/]\n"})
    lay(**{"in/gone/a.txt": FAULTY})
    Path("none").mkdir()
    told = run("check", "in")
    assert told.exit_code == 2
    assert (
        "in: holds no draft: newslint reads .docx, .eml, .htm, .html, .json, .markdown, .md, .odt, .rtf, .txt, .xml"
        in told.stderr
    )
    assert "passed over: 1 excluded, 2 .pages, 1 .pdf" in told.stderr
    assert run("check", "none").exit_code == 2
    assert run("check", "--exit-zero", "none").exit_code == 2
    assert run("check", "--allow-empty", "in", "none").exit_code == 0


def test_a_folder_of_links_that_lead_out_holds_no_draft() -> None:
    lay(**{"in/.newslint.yml": "level: warning\n", "../letters/a.txt": FAULTY})
    Path("in/a.txt").symlink_to("../../letters/a.txt")
    told = run("check", "in")
    assert told.exit_code == 2
    assert "in/a.txt: left: it's a link that leads out" in told.stderr
    assert "in: holds no draft" in told.stderr
    assert run("check", "--allow-empty", "in").exit_code == 0


def test_what_is_left_is_told_of_every_desk() -> None:
    lay(**{"news/.newslint.yml": WARN, "sport/.newslint.yml": OFF, "../letters/a.txt": FAULTY})
    lay(**dict.fromkeys(("news/b.txt", "sport/b.txt"), FAULTY))
    for folder in ("news", "sport"):
        Path(folder, "a.txt").symlink_to("../../letters/a.txt")
    told = run("check", ".").stderr
    assert [f"{folder}/a.txt: left" in told for folder in ("news", "sport")] == [True, True]


def test_untrusted_plugins_are_told_once_for_each_configuration() -> None:
    lay(**dict.fromkeys(("news/a.txt", "news/deep/a.txt", "sport/a.txt"), FAULTY))
    lay(**dict.fromkeys(("news/.newslint.yml", "sport/.newslint.yml"), "plugins: [desk.py]\n"))
    lay(**dict.fromkeys(("news/desk.py", "sport/desk.py"), "raise SystemExit('it ran')\n"))
    told = run("check", "--no-cache", ".").stderr
    assert [told.count(f"{folder}/desk.py was left") for folder in ("news", "sport")] == [1, 1]


def test_no_configuration_above_the_repository_holds() -> None:
    lay(**{"a.txt": FAULTY, ".newslint.yml": OFF, "theirs/a.txt": FAULTY})
    Path("theirs/.git").mkdir()
    assert [line.split(":")[0] for line in concise(".")] == ["theirs/a.txt"]


def test_a_configuration_that_cannot_be_one_is_told() -> None:
    lay(**{"a.txt": FAULTY})
    Path(".newslint.yml").mkdir()
    told = run("check", "a.txt")
    assert told.exit_code == 2
    assert ".newslint.yml" in told.stderr
    os.rmdir(".newslint.yml")
    lay(**{".newslint.yaml": OFF})
    assert concise("a.txt") == []
    lay(**{".newslint.yml": "level: warning\n"})
    told = run("check", "a.txt")
    assert told.exit_code == 2
    assert "stands beside .newslint.yaml" in told.stderr


def test_a_misspelled_command_is_told_as_one() -> None:
    told = run("chek", "a.txt")
    assert told.exit_code == 2
    assert "there's no command “chek” (did you mean “check”?)" in told.stderr
    assert "there's no such file or folder" in run("none.txt").stderr


REPORTS = {"text": "txt", "concise": "md", "statistics": "txt", "markdown": "md", "json": "txt", "line": "md"}


@pytest.mark.parametrize(("form", "suffix"), REPORTS.items())
@pytest.mark.parametrize("draft", [FAULTY, FAULTY.replace("the the", "the")], ids=["faulty", "clean"])
def test_a_report_written_among_the_drafts_is_none(form: str, suffix: str, draft: str) -> None:
    lay(**{"a.txt": draft})
    output = ("--output-format", form, "--output", f"report.{suffix}")
    run("check", ".", *output)
    written = Path(f"report.{suffix}").read_text(encoding="utf-8")
    run("check", ".", *output)
    assert Path(f"report.{suffix}").read_text(encoding="utf-8") == written
    run("baseline", ".")
    if written:
        assert "in 1 draft" in run("check", "--no-baseline", ".").stdout


def test_a_baseline_beside_the_drafts_is_none() -> None:
    lay(**{"a.txt": FAULTY})
    run("baseline", ".", "--baseline", "accepted.md")
    assert "in 1 draft" in run("check", "--baseline", "accepted.md", ".").stdout
