"""Reading what a player sent: hostile input until it has passed an exact schema.

Whatever does not fit raises `Unreadable`.
"""

import json
from dataclasses import dataclass
from typing import Any

SCHEMA = "asyncio-kata/trace/1"
LATEST = 1e9  # seconds; no run is longer
DEEPEST = 40


class Unreadable(Exception):
    """These bytes are not a trace that a player writes."""


@dataclass(frozen=True)
class Optional:
    """A value that may be null."""

    spec: Any


@dataclass(frozen=True)
class OneOf:
    """One of a few strings."""

    values: tuple[str, ...]


class Json:
    """Any plain data."""


WHERE = Optional({"file": str, "line": int, "function": str, "source": str})
TASK = {"task": str, "coroutine": str, "waits": str, "where": WHERE}
SPEC: dict[str, Any] = {
    "schema": OneOf((SCHEMA,)),
    "clock": OneOf(("virtual", "wall")),
    "python": str,
    "ending": OneOf(("returned", "raised", "deadlock", "spin", "timeout")),
    "phase": OneOf(("import", "running", "closing")),
    "elapsed": float,
    "calls": [
        {
            "text": str,
            "start": float,
            "end": Optional(float),
            "ending": OneOf(("running", "returned", "raised", "cancelled")),
            "result": Json,
            "error": Json,
            "leftovers": [TASK],
            "cancels": [float],
            "awaits": Optional(int),
        }
    ],
    "spans": [
        {
            "who": str,
            "start": float,
            "end": Optional(float),
            "ending": OneOf(("open", "done", "cancelled", "raised")),
            "data": Json,
        }
    ],
    "events": [{"at": float, "who": Optional(str), "what": str, "data": Json}],
    "steps": [
        {
            "at": float,
            "task": str,
            "state": OneOf(("waiting", "done", "cancelled", "raised")),
            "waits": Optional(str),
            "where": WHERE,
            "ready": [str],
            "timers": Json,
        }
    ],
    "cut": bool,
    "blocked": [{"start": float, "end": float, "what": str, "where": WHERE}],
    "warnings": [{"kind": str, "text": str, "where": WHERE}],
    "turns": int,
    "loops": {"created": int, "left_open": int},
    "stuck": [TASK],
    "stage": Optional(OneOf(("compile", "import", "missing", "scenario"))),
    "error": Json,
    "reason": Optional(str),
    "where": WHERE,
}


def check(value: Any, spec: Any, place: str = "trace", depth: int = 0) -> None:
    """Raises Unreadable where `value` is not exactly what `spec` says."""
    fits = True
    if spec is Json:
        fits = depth <= DEEPEST
        parts = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
        for part in parts:
            check(part, Json, place, depth + 1)
    elif spec is float:
        fits = type(value) in (int, float) and -1.0 <= value <= LATEST
    elif isinstance(spec, type):
        fits = type(value) is spec
    elif isinstance(spec, OneOf):
        fits = type(value) is str and value in spec.values
    elif isinstance(spec, Optional):
        if value is not None:
            check(value, spec.spec, place, depth)
    elif isinstance(spec, list):
        fits = type(value) is list
        if fits:
            for item in value:
                check(item, spec[0], place, depth + 1)
    else:
        fits = type(value) is dict and value.keys() == spec.keys()
        if fits:
            for key, part in spec.items():
                check(value[key], part, f"{place}.{key}", depth + 1)
    if not fits:
        raise Unreadable(f"{place} is not what a player writes")


def parse(content: bytes) -> dict[str, Any]:
    """The trace in these bytes. Raises Unreadable."""

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    try:
        data = json.loads(content.decode(), parse_constant=refuse)
        check(data, SPEC)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON as a player writes it: {type(error).__name__}") from None
    assert isinstance(data, dict)
    return data
