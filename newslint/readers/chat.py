"""A reader that is a chat model behind an endpoint of the kind that llama.cpp, vLLM, Ollama and most hosts serve."""

from __future__ import annotations

import contextlib
import json
import os
import ssl
import time
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newslint.errors import ReaderError
from newslint.extras import bringing
from newslint.readers.chat_answers import message_of
from newslint.readers.prompt import PROMPT
from newslint.readers.protocol import LARGEST, Question, rows_schema
from newslint.readers.reader import Reply

if TYPE_CHECKING:
    import httpx

# How long to wait for a connection, in seconds: an endpoint that is there answers at once.
_CONNECT = 10.0
_PLENTY = 429
_PORTS = {"http": 80, "https": 443}
# A request that an endpoint doesn't understand; what it may not understand is left out then.
_MISUNDERSTOOD = frozenset([400, 415, 422])
_REFUSED = frozenset([401, 403, 404, 405])


@dataclass
class ChatReader:
    """A model behind `url` (up to “/v1”). `key_env` names the variable of the environment that holds its key, `key_keyring`
    the service under which the system's keyring does; a key never stands in a configuration.

    `structured` asks for rows by schema, where the endpoint can; `seed` is given to one that has seeds. `answer_tokens` is
    the longest answer.
    """

    url: str
    model: str
    key_env: str = ""
    key_keyring: str = ""
    seed: int = 0
    structured: bool = True
    answer_tokens: int = 4096
    _plain = False  # whether the endpoint was found to understand no more than it must

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            host = parts.hostname and (parts.port is None or parts.port)
        except ValueError as error:
            raise ValueError("“url” is no address") from error
        if parts.scheme not in _PORTS or not host:
            raise ValueError("“url” should be an address that begins with http:// or https://")
        if "@" in parts.netloc or parts.query or parts.fragment:
            raise ValueError("“url” should hold no user, password or key: those come from “key-env” or “key-keyring”")

    @property
    def host(self) -> str:
        """The host and the port that copy goes to."""
        parts = urlsplit(self.url)
        name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
        return f"{name}:{parts.port or _PORTS[parts.scheme]}"

    @property
    def destination(self) -> str:
        return f"{self.host} (model {self.model})"

    @property
    def remote(self) -> bool:
        host = urlsplit(self.url).hostname or ""
        if host == "localhost":
            return False
        try:
            return not ip_address(host).is_loopback
        except ValueError:
            return True

    @property
    def identity(self) -> str:
        return json.dumps([self.url, self.model, self.seed, self.structured, self.answer_tokens, PROMPT])

    def ask(self, question: Question, seconds: float) -> Reply:
        key = self._key()
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": "system", "content": PROMPT}, {"role": "user", "content": question.json()}],
            "temperature": 0,
            "max_tokens": self.answer_tokens,
            "stream": False,
        }
        finer: dict[str, Any] = {"seed": self.seed}
        if self.structured:
            wanted = {"name": "rows", "strict": True, "schema": rows_schema()}
            finer["response_format"] = {"type": "json_schema", "json_schema": wanted}
        deadline = time.monotonic() + seconds
        status, text, kind = self._posted(body if self._plain else {**body, **finer}, key, seconds, deadline)
        calls = 1
        if status in _MISUNDERSTOOD and not self._plain:
            status, text, kind = self._posted(body, key, seconds, deadline)
            calls, self._plain = 2, status == 200
        text = text.replace(key, "…") if key else text
        if status != 200:
            raise ReaderError(f"{self.host} answered {status}", lost=status in _REFUSED)
        message = message_of(text, kind)
        return Reply(message.text, message.model or self.model, message.tokens, calls)

    def _posted(self, body: dict[str, Any], key: str, seconds: float, deadline: float) -> tuple[int, str, str]:
        """The status, the text and the kind of the answer to one request. Raises ReaderError."""
        try:
            import httpx
        except ImportError as error:
            raise ReaderError(f"it needs the extra “reader”: {bringing('reader')}", lost=True) from error
        headers = {"Accept-Encoding": "identity", **({"Authorization": f"Bearer {key}"} if key else {})}
        timeout = httpx.Timeout(seconds, connect=min(seconds, _CONNECT))
        verify = ssl.create_default_context() if self.url.startswith("https:") else False
        # Neither proxies nor passwords of the environment: the copy goes where the configuration says, or nowhere.
        client = httpx.Client(timeout=timeout, trust_env=False, follow_redirects=False, verify=verify)
        address = f"{self.url.rstrip('/')}/chat/completions"
        try:
            with client, client.stream("POST", address, json=body, headers=headers) as response:
                _refuse_odd(response, self.host, seconds)
                return response.status_code, self._body(response, deadline), response.headers.get("content-type", "")
        except httpx.TimeoutException as error:
            raise ReaderError(f"{self.host} gave no answer within {seconds:g} seconds") from error
        except httpx.ConnectError as error:
            raise ReaderError(f"{self.host} can't be reached") from error
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, UnicodeError) as error:
            # Never the error's own words: they may hold the key, or the copy.
            raise ReaderError(f"{self.host} broke off ({type(error).__name__})") from error

    def _body(self, response: httpx.Response, deadline: float) -> str:
        data = bytearray()
        for chunk in response.iter_raw():
            data += chunk
            if len(data) > LARGEST:
                raise ReaderError(f"{self.host} answered with more than {LARGEST // 1_000_000} MB")
            if time.monotonic() > deadline:
                raise ReaderError(f"{self.host} took too long over its answer")
        return data.decode("utf-8", "replace")

    def _key(self) -> str:
        """The key, "" where none is asked for. Raises ReaderError where it isn't there, or no key."""
        if self.key_env:
            key, place = os.environ.get(self.key_env, ""), f"the environment has no {self.key_env}"
        elif self.key_keyring:
            key, place = _from_keyring(self.key_keyring), f"the keyring has no key of {self.key_keyring}"
        else:
            return ""
        key = key.strip()
        if not key:
            raise ReaderError(place, lost=True)
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise ReaderError("its key has signs that no key has", lost=True)
        return key


def _from_keyring(service: str) -> str:
    """The password that the system's keyring has for newslint at `service`; "" where it has none."""
    try:
        import keyring
    except ImportError as error:
        raise ReaderError("its key is in the keyring, which needs the package keyring", lost=True) from error
    try:
        return keyring.get_password(service, "newslint") or ""
    except Exception as error:  # a keyring that is locked, or of which there's none
        raise ReaderError(f"the keyring can't be read ({type(error).__name__})", lost=True) from error


def _refuse_odd(response: httpx.Response, host: str, seconds: float) -> None:
    """Raise ReaderError for an answer that would lead elsewhere, asks to wait, or is packed."""
    if response.is_redirect:
        raise ReaderError(f"{host} would send the copy elsewhere ({response.status_code})", lost=True)
    if response.status_code == _PLENTY:
        wait = 0.0
        with contextlib.suppress(ValueError):
            wait = max(0.0, float(response.headers.get("retry-after", "0")))
        later = f", and wants {wait:g} seconds" if wait > seconds else ""
        raise ReaderError(f"{host} is asked too much ({_PLENTY}){later}", wait=wait)
    if response.headers.get("content-encoding", "identity") != "identity":
        raise ReaderError(f"{host} packed its answer, which it wasn't asked to")
