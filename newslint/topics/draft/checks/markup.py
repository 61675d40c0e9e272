"""Markup in plain copy, and letters that were garbled on their way here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.prefilter import signs_in

_MARKUP = "markup"
_GARBLED = "a sign garbled on its way here"
_TAGS = "p|br|b|i|u|em|strong|div|span|figure|figcaption|h[1-6]|ul|ol|li|hr|table|tr|td|th|blockquote|iframe|script|sup|sub|small|section|article"
_ENTITIES = "nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|pound|euro|copy|eacute|egrave|uuml|ouml|auml|ccedil|ntilde|#\\d{2,5}|#x[0-9a-fA-F]{2,5}"
# What every such place has: a quick look before the close one.
_MARKUP_SIGNS = ("</", "/>", "<p", "<br", "<h", "<a ", "<img", "<li", "<t", "=\"", "](", "&#", "[caption", "[gallery", "[embed", "[/", "&amp;", "&nbsp;", "&quot;", "&apos;", "&lt;", "&gt;", "&lsquo;", "&rsquo;", "&ldquo;", "&rdquo;", "&mdash;", "&ndash;", "&hellip;", "&pound;", "&euro;", "&copy;", "&eacute;", "&egrave;", "&uuml;", "&ouml;", "&auml;", "&ccedil;", "&ntilde;")  # fmt: skip
_GARBLED_SIGNS = ("â€", "Ã", "Â", "ï»¿", "\ufffd")
_SHOWN = 3
_LONGEST = 40


@cache
def _markup() -> re.Pattern[str]:
    return compiled(
        # A pair's first tag alone may be a share's short form: <em>, <b>.
        rf"<(?:p|br|hr|li|td|tr|table|ul|ol|h[1-6])(?: [a-z-]+=[^<>\n]{{0,200}})? ?/?>|<(?:{_TAGS})(?: [a-z-]+=[^<>\n]{{0,200}}>|>(?=[^\n]{{0,400}}</))|</(?:{_TAGS}|a)>"
        rf"|<a [a-z-]+=[^<>\n]{{1,300}}>|<img [^<>\n]{{1,300}}>|&(?:{_ENTITIES});"
        r"|\[(?:(?:caption|gallery|embed|img)(?: \w+=)|url=|quote=)[^\]\n]{0,120}\]|\[(?:b|i|u|url|img|quote)\](?=[^\n]{0,400}\[/\w)|\[/(?:caption|gallery|embed|b|i|u|url|img|quote)\]"
        r"|!?\[[^\[\]\n]{0,80}\]\((?:https?://|/|www\.|[\w-]+\.(?:jpe?g|png|gif|html?))[^)\s]{0,200}\)"
    )


@cache
def _garbled() -> re.Pattern[str]:
    return compiled("â€[™œ\x9d“”˜¦žš\x99\x9c\x98]|[ÃÂ][\u00a0-\u00bf](?<![ÃÂ]\u00a0)|Ã[‰¼¶¤–œŸ€‡]|ï»¿|\ufffd")


@check
class Markup:
    """Finds tags, entities and links of a page's source in plain text, and in any text what a wrong encoding made of a letter.

    Each of the two is one finding a draft.
    """

    def __call__(self, document: Document) -> Iterator[Hit]:
        marked = not document.pieces and any(sign in document.text for sign in ("<", "&", "["))
        if marked and signs_in(document, _MARKUP_SIGNS):
            yield from _hit(document, _markup(), _MARKUP)
        if signs_in(document, _GARBLED_SIGNS):
            yield from _hit(document, _garbled(), _GARBLED)


def _hit(document: Document, pattern: re.Pattern[str], what: str) -> Iterator[Hit]:
    spans = (Span(*match.span()) for match in pattern.finditer(document.text))
    places = [span for span in spans if document.block_at(span.start) is not None]
    if places:
        shown = document[places[0]]
        words = {"shown": shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…", "what": what}
        yield Hit(places[0], words, tuple(Note(span, "and here") for span in places[1 : _SHOWN + 1]), confidence=0.85)


_: type[Check] = Markup
