"""`newslint desk`: a page in the browser for those who never open a terminal, and an address for a content system."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.output import say
from newslint.cli.parameters import config_options
from newslint.cli.settings import settings
from newslint.desk.run import Desk
from newslint.extras import need


@click.command(name="desk")
@click.option("--port", type=click.IntRange(0, 65535), help="The port to listen at (default: 8017, or a free one).")
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@config_options
def command(port: int | None, no_browser: bool, config_path: Path | None, isolated: bool) -> None:
    """Serve a page for pasting and mending drafts, on this machine only, until interrupted.

    The configuration nearest to the folder that you're in holds. No draft is stored or logged. A content system sends drafts
    to /check; /api tells how.
    """
    need("desk", "the desk in a browser")
    given = settings(config_path, isolated)
    desk = Desk(given.registry, given.config)
    desk.config.rules(
        desk.registry, shown=True
    )  # mistakes in the configuration are told before anybody waits for a page
    _serve(desk, port, not no_browser)


def _serve(desk: Desk, port: int | None, in_browser: bool) -> None:
    from newslint.server.serving import address, listening, serve

    with listening(port) as listener:
        there = address(listener)

        def ready() -> None:
            say(f"The desk is at {there} until you press Ctrl+C here.")
            if in_browser:
                import webbrowser

                webbrowser.open(there)

        try:
            serve(desk, listener, ready)
        except KeyboardInterrupt:
            say("The desk is closed.")
