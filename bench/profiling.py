#!/usr/bin/env python3
"""Where newslint spends its time: what is imported at the start, and which functions cost most in a run.

python bench/profiling.py [--words 20000] [--top 25] [--sort tottime]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from copy_of_any_length import story


def imports(draft: Path, top: int) -> None:
    """The modules that take longest to import for one draft, each without those that it imports itself."""
    command = [sys.executable, "-X", "importtime", "-m", "newslint", "check", "--isolated", "--exit-zero", str(draft)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stderr
    rows = [
        line.removeprefix("import time:").split("|") for line in told.splitlines() if line.startswith("import time:")
    ][1:]
    times = sorted(((int(own), name.strip()) for own, _, name in rows), reverse=True)
    print(f"{len(times)} modules, {sum(own for own, _ in times) / 1000:.1f} ms in all\n")
    for own, name in times[:top]:
        print(f"{own / 1000:8.2f} ms  {name}")


def functions(draft: Path, top: int, order: str) -> None:
    """The dearest functions of a run."""
    import cProfile
    import pstats

    from newslint.config.settings import Config
    from newslint.linter import lint
    from newslint.plugins import builtin
    from newslint.plugins.registry import plugin_manager, registry
    from newslint.reading import read

    given, config = registry(plugin_manager(builtin, entry_points=False)), Config()
    lint(read(draft), given, config)  # what is only loaded once doesn't count
    with cProfile.Profile() as profile:
        lint(read(draft), given, config)
    pstats.Stats(profile).strip_dirs().sort_stats(order).print_stats(top)


def rules(draft: Path, top: int) -> None:
    """What each rule takes after the analyses that others before it have asked for."""
    import time

    from newslint.config.settings import Config
    from newslint.plugins import builtin
    from newslint.plugins.registry import plugin_manager, registry
    from newslint.reading import read

    given, config, source = registry(plugin_manager(builtin, entry_points=False)), Config(), read(draft)
    document = given.parser_for(source)(source)
    times = []
    for rule in config.rules(given):
        start = time.perf_counter()
        list(rule(document))
        times.append((time.perf_counter() - start, rule.id))
    for took, name in sorted(times, reverse=True)[:top]:
        print(f"{took * 1000:8.2f} ms  {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Where newslint spends its time.")
    parser.add_argument("--words", type=int, default=20_000, help="how long the draft is (default: 20,000)")
    parser.add_argument("--top", type=int, default=25, help="how many rows of each table")
    parser.add_argument("--sort", default="tottime", help="tottime or cumtime")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.txt"
        draft.write_text(story(1, options.words), encoding="utf-8")
        print("IMPORTS\n")
        imports(draft, options.top)
        print("\nRULES, the analyses within the first that asks for them\n")
        rules(draft, options.top)
        print("\nFUNCTIONS\n")
        functions(draft, options.top, options.sort)


if __name__ == "__main__":
    main()
