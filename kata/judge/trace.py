"""A trace, in the words that tests use of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .instant import Instant
from .values import Error, decode, decode_error

Permission = Literal["leftovers", "warnings", "blocked"]


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
    awaits: int | None

    @property
    def elapsed(self) -> Instant:
        return self.end - self.start


class Trace:
    """What happened in one run. `data` is the plain form, as it is kept and drawn; `key` names the run."""

    def __init__(self, data: dict[str, Any], scenario: str, inputs: dict[str, Any], key: str = "") -> None:
        self.data = data
        self.scenario = scenario
        self.inputs = inputs
        self.key = key
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
            Event(Instant(event["at"]), event["who"], event["what"], decode(event["data"]))
            for event in data["events"]
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
                call["awaits"],
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
        first: dict[str, Instant] = {}
        for span in self.spans:
            first.setdefault(span.who, span.start)
        return ByName(first)

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
            [(float(s.end), -1) for s in self.spans if s.start != s.end]
            + [(float(s.start), 1) for s in self.spans if s.start != s.end]
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
