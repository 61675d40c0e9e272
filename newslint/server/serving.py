"""A server on the loopback: under this machine's own names, silent, and without a log."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from collections.abc import Callable

from newslint.desk.run import Desk
from newslint.errors import NewslintError

PORT = 8017
_HOME = "127.0.0.1"
_NAMES = (_HOME, "localhost")


class AddressError(NewslintError):
    """The port that was asked for can't be had."""


def listening(port: int | None) -> socket.socket:
    """A socket on the loopback at `port`, which 0 leaves to the system; without one at the usual, or where that is taken any.

    Raises AddressError where the port can't be had.
    """
    try:
        return _bound(PORT if port is None else port)
    except OSError as error:
        if port is None and error.errno == errno.EADDRINUSE:
            return _bound(0)
        raise AddressError(f"port {port} can't be had: {error.strerror}") from error
    except OverflowError as error:
        raise AddressError(f"there's no port {port}") from error


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((_HOME, port))
        made.listen(64)
    except BaseException:
        made.close()
        raise
    return made


def address(listener: socket.socket) -> str:
    """Where the desk is to be found."""
    return f"http://{_HOME}:{listener.getsockname()[1]}/"


def serve(desk: Desk, listener: socket.socket, ready: Callable[[], object]) -> None:
    """Serve `desk` at `listener` until interrupted; `ready` is called once it answers."""
    import uvicorn

    from newslint.server.app import app

    port = listener.getsockname()[1]
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio"):
        logging.getLogger(name).disabled = True  # what goes wrong is told to whoever asked; a log would quote drafts
    config = uvicorn.Config(
        app(desk, tuple(f"{name}:{port}" for name in _NAMES)),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)

    async def run() -> None:
        task = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started and not task.done():
            await asyncio.sleep(0.01)
        if not task.done():
            ready()
        await task

    asyncio.run(run())
