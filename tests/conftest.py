from __future__ import annotations

import pytest

from newslint import builtin
from newslint.config import Config
from newslint.plugins import Registry, plugin_manager, registry


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots", action="store_true", help="write the findings of the corpus anew instead of comparing"
    )


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the caches of the person who runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def built_in() -> Registry:
    return registry(plugin_manager(builtin, entry_points=False))


@pytest.fixture(scope="session")
def config() -> Config:
    return Config()
