"""The site: a page for each rule, no link that leads nowhere, nothing loaded from elsewhere."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from newslint.packs.catalogue import all_stanzas, builtin_packs
from tools.site.links import faults
from tools.site.pages import Site, lay_out


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    lay_out(folder)
    return folder


def test_every_rule_has_a_page_that_the_contents_name(laid_out: Path) -> None:
    contents = (laid_out / "mkdocs.yml").read_text(encoding="utf-8")
    for stanza in all_stanzas(builtin_packs()):
        text = (laid_out / "pages" / "rules" / f"{stanza.id}.md").read_text(encoding="utf-8")
        assert text.startswith(f"# {stanza.id}\n")
        assert f"rules/{stanza.id}.md" in contents


@pytest.mark.parametrize(
    ("origin", "text", "shown"),
    [
        ("README.md", "[how](docs/usage.md#configure)", "[how](usage.md#configure)"),
        ("docs/usage.md", "[safe](../SECURITY.md)", "[safe](security.md)"),
        ("docs/usage.md", "[it](rules.md#namesspelling)", "[it](rules/names/spelling.md)"),
        ("README.md", "[packs](rules/) and [all](docs/rules.md)", "[packs](rules/index.md) and [all](rules/index.md)"),
        ("ARCHITECTURE.md", "**[linter.py](newslint/linter.py): bytes**", "**linter.py: bytes**"),
        ("README.md", "[`quotes`](newslint/text/quotations.py)", "`quotes`"),
        ("README.md", '<img src="docs/images/page-light.png">', '<img src="images/page-light.png">'),
        ("docs/gate.md", "[contract](findings.schema.json)", "[contract](findings.schema.json)"),
        ("docs/gate.md", "[reviewdog](https://example.org/a)", "[reviewdog](https://example.org/a)"),
        ("docs/gate.md", "```sh\n[code](x.py)\n```\n[code](x.py)", "```sh\n[code](x.py)\n```\ncode"),
    ],
)
def test_links_lead_where_their_target_went(origin: str, text: str, shown: str) -> None:
    assert Site(list(all_stanzas(builtin_packs()))).linked(origin, text) == shown


def test_the_built_site_holds_together(laid_out: Path, tmp_path: Path) -> None:
    if find_spec("mkdocs") is None:
        pytest.skip("mkdocs-material isn't installed (the extra “site”)")
    words = ["build", "--quiet", "-f", str(laid_out / "mkdocs.yml"), "-d", str(tmp_path)]
    done = subprocess.run([sys.executable, "-m", "mkdocs", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(faults(tmp_path)) == []
    assert "names/spelling" in (tmp_path / "search" / "search_index.json").read_text(encoding="utf-8")


def test_what_leads_nowhere_and_what_is_loaded_from_elsewhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "index.html").write_text('<p id="a">A</p>', encoding="utf-8")
    (tmp_path / "index.html").write_text(
        '<a href="in/">in</a><a href="in/index.html#a">a</a><a href="#b">b</a><a href="in/index.html#c">c</a>'
        '<a href="gone.html">gone</a><a href="https://example.org">out</a><script src="//example.org/x.js"></script>',
        encoding="utf-8",
    )
    assert list(faults(tmp_path)) == [
        "index.html: loads //example.org/x.js",
        "index.html: #b leads nowhere",
        "index.html: in/index.html#c leads nowhere",
        "index.html: gone.html leads nowhere",
    ]
