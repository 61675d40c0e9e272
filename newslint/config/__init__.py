"""What is chosen: which rules run, how they are tuned, what shall stand; from .newslint.yml and the command line."""

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def __getattr__(name):
        """What plugins were once shown here."""
        if name not in {"Config"}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from newslint.plugins.old_paths import moved

        return moved(__name__, name)
