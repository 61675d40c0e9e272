"""Where a run begins, as `newslint` and as `python -m newslint`."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the folder that it's called in first, and that may be a stranger's repository.
    del sys.path[0]

import atexit
import gc
import os
from contextlib import suppress

# After so many new objects the collector looks for unreachable ones. A draft of 700 words takes 30,000, and sixteen are
# linted in one go; all of these go with it, so that Python's own 700 and all that a draft reaches are looked through for nothing.
_OBJECTS = 1_000_000


def main() -> None:
    """Hand over to the command line, in a process that is soon over. Raises SystemExit with the status."""
    # Nor does a process that this one starts look there, or Windows for its program.
    os.environ |= {"PYTHONSAFEPATH": "1", "NoDefaultCurrentDirectoryInExePath": "1"}
    gc.set_threshold(_OBJECTS)
    try:
        from newslint.startup import modules

        modules.install()
        from newslint.cli import main as command_line

        command_line()
    except KeyboardInterrupt:  # before the command line stood, or when it was done
        sys.exit(130)


def run() -> None:
    """`main`, as all that a process does.

    It ends the process itself once everything is written: taking the interpreter apart, for memory that goes back anyhow,
    would be a twentieth of a run.
    """
    try:
        main()
    except SystemExit as ending:
        threads = sys.modules.get("threading")
        if isinstance(ending.code, int) and (threads is None or threads.active_count() == 1):
            atexit._run_exitfuncs()
            for stream in filter(None, (sys.stdout, sys.stderr)):  # for what these said
                with suppress(OSError, ValueError):
                    stream.flush()
            os._exit(ending.code)
        raise


if __name__ == "__main__":
    run()
