"""What is brought in: the hooks, the registry of what they give, and newslint's own parts as a plugin."""

TYPE_CHECKING = False
if not TYPE_CHECKING:

    def __getattr__(name):
        """What plugins were once shown here."""
        if name not in {"Registry", "plugin_manager", "resolve"}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from newslint.plugins.old_paths import moved

        return moved(__name__, name)
