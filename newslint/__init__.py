"""newslint reads a news draft the way a good sub-editor does and reports where it disagrees with itself."""

from newslint.version import VERSION

__version__ = VERSION

__all__ = ["__version__"]
