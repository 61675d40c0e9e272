"""Words of sums: what the copy says of a total, of its parts, and of how they belong together, as patterns."""

from __future__ import annotations

import re

from newslint.startup.expressions import compiled

CUES = {
    "total": r"\b(?:a |in |the |grand |combined |overall )?total(?:s|led|ling|ing)?\b",
    "together": r"\b(?:together|combined|in all|altogether|all told|between them|add(?:s|ed|ing)? up|added up|sum|overall|a combined|made up of|comprising|consist\w*|bringing|brings?)\b",
    "divided": r"\b(?:split|divided|shared|broken down|breakdown|of which|of whom|namely)\b",
    "votes": r"\b(?:votes?|voted|seats?|ballots?|members|councillors|legislature|board|house|parliament|jury)\b",
}  # fmt: skip
# What stands between a total and the first of the parts that follow it, by the mark that announces them.
OPENERS = {
    "colon": r"[^:;.()–—]{0,80}: (?:[a-z]+ ){0,2}",
    "semicolon": r"[^:;.()–—]{0,80}; (?:[a-z]+ ){0,2}",
    "dash": r"[^:;.()–—]{0,80}(?: [–—-] |[–—])(?:[a-z]+ ){0,2}",
    "bracket": r"[^:;.()–—]{0,80} \((?:[a-z]+ ){0,2}",
    "comma": r"[^:;.()–—]{0,80}, (?:[a-z]+ ){0,3}",
    "of": r"[^:;.()–—]{0,60}(?:made up of|comprising|consisting of|composed of|comprised of) ",
}
# Before a total of which parts are told: “of the 60”, “out of a total of 60”.
OF_TOTAL = compiled(
    r"\b(?:of|out of|among) (?:(?:the|its|their|all|these|those|some|a total of) )*(?:[\w-]+['’]s )?\Z", re.I
)
# What tells of how a total and its parts belong together, between the first of them and the last.
RELATIONS = {
    "rest": r"\b(?:remaining|remainder|rest,?|balance(?! sheet)|the other|(?:leaving|leaves|(?:that|this|which) left)(?: (?:just|only|about|it|them|him|her|with))*(?= \Z))(?:\b|(?= \Z))",
    "including": r"\b(?:includ\w+|among (?:them|whom|which)|such as)\b",
    "overlapping": r"\b(?:who|that|which|at least|minutes?|times|in addition|besides|except|than|instead)\b",
    "further": r"\b(?:a further|another|an additional|plus)\b",
    "compared": r"\b(?:compared|up from|down from|per|each|every|versus|rather)\b",
    "running": r"\b(?:beg[aiu]n\w*|starts?|started|starting|ends?|ended|ending|opened|opens?|closed|closes?|adds|added|lost|loses|left|gained|sold|bought|hired|removed|net|from)\b",
    "growing": r"\b(?:new|more|additional|latest|since|previous(?:ly)?|so far|this year|career|season|already|increase|earlier)\b",
}
# “… two old schools and the bed of a lake”: one more.
ONE_MORE = compiled(r"[^,;:.()–—\d]{0,40}?,? and (?:an?|the|his|her|its|their) [a-z]")
# A rest without a number, so that the parts needn't make the total: “…; the balance was for security”.
UNCOUNTED = compiled(
    r"(?i)\b(?:the rest|the remaining|the remainder|(?:the|and|,) others|the balance(?! sheet))\b(?!,?[^.;,]{0,25}\d)"
)
# What takes a total up and says that parts follow: “£2.9bn. That is made up of …”.
RESUMED = compiled(
    r"[^.;:]{0,60}[.;:][”\"’']? (?:all of (?:that|this|it) [^.;]{1,60}: ?|(?:(?:that|this|it|they|these|those|the (?:total|sum|figure|money|bill|package))(?:['’]s| (?:is|was|were|are))? ?(?:also )?(?:made up|compris\w+|consist\w*|includ\w+|"
    r"split|divided|shared|covers?|compos\w+|broken down|breaks? down)|of (?:that|this|these|those|them|which|the (?:total|sum|money)))\b[^.;:]{0,40})\Z",
    re.I,
)
# What the line of a list or a table is called that gives the total of the others.
CALLED_TOTAL = compiled(
    r"(?:grand |in |sub-?)?totals?(?: [a-z]+){0,6}(?: \([^()]*\))?|sum|overall|all(?: (?!others?\b|else\b|the rest\b)[a-z]+){0,2}|(?:votes|papers|ballots) (?:cast|polled)",
    re.I,
)
# An item of a list that stands without a number: “a woman and two men”, “two women, two men and a child”.
UNNUMBERED = compiled(
    r"(?:, |; | and |: | [–—] |[–—]|\()(?:an?|one|another|his|her|their|some|several|many|dozens|hundreds)\s(?!further|additional|total|combined)",
    re.I,
)
# What says of parts that there are more, fewer or others, or that one thing is counted twice.
OPEN = r"includ\w+|among|such as|at least|mostly|mainly|each|apiece|both|either|or|more|fewer|less|than|per|times"
