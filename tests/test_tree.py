"""The one way to files of a stranger's repository, tried with real pipes, devices and links, and from the command line."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no pipes and links of this kind")

PACKAGE = Path(tree.__file__).parent
FAULTY = "A title\n\nThe mayor opened the the bridge.\n"
RULE = "word:\n  check: existence\n  options: {terms: [secret]}\n  message: m\n  why: w\n"
SECRET = "The secret of the the house.\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository, with a file beside it that is nobody's business."""
    (tmp_path / "outside.txt").write_text(SECRET, encoding="utf-8")
    top = tmp_path / "checkout"
    (top / ".git").mkdir(parents=True)
    (top / "drafts").mkdir()
    (top / "drafts" / "a.txt").write_text(FAULTY, encoding="utf-8")
    return top


def newslint(*words: str | Path, cwd: Path, status: int) -> str:
    """What newslint prints, which ends with `status` and soon."""
    command = [sys.executable, "-m", "newslint", *map(str, words)]
    done = subprocess.run(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=30, encoding="utf-8", check=False
    )
    assert done.returncode == status, done.stdout
    assert "Traceback" not in done.stdout
    return done.stdout


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("odd", ["pipe", "/dev/zero", "/dev/null"])
@pytest.mark.parametrize(
    ("name", "config"),
    [
        (".newslint.yml", None),
        ("desk.yml", "extends: desk.yml\n"),
        ("desk.yml", "packs: [desk.yml]\n"),
        ("names.yml", "names: names.yml\n"),
        ("names.csv", "names: names.csv\n"),
        (".newslint-baseline.json", ""),
        ("b.json", "baseline: b.json\n"),
    ],
)
def test_what_is_no_file_is_named_and_not_read(checkout: Path, name: str, config: str | None, odd: str) -> None:
    if config is not None:
        (checkout / ".newslint.yml").write_text(config, encoding="utf-8")
    if odd == "pipe":
        os.mkfifo(checkout / name)
    else:
        (checkout / name).symlink_to(odd)
    assert name in newslint("check", "drafts", cwd=checkout, status=2).splitlines()[0]


@pytest.mark.parametrize(
    ("config", "name"),
    [
        ("extends: ../outside.yml\n", "outside.yml"),
        ("packs: [../outside.yml]\n", "outside.yml"),
        ("names: ../outside.yml\n", "outside.yml"),
        ("names: inside.csv\n", "inside.csv"),
        ("packs: [inside.csv]\n", "inside.csv"),
        ("extends: inside.csv\n", "inside.csv"),
        ("styles: [..]\n", ".."),
        ("styles: [style]\n", "style"),
        ("plugins: [../outside.yml]\n", "outside.yml"),
        ("baseline: ../..\n", ".."),
        ("baseline: inside.csv\n", "inside.csv"),
        ("cache: ../..\n", ".."),
        ("cache: style\n", "style"),
    ],
)
def test_a_configuration_reaches_nothing_outside(checkout: Path, config: str, name: str) -> None:
    (checkout.parent / "outside.yml").write_text(RULE, encoding="utf-8")
    (checkout / "inside.csv").symlink_to("../outside.yml")
    (checkout / "style").symlink_to("..")
    (checkout / ".newslint.yml").write_text(config, encoding="utf-8")
    before = everything(checkout.parent)
    said = newslint("check", "drafts", cwd=checkout, status=2)
    assert said.startswith("newslint: ")
    assert name in said
    assert "outside" in said
    assert everything(checkout.parent) == before


def test_a_configuration_that_is_a_link_to_elsewhere_is_read_where_it_is_named(checkout: Path) -> None:
    (checkout.parent / "house.yml").write_text("ignore: [repetition]\n", encoding="utf-8")
    (checkout / ".newslint.yml").symlink_to("../house.yml")
    assert ".newslint.yml: can't be read: it leads out" in newslint("check", "drafts", cwd=checkout, status=2)
    newslint("check", "--config", ".newslint.yml", "drafts", cwd=checkout, status=0)


def test_the_search_for_a_configuration_ends_at_the_top_of_the_repository(checkout: Path) -> None:
    (checkout.parent / ".newslint.yml").write_text("ignore: [repetition]\n", encoding="utf-8")
    newslint("check", "a.txt", cwd=checkout / "drafts", status=1)
    (checkout / ".git").rmdir()
    newslint("check", "a.txt", cwd=checkout / "drafts", status=0)


def test_the_search_for_a_configuration_ends_at_home(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout.parent / ".newslint.yml").write_text("ignore: [repetition]\n", encoding="utf-8")
    (checkout / ".git").rmdir()
    monkeypatch.setenv("HOME", str(checkout))
    newslint("check", "a.txt", cwd=checkout / "drafts", status=1)
    (checkout / ".newslint.yml").write_text("ignore: [repetition]\n", encoding="utf-8")
    newslint("check", "a.txt", cwd=checkout / "drafts", status=0)


def test_links_in_a_folder_are_followed_inside_it_only(checkout: Path) -> None:
    (checkout / "drafts" / "inside.txt").symlink_to("a.txt")
    (checkout / "drafts" / "out.txt").symlink_to("../../outside.txt")
    (checkout / "drafts" / "folder").symlink_to("../..")
    (checkout / ".git" / "config").write_text(SECRET, encoding="utf-8")
    (checkout / "drafts" / "git.txt").symlink_to("../.git/config")
    (checkout / "b.txt").write_text(FAULTY, encoding="utf-8")
    (checkout / "drafts" / "beside.txt").symlink_to("../b.txt")
    os.mkfifo(checkout / "drafts" / "pipe.txt")
    said = newslint("check", "drafts", cwd=checkout, status=1)
    assert f"newslint: drafts/out.txt: left: it's a link that leads out of {checkout}\n" in said
    assert "newslint: drafts/git.txt: left" in said
    assert "secret" not in said
    assert "drafts/inside.txt:3" in said
    assert "drafts/beside.txt:3" in said
    assert "secret" in newslint("check", "drafts/out.txt", cwd=checkout, status=1)


def test_nothing_is_mended_through_a_link_that_leads_out(checkout: Path) -> None:
    (checkout / "drafts" / "inside.txt").symlink_to("a.txt")
    (checkout / "drafts" / "out.txt").symlink_to("../../outside.txt")
    said = newslint("check", "--fix", "drafts/out.txt", cwd=checkout, status=2)
    assert "drafts/out.txt: left as it is: it's a link that leads out of" in said
    assert (checkout.parent / "outside.txt").read_text(encoding="utf-8") == SECRET
    newslint("check", "--fix", "drafts/inside.txt", cwd=checkout, status=0)
    assert (checkout / "drafts" / "inside.txt").is_symlink()
    assert "the the" not in (checkout / "drafts" / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("init",),
        ("baseline", "--isolated", "drafts"),
        ("baseline", "drafts"),
        ("stet", "--isolated", "FINGERPRINT", "drafts"),
    ],
)
def test_nothing_is_written_through_a_link_that_leads_out(checkout: Path, words: tuple[str, ...]) -> None:
    json = newslint("check", "--output-format", "json", "drafts", cwd=checkout, status=1)
    [fingerprint] = re.findall(r'"fingerprint": "(\w+)"', json)
    (checkout / ".newslint-baseline.json").symlink_to("../new")
    if words != ("baseline", "drafts"):
        (checkout / ".newslint.yml").symlink_to("../new")
    newslint(*(word.replace("FINGERPRINT", fingerprint) for word in words), cwd=checkout, status=2)
    assert not (checkout.parent / "new").exists()


def test_ignore_files_that_are_none_are_told(checkout: Path) -> None:
    os.mkfifo(checkout / "drafts" / ".gitignore")
    assert "drafts/.gitignore: left: is no file" in newslint("check", "drafts", cwd=checkout, status=1)


def test_what_is_too_large_is_named(checkout: Path) -> None:
    with (checkout / ".newslint.yml").open("wb") as file:
        file.truncate(tree.HAND_WRITTEN + 1)
    assert ".newslint.yml: can't be read: is larger than 1 MB" in newslint("check", "drafts", cwd=checkout, status=2)


def test_styles_are_of_the_repository_of_their_ini(checkout: Path) -> None:
    (checkout / ".vale.ini").write_text("StylesPath = ../styles\n[*]\nBasedOnStyles = Desk\n", encoding="utf-8")
    style = checkout.parent / "styles" / "Desk"
    style.mkdir(parents=True)
    assert "lies outside" in newslint("check", "--vale", ".vale.ini", "drafts", cwd=checkout, status=2)
    style.parent.rename(checkout / "styles")
    (checkout / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = Desk\n", encoding="utf-8")
    os.mkfifo(checkout / "styles" / "Desk" / "Rule.yml")
    assert "Rule.yml: can't be read" in newslint("check", "--vale", ".vale.ini", "drafts", cwd=checkout, status=0)


# What opens files by itself, and why it may.
OWN = {
    "tree.py": "is the way",
    "desk/writing.py": "is the way to write",
    "startup/codefile.py": "newslint's own bytecode",
    "startup/userfiles.py": "the user's own folders",
    "plugins/entrypoints.py": "what is installed",
    "text/compounds.py": "newslint's own data",
    "text/lexicon.py": "newslint's own data",
    "text/number_tables.py": "newslint's own data",
    "story/same.py": "newslint's own data",
    "topics/spelling/varieties.py": "newslint's own data",
    "reporters/html/page.py": "newslint's own data",
    "server/openapi.py": "newslint's own data",
    "server/pages.py": "newslint's own data",
    "cli/desk.py": "a browser, at the desk's own address",
    "cli/reports.py": "a report, where the command line wants it",
    "cli/init.py": "a file that isn't there yet",
    "cli/ending.py": "nothing, where what nobody can read goes",
}
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "rmtree"}


def test_no_other_module_opens_files() -> None:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
                if name in OPENING:
                    found.add(path.relative_to(PACKAGE).as_posix())
    assert found <= set(OWN)
