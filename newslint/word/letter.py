"""E-mails (.eml): the copy in a letter's body; its headers, its signature, what it quotes and its attachments are none."""

from __future__ import annotations

import email
from email.message import EmailMessage, MIMEPart
from email.policy import default

from newslint.errors import UnreadableError
from newslint.source import Source
from newslint.startup.expressions import compiled

_SIGNATURE = compiled(r"(?m)^-- ?$")
_SHOWN = 5


def read(data: bytes, name: str) -> Source:
    """The copy of a letter: text, else HTML. Raises UnreadableError where it has none, or is no letter."""
    try:
        letter = email.message_from_bytes(data, policy=default)
        if not (isinstance(letter, EmailMessage) and letter.keys()):
            raise UnreadableError(name, "is no e-mail, whatever its name says")
        body = letter.get_body(("plain", "html"))
        text = _content(body) if body is not None else ""
        attached = [part.get_filename() or part.get_content_type() for part in letter.iter_attachments()]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(name, "is damaged, or not the e-mail that its name says") from error
    if body is None or not text.strip():
        raise UnreadableError(name, "has no copy in its body" + _about(attached))
    notices = (f"has attachments, which aren't read{_about(attached)}",) if attached else ()
    if body.get_content_type() == "text/html":
        return Source(name, text, ".html", notices=notices)
    return Source(name, _own(text, _is_flowed(body)), ".txt", notices=notices)


def _content(body: MIMEPart) -> str:
    text: str = body.get_content(errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_flowed(body: MIMEPart) -> bool:
    return str(body.get_param("format", "")).lower() == "flowed"


def _own(text: str, flowed: bool) -> str:
    """The writer's own lines, up to the signature; where they're flowed, those that run on joined."""
    signature = _SIGNATURE.search(text)
    lines = [line for line in text[: signature.start() if signature else None].split("\n") if not line.startswith(">")]
    if not flowed:
        return "\n".join(lines)
    return "".join(line.removeprefix(" ") + ("" if line.endswith(" ") else "\n") for line in lines)


def _about(attached: list[str]) -> str:
    shown = ", ".join(attached[:_SHOWN]) + ", …" * (len(attached) > _SHOWN)
    return f": {shown}" if attached else ""
