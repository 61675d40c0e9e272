"""newslint reads a news draft the way a good sub-editor does and reports where it disagrees with itself.

What it hands on here is its promise to those who write plugins: docs/plugins.md says what each name is.
"""

import sys

from newslint.version import VERSION

__version__ = VERSION

__all__ = [
    "Block",
    "Change",
    "Check",
    "Comment",
    "Config",
    "Document",
    "Finding",
    "Hit",
    "Location",
    "Note",
    "Passage",
    "Piece",
    "Question",
    "Reader",
    "ReaderError",
    "Registry",
    "Reply",
    "Report",
    "Role",
    "Run",
    "Severity",
    "Source",
    "Span",
    "__version__",
    "analysis",
    "check",
    "hookimpl",
    "lint",
]

TYPE_CHECKING = False  # as type checkers read it; the typing module needn't be loaded for that
if TYPE_CHECKING:
    from newslint.config.settings import Config
    from newslint.document import Block, Comment, Document, Piece, Role, analysis
    from newslint.errors import ReaderError
    from newslint.finding import Finding, Severity
    from newslint.hit import Change, Check, Hit, Note, check
    from newslint.linter import lint
    from newslint.plugins.hookspecs import hookimpl
    from newslint.plugins.registry import Registry
    from newslint.readers.protocol import Passage, Question
    from newslint.readers.reader import Reader, Reply
    from newslint.report import Report, Run
    from newslint.source import Location, Source, Span
else:
    _NAMES = {
        "newslint.config.settings": "Config",
        "newslint.document": "Block Comment Document Piece Role analysis",
        "newslint.errors": "ReaderError",
        "newslint.finding": "Finding Severity",
        "newslint.hit": "Change Check Hit Note check",
        "newslint.linter": "lint",
        "newslint.plugins.hookspecs": "hookimpl",
        "newslint.plugins.registry": "Registry",
        "newslint.readers.protocol": "Passage Question",
        "newslint.readers.reader": "Reader Reply",
        "newslint.report": "Report Run",
        "newslint.source": "Location Source Span",
    }
    _HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

    def __getattr__(name):
        """A public name, whose module is imported when it's first asked for."""
        if name not in _HOMES:
            raise AttributeError(f"module 'newslint' has no attribute {name!r}")
        from importlib import import_module

        thing = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return thing

    def __dir__():
        return sorted({*globals(), *__all__})

    class _OldPaths:
        """Asked for what nothing else finds: a plugin may name a module by where it lay a release ago."""

        @staticmethod
        def find_spec(name, path=None, target=None):  # noqa: ARG004
            if not name.startswith("newslint."):
                return None
            from newslint.plugins import old_paths

            return old_paths.spec(name)

    sys.meta_path.append(_OldPaths)
