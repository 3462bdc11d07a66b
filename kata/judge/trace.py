"""A trace, read strictly, with the words that tests use of it.

What comes from a player is hostile input. It is checked against an exact schema before anything looks at it; whatever
does not fit raises `Unreadable`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .instant import Instant

SCHEMA = "asyncio-kata/trace/1"
LATEST = 1e9  # seconds; no run is longer
DEEPEST = 40

Permission = Literal["leftovers", "warnings", "blocked"]


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


@dataclass(frozen=True)
class Error:
    """An exception in the player's process. `known` is the name that the scenario gave to this very object."""

    type: str
    text: str
    bases: tuple[str, ...] = ()
    known: str | None = None
    where: Any = None
    exceptions: tuple["Error", ...] = ()

    def leaves(self) -> "list[Error]":
        """The errors inside groups, depth first; a bare error is its own leaf."""
        if not self.exceptions:
            return [self]
        return [leaf for member in self.exceptions for leaf in member.leaves()]

    def is_a(self, name: str) -> bool:
        return name == self.type or name in self.bases

    def __str__(self) -> str:
        if self.exceptions:
            return f"{self.type}({', '.join(map(str, self.exceptions))})"
        return f"{self.type}: {self.text}" if self.text else self.type

    __repr__ = __str__


@dataclass(frozen=True)
class Thing:
    """An object that JSON has no form for. `known` is the name that the scenario gave to this very object."""

    text: str
    type: str
    known: str | None = None

    def __repr__(self) -> str:
        return self.text


def decode_error(data: Any) -> Error:
    try:
        return Error(
            type=str(data["type"]),
            text=str(data["text"]),
            bases=tuple(map(str, data["bases"])),
            known=data.get("known"),
            where=data.get("where"),
            exceptions=tuple(decode_error(member) for member in data.get("exceptions", ())),
        )
    except (KeyError, TypeError, AttributeError):
        raise Unreadable("an error is not what a player writes") from None


def decode(data: Any) -> Any:
    """A value as the answer had it, as far as plain data can tell."""
    if isinstance(data, list):
        return [decode(item) for item in data]
    if not isinstance(data, dict):
        return data
    try:
        match data:
            case {"$error": error}:
                return decode_error(error)
            case {"$tuple": items}:
                return tuple(decode(item) for item in items)
            case {"$set": items}:
                return {decode(item) for item in items}
            case {"$dict": pairs}:
                return {decode(key): decode(value) for key, value in pairs}
            case {"$float": text}:
                return float(text)
            case {"$object": text, "type": kind}:
                return Thing(str(text), str(kind), data.get("known"))
    except (TypeError, ValueError):
        raise Unreadable("a value is not what a player writes") from None
    return {key: decode(value) for key, value in data.items()}


class ByName(dict[str, Any]):
    """Values by who; asking for somebody who is not there fails the test with a sentence."""

    def __missing__(self, who: str) -> Any:
        raise AssertionError(f"{who} never began")


@dataclass(frozen=True)
class Span:
    """Somebody at work: `ending` is "done", "cancelled", "raised", or "open" when the run ended first."""

    who: str
    start: Instant
    end: Instant
    ending: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Event:
    at: Instant
    who: str | None
    what: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Call:
    """One call of a function of the answer: `ending` is "returned", "raised", "cancelled" or "running"."""

    text: str
    start: Instant
    end: Instant
    ending: str
    result: Any
    error: Error | None
    leftovers: tuple[dict[str, Any], ...]
    cancels: tuple[Instant, ...]

    @property
    def elapsed(self) -> Instant:
        return self.end - self.start


class Trace:
    """What happened in one run. `data` is the plain form, as it is kept and drawn."""

    def __init__(self, data: dict[str, Any], scenario: str, inputs: dict[str, Any]) -> None:
        self.data = data
        self.scenario = scenario
        self.inputs = inputs
        self.permitted: set[Permission] = set()
        self.ending: str = data["ending"]
        self.stuck: list[dict[str, Any]] = data["stuck"]
        self.blocked: list[dict[str, Any]] = data["blocked"]
        self.warnings: list[dict[str, Any]] = data["warnings"]
        self.turns: int = data["turns"]
        self.loops: dict[str, int] = data["loops"]
        self.output: str = data.get("output", "")
        self.error_of_run = None if data["error"] is None else decode_error(data["error"])
        last = data["elapsed"]
        self.spans = [
            Span(
                span["who"],
                Instant(span["start"]),
                Instant(last if span["end"] is None else span["end"]),
                span["ending"],
                decode(span["data"]),
            )
            for span in data["spans"]
        ]
        self.events = [
            Event(Instant(event["at"]), event["who"], event["what"], decode(event["data"])) for event in data["events"]
        ]
        self.calls = [
            Call(
                call["text"],
                Instant(call["start"]),
                Instant(last if call["end"] is None else call["end"]),
                call["ending"],
                decode(call["result"]),
                None if call["error"] is None else decode_error(call["error"]),
                tuple(call["leftovers"]),
                tuple(map(Instant, call["cancels"])),
            )
            for call in data["calls"]
        ]

    def allow(self, *permissions: Permission) -> "Trace":
        """This run may leave tasks running, or complaints of the interpreter, without being called leaked."""
        self.permitted.update(permissions)
        return self

    # The latest call, which in most scenarios is the only one.

    @property
    def call(self) -> Call:
        if not self.calls:
            raise AssertionError("the function under test was never called")
        return self.calls[-1]

    @property
    def result(self) -> Any:
        """What the call returned; None when it did not return."""
        return self.call.result

    @property
    def error(self) -> Error | None:
        """What the call raised."""
        return self.call.error

    @property
    def elapsed(self) -> Instant:
        """Seconds from the call to its return; to the end of the run when it did not return."""
        return self.call.elapsed

    @property
    def leftovers(self) -> list[dict[str, Any]]:
        """The tasks that were running at the instant at which a call came back."""
        return [task for call in self.calls for task in call.leftovers]

    @property
    def cancelled(self) -> bool:
        """The call ended by CancelledError."""
        return self.call.ending == "cancelled"

    # Spans and events.

    def who(self) -> list[str]:
        """Everybody who began something, in the order of beginning."""
        return [span.who for span in self.spans]

    def starts(self) -> ByName:
        """When each began, the first time."""
        return ByName({span.who: span.start for span in reversed(self.spans)})

    def ends(self) -> ByName:
        """When each ended, the last time; whoever is still at work is left out."""
        return ByName({span.who: span.end for span in self.spans if span.ending != "open"})

    def endings(self) -> ByName:
        """How each ended, the last time: "done", "cancelled", "raised", or "open"."""
        return ByName({span.who: span.ending for span in self.spans})

    def finished(self) -> list[str]:
        """Everybody who came to a good end, in that order."""
        return [span.who for span in sorted(self.spans, key=lambda s: float(s.end)) if span.ending == "done"]

    def span(self, who: str) -> Span:
        """The only span of this one."""
        found = [span for span in self.spans if span.who == who]
        if not found:
            raise AssertionError(f"{who} never began")
        if len(found) > 1:
            raise AssertionError(f"{who} began {len(found)} times")
        return found[0]

    def when(self, what: str, who: str | None = None) -> list[Instant]:
        """The instants of these events."""
        return [event.at for event in self.happened(what, who)]

    def happened(self, what: str, who: str | None = None) -> list[Event]:
        return [event for event in self.events if event.what == what and who in (None, event.who)]

    def at_once(self) -> int:
        """The largest number of spans that lay over one another for some time."""
        changes = sorted(
            [(float(s.end), -1) for s in self.spans if not s.start == s.end]
            + [(float(s.start), 1) for s in self.spans if not s.start == s.end]
        )
        running = most = 0
        for _, change in changes:
            running += change
            most = max(most, running)
        return most

    def never_awaited(self) -> list[dict[str, Any]]:
        return [warning for warning in self.warnings if warning["kind"] == "never_awaited"]

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)


