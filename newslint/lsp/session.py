"""One editor's session: the newest text of each draft, judged once its writer pauses; what an older text gave is dropped."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from newslint.errors import internal
from newslint.linter import AbandonedError
from newslint.lsp.drafts import Draft
from newslint.lsp.linting import Desks, Judgement, Linting
from newslint.report import Report

T = TypeVar("T")
# How often it's looked whether a configuration has changed, in seconds: not every editor tells.
_LOOK = 1.0


class Session:
    """The drafts that are open. `show` is called with each judgement of a newest text, `tell` with what went wrong.

    `pause` are the seconds without a key after which a draft is judged.
    """

    def __init__(
        self,
        open_desks: Callable[[], Desks],
        show: Callable[[Judgement], None],
        tell: Callable[[str], None],
        pause: float,
    ) -> None:
        self._linting = Linting(open_desks)
        self._worker = ThreadPoolExecutor(1, "newslint")
        self._show, self._tell, self._pause = show, tell, pause
        self._drafts: dict[str, Draft] = {}
        self._judged: dict[str, Judgement] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._watch: asyncio.Task[None] | None = None
        self._over = False

    def take_up(self, draft: Draft) -> None:
        """Begin with a draft, and judge it at once."""
        self._drafts[draft.uri] = draft
        self._start(draft.uri)
        self._watch = self._watch or asyncio.ensure_future(self._looked())

    def change(self, uri: str, version: int, text: str) -> None:
        """Take a newer text, which is judged when no newer one comes for a while."""
        if uri not in self._drafts:
            return
        self._drafts[uri] = self._drafts[uri].changed(version, text)
        self._wait_no_longer(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(self._pause, self._start, uri)

    def close(self, uri: str) -> None:
        """Forget a draft."""
        self._wait_no_longer(uri)
        self._drafts.pop(uri, None)
        self._judged.pop(uri, None)
        self._running.pop(uri, None)

    def end(self) -> None:
        """Let go of everything; what is being judged is abandoned."""
        self._over = True
        for uri in list(self._drafts):
            self.close(uri)
        if self._watch:
            self._watch.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def newest(self, uri: str) -> Judgement | None:
        """The judgement of a draft's newest text, which is not waited with; None where it's closed meanwhile."""
        while uri in self._drafts and not self._over:
            judged = self._judged.get(uri)
            if judged and judged.draft is self._drafts[uri]:
                return judged
            if uri in self._waiting or uri not in self._running or self._running[uri].done():
                self._start(uri)
            await asyncio.wait([self._running[uri]])
        return None

    async def look(self) -> None:
        """Judge all drafts anew if a configuration, or what one names, has changed."""
        if await self.alone(self._linting.has_changed):
            await self.renew()

    async def renew(self) -> None:
        """Judge all drafts anew, by what the configurations say now."""
        await self.alone(self._linting.renew)
        for uri in list(self._drafts):
            self._judged.pop(uri, None)
            self._start(uri)

    async def alone(self, work: Callable[[], T]) -> T:
        """What `work` gives, done while no draft is judged."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def _wait_no_longer(self, uri: str) -> None:
        timer = self._waiting.pop(uri, None)
        if timer:
            timer.cancel()

    def _start(self, uri: str) -> None:
        self._wait_no_longer(uri)
        draft = self._drafts.get(uri)
        if draft and not self._over:
            self._running[uri] = asyncio.ensure_future(self._judge(draft))

    async def _judge(self, draft: Draft) -> None:
        def wanted() -> bool:
            return self._drafts.get(draft.uri) is draft

        try:
            judged = await self.alone(lambda: self._linting.judge(draft, wanted))
        except AbandonedError:
            return
        except Exception as error:  # the editor's session outlasts any one draft
            if not wanted():
                return
            self._tell(f"an error in newslint itself: {internal(error)}")
            judged = Judgement(draft, Report(draft.source))
        if wanted():
            self._judged[draft.uri] = judged
            self._show(judged)

    async def _looked(self) -> None:
        while not self._over:
            await asyncio.sleep(_LOOK)
            try:
                await self.look()
            except Exception as error:  # but not at the end, when nobody works any more
                if not self._over:
                    self._tell(f"an error in newslint itself: {internal(error)}")
