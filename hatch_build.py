"""What is done when newslint is installed, besides what the build does by itself: its patterns are compiled."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Patterns(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the codes of patterns where newslint's modules look for them, in the checkout or in the wheel.

    They are this Python's own; another, for whom the same wheel may be meant, doesn't look at them.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        command = [sys.executable, "-I", "-S", str(Path(self.root, "tools", "compile_patterns.py"))]
        told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout.strip()
        if version != "editable" and told and Path(told).is_file():
            build_data["force_include"][told] = Path(told).relative_to(self.root).as_posix()
