"""Our samples of newsrooms' formats are what the formats' own schemas and readers take for such.

Of NITF, ninjs, ANS and WordPress no package has a schema; docs/formats.md says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parent / "samples"
BROUGHT = Path(__file__).parents[3] / "build" / "schemas" / "node_modules"
HEADLINE = "Twelve hurt at Marle & Sons quarry"


def brought(path: str) -> Path:
    """A file of the npm packages that `make clients` brings."""
    if not (BROUGHT / path).exists():
        pytest.skip("the schemas aren't installed (make clients)")
    return BROUGHT / path


def test_another_reader_of_atom_finds_all_that_atom_wants() -> None:
    atoma = pytest.importorskip("atoma", reason="needs atoma: pip install '.[clients]'")
    feed = atoma.parse_atom_file(SAMPLES / "atom.xml")
    (entry,) = feed.entries
    assert (entry.title.value, entry.authors[0].name) == (HEADLINE, "Ada Lowe")
    assert entry.content.value.count("<p>") == 2


@pytest.mark.parametrize("name", ["rss.xml", "wordpress-export.xml"])
def test_another_reader_of_rss_finds_all_that_rss_wants(name: str) -> None:
    atoma = pytest.importorskip("atoma", reason="needs atoma: pip install '.[clients]'")
    feed = atoma.parse_rss_file(SAMPLES / name)
    assert all((feed.title, feed.link, feed.description))
    assert feed.items[-1].title == HEADLINE
    assert feed.items[-1].content_encoded.count("<p>") == 2


def test_the_reader_of_those_who_make_newsml_finds_the_story() -> None:
    newsml = pytest.importorskip("NewsMLG2", reason="needs newsmlg2: pip install '.[clients]'")
    from lxml import etree

    (item,) = etree.parse(SAMPLES / "newsml-g2.xml").iter("{*}newsItem")
    read = newsml.NewsMLG2Document(etree.tostring(item)).get_item()
    meta, about = read.itemmeta, read.contentmeta
    assert (meta.itemclass.qcode, meta.pubstatus.qcode) == ("ninat:text", "stat:usable")
    assert [str(each) for each in (*about.headline, *about.by)] == [HEADLINE, "By Ada Lowe"]
    assert [each.role for each in about.description] == ["drol:summary", "drol:caption"]


def test_ghost_would_take_the_post() -> None:
    schemas = brought("@tryghost/admin-api-schema/lib/schemas")
    from jsonschema import Draft7Validator
    from referencing import Registry, Resource

    known: Any = Registry()
    for path in schemas.glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        known = known.with_resource(path.stem, Resource.from_contents(schema))
    rules = json.loads((schemas / "posts-add.json").read_text(encoding="utf-8"))
    rules["$id"] = "posts-add"
    post = json.loads((SAMPLES / "ghost-post.json").read_text(encoding="utf-8"))
    Draft7Validator(rules, registry=known).validate(post)


def test_the_linked_data_are_schema_orgs(tmp_path: Path) -> None:
    compiler, node = brought("typescript/bin/tsc"), shutil.which("node")
    page = (SAMPLES / "linked.html").read_text(encoding="utf-8")
    data = page.partition('ld+json">')[2].partition("</script>")[0]
    code = tmp_path / "linked.ts"
    code.write_text(
        f'import type {{ Graph }} from "{brought("schema-dts").as_posix()}";\nconst linked: Graph = {data.strip()};\n'
    )
    words = ["--noEmit", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", str(code)]
    done = subprocess.run([node or "node", compiler, *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
