"""Who may ask the desk, and how much: only this machine's own browser and programs, under the desk's own address.

A page of the web that is open in the same browser can send requests to the loopback, and a name of its own can be made to
point there (DNS rebinding). So the host that is asked for must be the desk's, and whoever says that it comes from
elsewhere is refused. What goes out may be kept by nobody and shown in no other page.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Nothing of an answer is kept, guessed at, framed, or given to another page.
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_SAFE = {"GET", "HEAD"}
_OWN_SITE = {"same-origin", "none"}


class Guard:
    """Refuses requests under another name than `hosts` (each with its port), from elsewhere, or larger than `most` bytes."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], most: int) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"http://{host}" for host in hosts)
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it with why not."""
        if scope["type"] != "http":
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(scope["method"], Headers(scope=scope))
        if refused:
            status, why = refused
            await JSONResponse({"error": why}, status)(scope, receive, sealed)
            return
        # What the application raises it has answered already; a server would write it down, and it may quote a draft.
        with contextlib.suppress(Exception):
            await self._app(scope, self._limited(receive), sealed)

    def _refusal(self, method: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
        """The status and the reason, where the request is refused."""
        if headers.get("host", "").lower() not in self._hosts:
            return 403, "the desk is asked for under another name than its own"
        if method not in _SAFE:
            origin = headers.get("origin")
            if origin is not None and origin not in self._origins:
                return 403, "the desk answers no other site"
            if headers.get("sec-fetch-site", "none") not in _OWN_SITE:
                return 403, "the desk answers no other site"
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            return 400, "the length of the draft is no number"
        if len(length) > 15 or int(length) > self._most:
            return 413, self._too_large
        return None

    def _limited(self, receive: Receive) -> Receive:
        """`receive` up to the limit, whatever length the body was said to have."""
        left = self._most

        async def limited() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, self._too_large)
            return message

        return limited

    @property
    def _too_large(self) -> str:
        return f"the draft is larger than {self._most // 1_000_000} MB"
