"""How quickly a browser opens the page of a draft of 10,000 words with 200 findings, and how smoothly it's read.

    python bench/page.py

Prints a line a figure: how long the page takes to write, to load and to set; then, of a reader who scrolls through it and
goes from finding to finding, the longest frame and the longest task. A stutter is a task of 50 ms or more. Needs a Chromium
on this machine, and playwright (the extra `clients`).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from copy_of_any_length import copy_of

from newslint.config.settings import Config
from newslint.desk.run import Desk, check_drafts
