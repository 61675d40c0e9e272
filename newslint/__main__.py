"""Where a run begins, as `newslint` and as `python -m newslint`."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the folder that it's called in first, and that may be a stranger's repository.
    del sys.path[0]

import atexit
import gc
import os

# After so many new objects the collector looks for unreachable ones. A draft of 700 words takes 30,000, all of which go
# with it, so that Python's own 700 and all that a draft reaches are looked through for nothing.
_OBJECTS = 200_000


def main() -> None:
    """Hand over to the command line, in a process that is soon over.

    Looking for unreachable objects takes a tenth of a run, half of it at the end, when the memory goes back anyhow:
    frozen objects are passed over there.
    """
    # Nor does a process that this one starts look there, or Windows for its program.
    os.environ |= {"PYTHONSAFEPATH": "1", "NoDefaultCurrentDirectoryInExePath": "1"}
    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)
    try:
        from newslint.cli import main as command_line

        command_line()
    except KeyboardInterrupt:  # before the command line stood, or when it was done
        sys.exit(130)


if __name__ == "__main__":
    main()
