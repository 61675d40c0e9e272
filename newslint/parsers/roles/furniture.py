"""Lines that belong to a page and not to its story: navigation, share buttons, links to other stories.

What is called furniture is not linted, so a line must be nothing else: each cue accounts for the whole line.
"""

from __future__ import annotations

from itertools import pairwise

_EDGES = " \t\u00a0…!:;,|•·*#>»→›-–—"
_LONGEST = 320
_LONGEST_LINE = 40
_LONGEST_PHRASE = 180

# The line as it stands, in lower case and without marks at its ends.
_LINES = frozenset(
    [
        *("advertisement", "advertorial", "sponsored", "sponsored content", "story continues below", "article continues below"),
        *("continue reading", "keep reading", "continue reading the main story", "continue reading below", "read more", "read next"),
        *("read also", "see also", "also read", "read the full story", "read the full article", "read more here", "more on this"),
        *("related", "related stories", "related articles", "related content", "related topics", "related coverage", "related links"),
        *("related reading", "related news", "related posts", "related videos", "related story", "related article", "related internet links"),
        *("more on this story", "more on this topic", "more on this subject", "more stories", "more news", "more coverage", "more like this"),
        *("recommended", "recommended for you", "recommended stories", "recommended reading", "trending", "trending now", "trending stories"),
        *("editor's picks", "editors' picks", "editors picks", "top stories", "latest stories", "latest headlines", "latest news", "latest videos"),
        *("most viewed", "most read", "most popular", "most shared", "most commented", "popular stories", "popular articles", "popular posts"),
        *("you may like", "you may also like", "you might like", "you might also like", "you may be interested in", "you might be interested in"),
        *("share this", "share this story", "share this article", "share this post", "share this page", "share this with", "share article"),
        *("share full article", "share via", "share options", "view comments", "view all comments", "read comments", "show comments", "post a comment"),
        *("leave a comment", "leave a reply", "add a comment", "hide comments", "comments closed", "comments are closed", "join the conversation"),
        *("load more", "show more", "show less", "see more", "see all", "view more", "hide caption", "toggle caption", "enlarge this image"),
        *("view full size image", "view larger image", "click to enlarge", "view slideshow", "launch gallery", "see all photos", "explore further"),
        *("view image in fullscreen", "open image in gallery", "view gallery", "play video", "watch video", "listen to this article", "copy link"),
        *("copy link to clipboard", "link copied", "toggle navigation", "main navigation", "main menu", "open menu", "close menu", "site search"),
        *("back to top", "back to home", "back to homepage", "accept cookies", "accept all cookies", "reject all cookies", "manage cookies"),
        *("cookie settings", "cookie policy", "cookie preferences", "privacy policy", "privacy settings", "privacy notice", "terms of use"),
        *("terms and conditions", "contact us", "about us", "all rights reserved", "click here", "sign in", "log in", "print this page"),
        *("email this article", "thank you for subscribing", "get the app", "download the app", "breaking news alerts", "don't miss"),
        *("print this article", "save for later", "add to reading list", "leer en español", "what to read next", "from our partners"),
        *("sign in to comment", "log in to comment", "login to comment", "register to comment", "sign in or register to comment"),
        *("log in or register to comment", "log in or register to post comments", "login or register to post comments", "bookmark this article"),
        *("save this article", "save article", "gift this article", "report this ad", "skip advertisement", "terms of service", "view all comments"),
        *("e-mail this article", "email this story", "print this story", "share this on social media", "comments are now closed", "comments closed"),
        *("this article is closed to comments", "comments are closed on this article", "report an error", "send us a correction", "give feedback"),
        *("promoted content", "promoted stories", "around the web", "from around the web", "paid content", "video player is loading"),
    ]
)  # fmt: skip

# By its first word: how a line begins, and how many words it may have.
_OPENINGS = {
    "skip": (("skip to ", 24),),
    "this": (("this article is more than ", 10), ("this site uses cookies", 60), ("this website uses cookies", 60)),
    "advertisement": (("advertisement ", 9),),
    "story": (("story continues ", 6),),
    "article": (("article continues ", 6),),
    "scroll": (("scroll to continue", 8), ("scroll down to continue", 9), ("scroll down for ", 7)),
    "continue": (("continue reading ", 8),),
    "read": (
        ("read more:", 30),
        ("read more |", 30),
        ("read more >", 30),
        ("read next:", 30),
        ("read also:", 30),
        ("read or share this story", 10),
    ),
    "also": (("also read:", 30), ("also read |", 30)),
    "see": (("see also:", 30),),
    "related": (("related:", 30), ("related story:", 30), ("related stories:", 30), ("related article:", 30)),
    "more": (("more on this story:", 30), ("more stories from ", 9), ("more stories like ", 7), ("more news from ", 9)),
    "most": (("most read in ", 6), ("most popular in ", 6), ("most viewed in ", 6)),
    "follow": (("follow us on ", 16),),
    "like": (("like us on ", 16),),
    "find": (("find us on ", 16),),
    "share": (("share on ", 5), ("share this on ", 6), ("share via ", 4)),
    "click": (("click here to ", 14), ("click here for ", 14)),
    "tap": (("tap here to ", 14),),
    "we": (("we use cookies", 60),),
    "by": (("by using this site, you agree", 40), ("by continuing to use this ", 40)),
    "copyright": (("copyright ©", 30), ("copyright (c)", 30)),
    "©": (("©", 30),),
    "reading": (("reading time:", 6),),
    "estimated": (("estimated reading time", 8),),
    "listen": (("listen to this article", 6),),
}
_INVITATIONS = ("sign up", "subscribe", "get our ", "get the ", "join our ", "register for our ", "want more ")
_LETTERS = ("newsletter", "inbox", "news alerts", "email updates", "email alerts", "daily briefing", "morning briefing")
_NETWORKS = (
    "twitter",
    "x",
    "facebook",
    "instagram",
    "tiktok",
    "linkedin",
    "youtube",
    "bluesky",
    "threads",
    "whatsapp",
    "mastodon",
)
_COUNT_OPENINGS = ("view ", "show ", "see ", "read ", "all ")
_COUNTED = frozenset(
    ["comments", "comment", "shares", "share", "views", "likes", "min read", "minute read", "mins read", "min listen"]
)

# Words that are a page's only beside other lines of a page.
_BUTTONS = frozenset(
    [
        *("share", "tweet", "email", "e-mail", "print", "save", "facebook", "twitter", "whatsapp", "reddit", "pinterest", "linkedin"),
        *("messenger", "pocket", "flipboard", "comment", "comments", "menu", "search", "home", "close", "open", "login", "register", "subscribe"),
        *("photo", "photos", "video", "listen", "bookmark", "gift", "copy", "speed", "link", "in", "x", "on", "and", "via", "or", "this", "sms", "by", "written"),
    ]
)  # fmt: skip
_TEASER_ENDS = (
    "read",
    "read more",
    "learn more",
    "see more",
    "read on",
    "more",
    "continue reading",
    "read more »",
    "more »",
    "[…]",
    "→",
)
# Headings of the links that follow a story on its page.
_AFTERMATH = (
    *("most viewed", "most read", "most popular", "most shared", "most commented", "related", "more on this", "more from", "more stories"),
    *("more news", "you may also", "you might also", "you may like", "recommended", "trending", "editors", "editor's", "top stories"),
    *("latest stories", "latest headlines", "latest news", "popular stories", "popular articles", "popular posts", "what to read next"),
    *("around the web", "from around the web", "promoted", "read next"),
)  # fmt: skip


def is_furniture(line: str) -> bool:
    """Whether the line belongs to a page and not to its story."""
    first = line.split(None, 1)[:1] if len(line) <= _LONGEST else []
    openings = _OPENINGS.get(first[0].lower().replace("’", "'").rstrip(":"), ()) if first else ()
    if not first or (len(line) > _LONGEST_PHRASE and not openings):
        return False
    plain = line.lower().replace("’", "'")
    if len(plain) < _LONGEST_LINE and plain.strip(_EDGES + ("." if plain.count(" ") > 1 else "")) in _LINES:
        return True
    if "|" in plain and all(part.strip(_EDGES) in _LINES for part in plain.split("|")):
        return True
    if any(plain.startswith(opening) and len(plain.split()) <= most for opening, most in openings):
        return True
    if len(plain) > _LONGEST_PHRASE:
        return False
    bare = plain.strip(_EDGES + ".")
    return _invites(bare) or _counts(bare) or bare.endswith("all rights reserved")


def is_button(line: str) -> bool:
    """Whether the line could be a page's buttons; a crosshead may read the same."""
    return len(line) < 80 and all(word.strip(_EDGES) in _BUTTONS or word.isdigit() for word in line.lower().split())


def opens_aftermath(line: str) -> bool:
    """Whether the line heads a list of links to other stories."""
    return len(line) < 60 and line.lower().replace("’", "'").lstrip(_EDGES).startswith(_AFTERMATH)


def _invites(bare: str) -> bool:
    """An offer of a newsletter, one sentence long."""
    return (
        bare.startswith(_INVITATIONS)
        and any(letter in bare for letter in _LETTERS)
        and not any(mark in bare for mark in (". ", "? "))
    )


def follows(line: str) -> bool:
    """Whether the line asks to follow someone: “Follow A B on Twitter”, “Follow us on X”."""
    words = line.lower().split()
    return (
        3 <= len(words) <= 16
        and words[0] == "follow"
        and any(word == "on" and after.strip(",.:") in _NETWORKS for word, after in pairwise(words))
    )


def _counts(bare: str) -> bool:
    """“12 comments”, “view all 12 comments”, “4 min read”."""
    if not (bare[:1].isdigit() or bare.startswith(_COUNT_OPENINGS)):
        return False
    for opening in _COUNT_OPENINGS:
        bare = bare.removeprefix(opening)
    number, _, what = bare.replace("-", " ").partition(" ")
    return number.replace(",", "").isdigit() and what in _COUNTED


def is_teaser(line: str) -> bool:
    """Whether the line is the cut-off beginning of another story: “… Read more”."""
    end = line[-24:].lower()
    return end.endswith(_TEASER_ENDS) and any(mark in end for mark in ("…", "...", "→"))
