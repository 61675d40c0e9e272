"""The message in what a chat endpoint answers: one object, or a stream of events, whatever was asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newslint.errors import ReaderError
from newslint.startup.row import Row

_EVENT = "data:"
_DONE = "[DONE]"


class Message(Row):
    """What the model said, without what is around the JSON; the model, as it calls itself; the tokens of the whole exchange."""

    text: str
    model: str
    tokens: int


def message_of(text: str, kind: str) -> Message:
    """The message of an answer whose media type is `kind`. Raises ReaderError where there's none, or half of one."""
    streamed = "event-stream" in kind.lower() or text.lstrip().startswith(_EVENT)
    said, end, about = _streamed(text) if streamed else _whole(text)
    if end == "length":
        raise ReaderError("its answer was cut off: it's longer than “answer-tokens”")
    if end == "" and streamed:
        raise ReaderError("its answer was cut off")
    usage = about.get("usage")
    tokens = usage.get("total_tokens") if isinstance(usage, Mapping) else 0
    model = about.get("model")
    name = " ".join(model.split())[:60] if isinstance(model, str) else ""
    return Message(_bare(said), name, tokens if type(tokens) is int and tokens > 0 else 0)


def _whole(text: str) -> tuple[str, str, Mapping[str, Any]]:
    """What was said in one object, how it ended, and the object."""
    about = _object(text)
    choice = _choice(about)
    message = choice.get("message")
    said = message.get("content") if isinstance(message, Mapping) else None
    if not isinstance(said, str):
        raise ReaderError("what it answered has no message")
    return said, str(choice.get("finish_reason") or ""), about


def _streamed(text: str) -> tuple[str, str, Mapping[str, Any]]:
    """The same of a stream; its end is "" where it broke off."""
    parts: list[str] = []
    end = ""
    about: dict[str, Any] = {}
    for event in _events(text):
        if event == _DONE:
            end = end or "stop"
            break
        said = _object(event)
        about.update((key, said[key]) for key in ("model", "usage") if said.get(key))
        if not said.get("choices"):
            continue  # the last event of some endpoints only counts tokens
        choice = _choice(said)
        delta = choice.get("delta")
        part = delta.get("content") if isinstance(delta, Mapping) else None
        parts += [part] if isinstance(part, str) else []
        end = str(choice.get("finish_reason") or end)
    return "".join(parts), end, about


def _events(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith(_EVENT):
            yield line.removeprefix(_EVENT).strip()


def _object(text: str) -> Mapping[str, Any]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReaderError("what it answered is no JSON") from error
    if not isinstance(said, Mapping):
        raise ReaderError("what it answered is no object")
    return said


def _choice(said: Mapping[str, Any]) -> Mapping[str, Any]:
    choices = said.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], Mapping):
        raise ReaderError("what it answered has no message")
    return choices[0]


def _bare(said: str) -> str:
    """The object in what was said: models put thoughts before it, and fences around it."""
    text = said.rpartition("</think>")[2]
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text.strip()
