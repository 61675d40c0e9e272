"""Which analysis a plugin replaces: its public name says; where it lies only for one release more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newslint.analyses import ANALYSES, quotes
from newslint.document import Document, analysis
from newslint.errors import PluginError
from newslint.linter import parsed
from newslint.plugins import builtin
from newslint.plugins.hookspecs import hookimpl
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.source import Source
from newslint.text.words import lowered


def nothing(document: Document) -> tuple[()]:
    """A replacement that's easily told."""
    return ()


@analysis
def own(document: Document) -> tuple[int, ...]:
    """An analysis that a plugin brings, for another plugin to replace."""
    return (len(document.text),)


class Plugin:
    def __init__(self, *keys: Any) -> None:
        self.keys = keys

    @hookimpl
    def newslint_analyses(self) -> dict[Any, object]:
        return dict.fromkeys(self.keys, nothing)


def given(*plugins: Plugin) -> Registry:
    manager = plugin_manager(builtin, entry_points=False)
    for number, plugin in enumerate(plugins, 1):
        manager.register(plugin, f"desk {number}.0")
    return registry(manager)


def outcome(analysis: Callable[[Document], Any], plugins: Registry) -> Any:
    return analysis(parsed(Source("a.txt", "“The end,” she said.", ".txt"), plugins))


@pytest.mark.parametrize("name", ANALYSES)
def test_each_public_analysis_is_replaced_by_its_name(name: str) -> None:
    import newslint.analyses

    assert outcome(getattr(newslint.analyses, name), given(Plugin(name))) == ()


def test_the_analysis_itself_says_which_one_it_is() -> None:
    assert outcome(quotes, given(Plugin(quotes))) == ()
    assert given(Plugin(quotes)).analyses.keys() == {"quotes"}
    assert outcome(lowered, given(Plugin(lowered))) == ()  # one that isn't public


@pytest.mark.parametrize("key", ["newslint.analysis.quotes:quotes", "newslint.text.quotations:quotes"])
def test_where_it_lies_or_lay_works_with_a_warning(key: str) -> None:
    with pytest.warns(
        DeprecationWarning, match=r"plugin desk 1\.0: “newslint\S+” is called “quotes”, and nothing else"
    ):
        plugins = given(Plugin(key))
    assert outcome(quotes, plugins) == ()


def test_one_that_isnt_public_works_with_a_warning() -> None:
    with pytest.warns(DeprecationWarning, match=r"desk 1\.0: “newslint\.text\.words:lowered” is no public analysis"):
        plugins = given(Plugin("newslint.text.words:lowered"))
    assert outcome(lowered, plugins) == ()


def test_one_of_another_plugins_is_nobodys_affair() -> None:
    plugins = given(Plugin(f"{__name__}:own"))
    assert outcome(own, plugins) == ()
    assert outcome(quotes, plugins) != ()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("quotations", r"plugin desk 1\.0: there's no analysis “quotations” \(did you mean “quotes”\?\)"),
        ("quote", r"plugin desk 1\.0: there's no analysis “quote” \(did you mean “quotes”\?\)"),
        (
            "elsewhere.people:person",
            r"plugin desk 1\.0: there's no analysis “elsewhere\.people:person” \(known: dates, .*, words\)",
        ),
        ("string:sentence", r"plugin desk 1\.0: there's no analysis “string:sentence” \(did you mean “sentences”"),
    ],
)
def test_an_unknown_name_is_an_error_with_the_plugin_and_the_nearest(key: str, said: str) -> None:
    with pytest.raises(PluginError, match=said):
        outcome(quotes, given(Plugin(key)))


def test_two_plugins_that_mean_one_analysis_are_both_named() -> None:
    for one, two in (("quotes", quotes), (quotes, "quotes")):
        with pytest.raises(
            PluginError, match=r"“quotes” of analyses is given by two plugins: desk \d\.0 and desk \d\.0"
        ):
            given(Plugin(one), Plugin(two))
