"""An archive of parts (.docx, .odt), opened within bounds: it may be a stranger's.

A few kilobytes can unpack to gigabytes, and XML can bring entities that grow, or that fetch files. Sizes are looked at
before anything is unpacked, and no part with a document type is parsed at all: neither format has one.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from xml.parsers import expat

from lxml import etree

from newslint.errors import UnreadableError

# Word writes some 20 parts, and one for each picture.
_PARTS = 5_000
# Bytes of one part of XML, and of all parts, unpacked.
_LARGEST_XML = 20_000_000
_TOGETHER = 200_000_000
# What Word writes packs to a tenth, a table of one word to a hundredth; small parts may pack as well as they like.
_RATIO = 200
_SMALL = 1_000_000
_XML = {".xml", ".rels"}
# Where an OpenDocument says that its parts are encrypted.
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"
_PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


class Archive:
    """The parts of an archive by name. Raises UnreadableError, with the draft's `name`, where it isn't safe or whole."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise self.damaged() from error
        self._refuse_bombs()
        if _MANIFEST in self and _ENCRYPTED in self[_MANIFEST]:
            raise self._locked()
        for info in self._zip.infolist():
            if PurePosixPath(info.filename).suffix.lower() in _XML:
                self._refuse_document_types(self[info.filename])

    def damaged(self) -> UnreadableError:
        """What to raise where the archive isn't what its name says."""
        return UnreadableError(self.name, "is damaged, or not the document that its name says")

    def changed(self) -> UnreadableError:
        """What to raise where the document has other copy than it had when it was read."""
        return UnreadableError(self.name, "has changed since it was read")

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def __getitem__(self, part: str) -> bytes:
        """The bytes of a part, unpacked."""
        try:
            return self._zip.read(part)
        except (KeyError, zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as error:
            raise self.damaged() from error
        except RuntimeError as error:
            raise self._locked() from error

    def tree(self, part: str) -> Any:
        """A part of XML, parsed; without entities, and with nothing fetched."""
        try:
            return etree.fromstring(self[part], etree.XMLParser(resolve_entities=False, no_network=True))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged() from error

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive with some parts changed, or added at its end; all others as they are."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for info in self._zip.infolist():
                made.writestr(info, changed.get(info.filename, self[info.filename]), info.compress_type)
            for part in changed.keys() - self._zip.NameToInfo.keys():
                made.writestr(zipfile.ZipInfo(part), changed[part], zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _locked(self) -> UnreadableError:
        return UnreadableError(self.name, "is protected by a password; take it off and save it")

    def _refuse_bombs(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > _PARTS:
            raise UnreadableError(self.name, f"has {len(infos):,} parts, which no draft needs")
        if len(self._zip.NameToInfo) < len(infos):
            raise UnreadableError(self.name, "has two parts of one name")
        if sum(info.file_size for info in infos) > _TOGETHER:
            raise UnreadableError(self.name, f"unpacks to more than {_TOGETHER // 1_000_000} MB")
        for info in infos:
            if info.compress_type not in _PACKINGS:
                raise self.damaged()
            is_xml = PurePosixPath(info.filename).suffix.lower() in _XML
            if is_xml and info.file_size > _LARGEST_XML:
                raise UnreadableError(self.name, f"has a part that unpacks to more than {_LARGEST_XML // 1_000_000} MB")
            if info.file_size > max(_SMALL, _RATIO * info.compress_size):
                raise UnreadableError(self.name, f"has a part that unpacks to more than {_RATIO} times its size")

    def _refuse_document_types(self, data: bytes) -> None:
        def refuse(*_: object) -> None:
            raise UnreadableError(self.name, "has a part with a document type, which no word processor writes")

        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self.damaged() from error


def serialised(tree: Any) -> bytes:
    """A part of XML as bytes."""
    data: bytes = etree.tostring(tree.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def stamp(when: datetime | None) -> str:
    """A day and hour as Word writes them: those of the writer's own clock, whatever the Z says; "" for none."""
    return f"{when:%Y-%m-%dT%H:%M:%SZ}" if when else ""
