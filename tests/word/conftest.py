from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = ("Title", "Subtitle", "caption", "Quote", "heading 1", "heading 2", "Byline", "List Bullet", "toc 1")

WordFile = Callable[..., bytes]


def _styles() -> str:
    inner = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in STYLES
    )
    based = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kop"><w:name w:val="Kop groot"/>'
        '<w:basedOn w:val="Title"/></w:style>'
    )
    return inner + based


def word_file(body: str, **parts: str) -> bytes:
    """A Word document of WordprocessingML: the story's body, and the inside of other parts (footnotes, comments …)."""
    parts = {"styles": _styles(), **parts}
    types, relations = "", ""
    files: dict[str, str] = {}
    for name, inner in parts.items():
        types += f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{name}+xml"/>'
        relation = f"{RELATIONS}/{name}"
        if name == "commentsExtended":
            relation = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
        relations += f'<Relationship Id="r{name}" Type="{relation}" Target="{name}.xml"/>'
        root = "w15:commentsEx" if name == "commentsExtended" else f"w:{name}"
        files[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{inner}</{root}>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>{types}</Types>',
        )
        made.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        made.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        )
        made.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, text in files.items():
            made.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
    return out.getvalue()


@pytest.fixture(scope="session")
def docx_of() -> WordFile:
    pytest.importorskip("docx", reason="python-docx, of the extra “docx”, isn't installed")
    return word_file
