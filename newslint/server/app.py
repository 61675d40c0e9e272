"""The desk's routes: the page, `POST /check` for content systems, what the page asks for, and the description of all that."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from newslint.desk.run import Desk
from newslint.errors import NewslintError, UnreadableError, internal
from newslint.reading import MAX_BYTES
from newslint.report import Run
from newslint.reporters.json_text import json_text
from newslint.server.answers import Levels, annotated, checked, contract, proof
from newslint.server.guard import Guard
from newslint.server.openapi import description
from newslint.server.orders import Order, OrderError, order
from newslint.server.pages import Page, api_page, desk_page

T = TypeVar("T")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Nobody waits for the answer any more; no browser sees this number.
_GONE = 499
_REFUSED = {404: "there's nothing here", 405: "this is asked for in another way"}


def app(desk: Desk, hosts: tuple[str, ...], most: int = MAX_BYTES) -> ASGIApp:
    """The desk as an application that answers under `hosts`, each with its port, to requests of up to `most` bytes."""
    room = _Room(desk)
    routes = [
        Route("/", room.page),
        Route("/api", room.api),
        Route("/openapi.json", room.openapi),
        Route("/check", room.check, methods=["POST"]),
        Route("/proof", room.proof, methods=["POST"]),
        Route("/annotated", room.annotated, methods=["POST"]),
    ]
    handlers: Any = {HTTPException: _refused, NewslintError: _mistaken, Exception: _failed}
    return Guard(Starlette(routes=routes, exception_handlers=handlers), hosts, most)


class _Room:
    """What the routes share: the desk, and that it reads one draft at a time."""

    def __init__(self, desk: Desk) -> None:
        self._levels = Levels(desk)
        self._one = asyncio.Lock()
        suffixes = tuple(sorted(desk.registry.parsers))
        self._suffixes = suffixes
        self._page = desk_page(suffixes, desk.config.gate.require_reason)
        self._description = description(suffixes)
        self._api = api_page(self._description)

    async def page(self, _: Request) -> Response:
        return _html(self._page)

    async def api(self, _: Request) -> Response:
        return _html(self._api)

    async def openapi(self, _: Request) -> Response:
        return JSONResponse(self._description)

    async def check(self, request: Request) -> Response:
        return await self._answered(request, lambda run, _: _json(contract(run)))

    async def proof(self, request: Request) -> Response:
        return await self._answered(request, lambda run, _: _json(proof(run)))

    async def annotated(self, request: Request) -> Response:
        return await self._answered(request, _word)

    async def _answered(self, request: Request, answer: Callable[[Run, Order], Response]) -> Response:
        """Lint the draft of `request` and answer it. A request that nobody waits for any longer costs no linting."""
        body = await request.body()
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        asked = order(body, kind == "application/json", request.query_params, self._suffixes)
        async with self._one:
            if await request.is_disconnected():
                return Response(status_code=_GONE)
            return await run_in_threadpool(lambda: answer(checked(self._levels, asked), asked))


def _html(page: Page) -> Response:
    return HTMLResponse(page.html, headers={"Content-Security-Policy": page.policy})


def _json(data: Any) -> Response:
    return Response(json_text(data), media_type="application/json")


def _word(run: Run, asked: Order) -> Response:
    name = quote(f"notes on {asked.source.name}", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(annotated(run, asked.data), media_type=_WORD, headers=headers)


def _error(status: int, sentence: str) -> Response:
    return Response(json.dumps({"error": sentence}), status, media_type="application/json")


async def _refused(_: Request, error: Exception) -> Response:
    """What the routes themselves refuse: another path, another method."""
    if not isinstance(error, HTTPException):
        return _error(400, "refused")
    answer = _error(error.status_code, _REFUSED.get(error.status_code) or error.detail)
    answer.headers.update(error.headers or {})
    return answer


async def _mistaken(_: Request, error: Exception) -> Response:
    """What the draft or the order is to blame for."""
    status = error.status if isinstance(error, OrderError) else 422 if isinstance(error, UnreadableError) else 500
    return _error(status, str(error))


async def _failed(_: Request, error: Exception) -> Response:
    """A mistake of newslint's own. It's told to whoever asked, and written nowhere, for it may quote the draft."""
    return _error(500, f"an error in newslint itself: {internal(error)}")
