from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings

from newslint.config.settings import Config
from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.source import Source
from newslint.vale.ini import read_ini
from newslint.vale.run import ValeRun

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A browser of the system's that asks for nothing of its own.
_CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
_QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)

Lines = Callable[..., list[str]]
Once = Callable[[str, Callable[[Path], None]], Path]

# The same cases on every run, and no test asks how long a case took: that is for bench/.
settings.register_profile("newslint", deadline=None, derandomize=True, database=None)
settings.load_profile("newslint")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots", action="store_true", help="write the findings of the corpus anew instead of comparing"
    )


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the caches of the person who runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A folder of this name, filled by the first that asks for it: processes that run tests side by side share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base

    def folder(name: str, fill: Callable[[Path], None]) -> Path:
        with FileLock(shared / f"{name}.lock"):
            if not (shared / f"{name}.filled").exists():
                fill(shared / name)
                (shared / f"{name}.filled").touch()
        return shared / name

    return folder


@pytest.fixture(scope="session")
def built(once: Once) -> Path:
    """A folder with the wheel and the source archive."""

    def build(folder: Path) -> None:
        words = [sys.executable, "-m", "build", "--outdir", str(folder), str(Path(__file__).parent.parent)]
        subprocess.run(words, check=True, capture_output=True, text=True)

    return once("built", build)


@pytest.fixture(scope="session")
def built_in() -> Registry:
    return registry(plugin_manager(builtin, entry_points=False))


@pytest.fixture(scope="session")
def config() -> Config:
    return Config()


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    """What a style of some rules says of a draft: `line:column:rule:message`, a line each."""

    def run(copy: str, ini: str = "", name: str = "draft.md", **rules: str) -> list[str]:
        for rule, text in rules.items():
            path = tmp_path / "styles" / "Desk" / f"{rule}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (tmp_path / "styles").mkdir(exist_ok=True)
        (tmp_path / ".vale.ini").write_text(ini or "StylesPath = styles\n[*]\nBasedOnStyles = Desk\n", encoding="utf-8")
        vale = ValeRun(read_ini(tmp_path / ".vale.ini"))
        assert vale.notices == []
        report = vale.lint(Source(name, copy, Path(name).suffix))
        assert report.failures == ()
        return [f"{f.start.line}:{f.start.column}:{f.rule}:{f.message}" for f in report.findings]

    return run


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs that are started here heed an interrupt, though a shell's background job was told to pass it over."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser. It keeps an event loop running, which other modules mustn't meet."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install '.[clients]'")
    if not _CHROMIUM:
        pytest.skip("needs a Chromium on this machine")
    with playwright.sync_playwright() as started:
        opened: Browser = started.chromium.launch(executable_path=_CHROMIUM, args=_QUIET.split())
        yield opened
        opened.close()
