"""Character references of HTML and Markdown: &amp; &#8217; &rsquo;"""

from __future__ import annotations

from functools import cache

from newslint.startup.expressions import compiled

# The longest named reference has 33 characters; numbers may have leading zeros.
REFERENCE = compiled(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,32});?")


@cache
def decoded(reference: str) -> str:
    """What a reference stands for; itself where it names nothing."""
    from html import unescape

    if not reference.endswith(";") and not reference.startswith("&#"):
        known = unescape(reference)
        return known if known[:1] != "&" and len(known) == 1 else reference
    return unescape(reference)
