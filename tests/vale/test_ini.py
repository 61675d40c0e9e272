""".vale.ini decides which rules run where; comments decide in the draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.errors import ConfigError
from newslint.finding import Severity
from newslint.source import Source
from newslint.vale.globs import fits
from newslint.vale.ini import read_ini
from newslint.vale.run import ValeRun

Lines = Callable[..., list[str]]

VERY = "extends: existence\nmessage: \"Cut '%s'\"\nlevel: suggestion\ntokens: [very]\n"
FINE = "extends: existence\nmessage: \"Cut '%s'\"\nlevel: error\ntokens: [fine]\n"


@pytest.mark.parametrize(
    ("sections", "found"),
    [
        ("[*]\nBasedOnStyles = Desk", ["Desk.Very", "Desk.Fine"]),
        ("[*.txt]\nBasedOnStyles = Desk", []),
        ("[*.{txt,md}]\nBasedOnStyles = Desk\nDesk.Very = NO", ["Desk.Fine"]),
        ("[*]\nDesk.Very = YES", ["Desk.Very"]),
        ("[*]\nBasedOnStyles = Desk\n[draft.md]\nDesk.Fine = NO", ["Desk.Very"]),
        ("[*]\nBasedOnStyles = Desk\n[*.md]\nBasedOnStyles =", []),
        ("[*]\nBasedOnStyles = Desk\nDesk.Fine = NO\n[*.md]\nDesk.Fine = YES", ["Desk.Very", "Desk.Fine"]),
    ],
)
def test_sections(lines: Lines, sections: str, found: list[str]) -> None:
    ini = f"StylesPath = styles\n# a comment\n; another\n{sections}\n"
    assert [line.split(":")[2] for line in lines("A very fine day.", ini, Very=VERY, Fine=FINE)] == found


def test_levels(lines: Lines) -> None:
    ini = "StylesPath = styles\nMinAlertLevel = warning\n[*]\nBasedOnStyles = Desk\nDesk.Very = warning\nDesk.Fine = suggestion\n"
    assert [line.split(":")[2] for line in lines("A very fine day.", ini, Very=VERY, Fine=FINE)] == ["Desk.Very"]


def test_vocabulary(lines: Lines, tmp_path: Path) -> None:
    folder = tmp_path / "styles" / "config" / "vocabularies" / "Desk"
    folder.mkdir(parents=True)
    (folder / "accept.txt").write_text("# names\nQuickPress\nverily\n(?i)Larnwick\n", encoding="utf-8")
    (folder / "reject.txt").write_text("hub\n", encoding="utf-8")
    ini = "StylesPath = styles\nVocab = Desk\n[*]\nBasedOnStyles = Desk, Vale\nVale.Spelling = NO\n"
    found = lines("A quickpress hub, verily, in LARNWICK.", ini, A=VERY.replace("[very]", "[ver\\w+]"))
    assert found == ["1:3:Vale.Terms:Use 'QuickPress' instead of 'quickpress'.", "1:14:Vale.Avoid:Avoid using 'hub'."]


def test_tokens_and_blocks_to_ignore(lines: Lines) -> None:
    ini = (
        "StylesPath = styles\n[*.md]\nBasedOnStyles = Desk\nTokenIgnores = (\\$[^\\n$]+\\$), (very fine)\n"
        "BlockIgnores = (?s) *({{ file }}.*?{{ /file }})\n"
    )
    copy = "So very fine, $very$ or very.\n\n{{ file }}\n\nvery\n\n{{ /file }}\n"
    assert lines(copy, ini, A=VERY) == ["1:25:Desk.A:Cut 'very'"]


def test_skipped_and_ignored_scopes(lines: Lines) -> None:
    ini = "StylesPath = styles\nSkippedScopes = blockquote\nIgnoredScopes = em\n[*]\nBasedOnStyles = Desk\n"
    assert lines("> very\n\n*very* and `very`\n", ini, A=VERY) == ["3:13:Desk.A:Cut 'very'"]


def test_comments(lines: Lines) -> None:
    copy = (
        "<!-- vale off -->\n\nvery\n\n<!-- vale on -->\n\nvery\n\n<!-- vale Desk.Very = NO -->\n\nvery fine\n\n"
        "<!-- vale Desk.Very = YES -->\n\nvery\n\n<!-- vale Desk = NO -->\n\nvery fine\n\n<!-- vale Desk = YES -->\n\n"
        '<!-- vale Desk.Fine["fine"] = NO -->\n\nvery fine\n'
    )
    found = [line.split(":Cut")[0] for line in lines(copy, Very=VERY, Fine=FINE)]
    assert found == ["7:1:Desk.Very", "11:6:Desk.Fine", "15:1:Desk.Very", "25:1:Desk.Very"]


def test_refused_kinds_are_named_and_the_rest_runs(tmp_path: Path) -> None:
    style = tmp_path / "styles" / "Desk"
    style.mkdir(parents=True)
    (style / "Very.yml").write_text(VERY, encoding="utf-8")
    (style / "Spell.yml").write_text("extends: spelling\nmessage: x\n", encoding="utf-8")
    (style / "Child.yml").write_text("extends: Other.Rule\nlevel: error\n", encoding="utf-8")
    (style / "Part.yml").write_text("extends: existence\nmessage: x\nscope: doc(section)\n", encoding="utf-8")
    (style / "Bad.yml").write_text("extends: existence\nmessage: x\ntokns: [a]\n", encoding="utf-8")
    (style / "Worse.yml").write_text("extends: existence\nmessage: x\ntokens: ['(?U)a']\n", encoding="utf-8")
    (tmp_path / ".vale.ini").write_text(
        "StylesPath = styles\nPackages = X\n[*]\nBasedOnStyles = Desk, Vale\n", encoding="utf-8"
    )
    vale = ValeRun(read_ini(tmp_path / ".vale.ini"))
    assert len(vale.lint(Source("a.md", "A very day.", ".md")).findings) == 1
    told = "\n".join(vale.notices)
    assert "Packages" in told
    assert "Spell.yml:1: Desk.Spell extends “spelling”" in told
    assert "Child.yml:1: Desk.Child extends “Other.Rule”, another rule" in told
    assert "Part.yml:3: the scope “doc(section)” is one that newslint doesn't read" in told
    assert "Vale.Spelling" in told
    assert "Bad.yml:3: Desk.Bad: unknown key “tokns” (did you mean “tokens”?)" in told
    assert "Worse.yml:3: Desk.Worse: the pattern" in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("StylePath = styles\n", ".vale.ini:1: unknown key “StylePath” (did you mean “StylesPath”?)"),
        ("StylesPath = nowhere\n", ".vale.ini:1: there's no folder"),
        ("MinAlertLevel = warnin\n", "did you mean “warning”"),
        ("[*]\nMinAlertLevel = error\n", ".vale.ini:2: “MinAlertLevel” belongs above"),
        ("BasedOnStyles = Desk\n", "belongs into a section"),
        ("[*.md\n", ".vale.ini:1: a section's name"),
        ("nonsense\n", "is no “key = value”"),
        ("Vocab = Desk\n", "there's no vocabulary “Desk”"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / ".vale.ini").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        read_ini(tmp_path / ".vale.ini")
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("Desk.Very = suggest", ".vale.ini:4: “Desk.Very” is YES, NO, suggestion, warning or error, not “suggest”"),
        ("TokenIgnores = [fine, (fine)", ".vale.ini:4: “TokenIgnores”: the pattern '[fine' has a “[”"),
        ("BlockIgnores = (", ".vale.ini:4: “BlockIgnores”: the pattern '(' can't be read"),
    ],
)
def test_a_setting_that_is_refused_costs_itself_alone(tmp_path: Path, setting: str, told: str) -> None:
    style = tmp_path / "styles" / "Desk"
    style.mkdir(parents=True)
    (style / "Very.yml").write_text(VERY, encoding="utf-8")
    (style / "Fine.yml").write_text(FINE, encoding="utf-8")
    (tmp_path / ".vale.ini").write_text(
        f"StylesPath = styles\n[*.md]\nBasedOnStyles = Desk\n{setting}\n", encoding="utf-8"
    )
    vale = ValeRun(read_ini(tmp_path / ".vale.ini"))
    report = vale.lint(Source("a.md", "A very fine day.", ".md"))
    left = {"Desk.Very = suggest": ["Desk.Fine"], "TokenIgnores = [fine, (fine)": ["Desk.Very"]}
    assert [finding.rule for finding in report.findings] == left.get(setting, ["Desk.Very", "Desk.Fine"])
    assert report.failures == ()
    assert [told in notice for notice in vale.notices] == [True]


def test_a_pattern_to_ignore_that_takes_too_long_is_told_once(tmp_path: Path) -> None:
    style = tmp_path / "styles" / "Desk"
    style.mkdir(parents=True)
    (style / "Very.yml").write_text(VERY, encoding="utf-8")
    (style / "Fine.yml").write_text(FINE, encoding="utf-8")
    (tmp_path / ".vale.ini").write_text(
        "StylesPath = styles\n[*]\nBasedOnStyles = Desk\nTokenIgnores = ((?:a|aa)*)*\\1=\n", encoding="utf-8"
    )
    report = ValeRun(read_ini(tmp_path / ".vale.ini")).lint(Source("a.md", f"A very {'a' * 4000}c.", ".md"))
    assert len(report.failures) == 1
    assert "a.md: TokenIgnores or BlockIgnores: the pattern" in report.failures[0]


def test_the_file_says_how_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / ".vale.ini").write_text(
        'StylesPath = "a" # where\nMinAlertLevel = error\n[formats]\nmdx = md\n[*]\nBlockIgnores = a\\,b, c \\\n  , d\n',
        encoding="utf-8",
    )
    ini = read_ini(tmp_path / ".vale.ini")
    assert ini.level is Severity.ERROR
    assert ini.formats == {".mdx": ".md"}
    assert ini.sections[0].blocks == ("a,b", "c", "d")


@pytest.mark.parametrize(
    ("pattern", "path", "right"),
    [
        ("*.md", "a/b.md", True),
        ("*.{md,txt}", "b.txt", True),
        ("docs/**/*.md", "docs/b.md", True),
        ("docs/**/*.md", "docs/a/c/b.md", True),
        ("docs/*.md", "other/b.md", False),
        ("[ab].md", "a.md", True),
        ("[!ab].md", "a.md", False),
        ("[^ab].md", "c.md", True),
        ("{a,{b,c}/**/}*.md", "c/d/e.md", True),
        ("{a,{b,c}/**/}*.md", "d/e.md", False),
        ("{a", "{a", True),
        ("?.md", "ab.md", False),
        ("!*.md", "a.txt", True),
    ],
)
def test_globs(pattern: str, path: str, right: bool) -> None:
    assert fits(pattern, path) is right


def test_comments_inside_a_paragraph(lines: Lines) -> None:
    copy = "*Note*: <!-- vale off -->very<!-- vale on --> and very.\n\nStill very.\n"
    assert lines(copy, A=VERY) == ["1:51:Desk.A:Cut 'very'", "3:7:Desk.A:Cut 'very'"]
