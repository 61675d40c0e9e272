"""What comments in a draft say to Vale: `vale off`, `vale Style.Rule = NO`, `vale style = Other`."""

from __future__ import annotations

import json
import re

_MATCHES = re.compile(r"vale (.+\..+?)(\[.+\]) = (YES|NO)\Z")
_RULE = re.compile(r"vale (.+\..+|[^.]+) = (YES|NO|on|off)\Z")
_STYLES = re.compile(r"vale styles? = (.*)\Z")


class Switches:
    """Which rules the draft has switched off, up to the place that is being read. `styles` are those in force."""

    def __init__(self, styles: tuple[str, ...] = ()) -> None:
        self.styles = styles
        self.all_off = False
        self.off: dict[str, bool] = {}

    def hear(self, comment: str) -> None:
        """Take in one comment; what isn't said to Vale is passed over."""
        if comment in {"vale off", "vale on"}:
            self.all_off = comment == "vale off"
        elif match := _MATCHES.match(comment):
            try:
                words = json.loads(match[2])
            except ValueError:
                return
            for word in words:
                self.off[f"{match[1]}[{word}]"] = match[3] == "NO"
        elif match := _STYLES.match(comment):
            wanted = {style.strip() for style in match[1].split(",")}
            self.off.update({style: style not in wanted for style in (*self.styles, *wanted)})
        elif match := _RULE.match(comment):
            self.off[match[1]] = match[2] in {"NO", "off"}

    def silent(self, rule: str, match: str | None = None) -> bool:
        """Whether `rule` is switched off here, or, where given, for what it found (`match`)."""
        if match is not None:
            return self.off.get(f"{rule}[{match}]", False)
        return self.all_off or self.off.get(rule.split(".", maxsplit=1)[0], False) or self.off.get(rule, False)

    def copy(self) -> Switches:
        """The switches as they stand now."""
        twin = Switches(self.styles)
        twin.all_off, twin.off = self.all_off, dict(self.off)
        return twin
