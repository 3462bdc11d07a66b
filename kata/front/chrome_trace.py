"""A trace as Chrome trace events, which Perfetto and chrome://tracing show.

The format is the JSON object form: complete events ("X") with ``ts`` and ``dur`` in microseconds, instant events
("i") with the scope of their thread, and metadata events ("M") that name the rows. Each run is a process; the event
loop, the calls, and everybody who worked are its threads. Events of one row never overlap, but for what lies within
another: that is how both programs stack them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from kata.front import loop_steps, safe_text, timeline

Event = dict[str, Any]

_LONGEST_NAME = 100
_STEP = 1  # microseconds; a step takes no time on the virtual clock, and must be seen all the same


def document(runs: Sequence[tuple[str, Mapping[str, Any]]], about: Mapping[str, Any]) -> dict[str, Any]:
    """The whole file: a process for each (name, trace), and ``about`` them all in words."""
    events = [
        event for pid, (name, trace) in enumerate(runs, 1) for event in _Process(pid, name, trace).events()
    ]
    return {"traceEvents": events, "displayTimeUnit": "ms", "otherData": dict(about)}


def _microseconds(seconds: float) -> int:
    return round(seconds * 1_000_000)


class _Process:
    """The events of one run."""

    def __init__(self, pid: int, name: str, trace: Mapping[str, Any]) -> None:
        self._pid = pid
        self._name = name
        self._trace = trace
        self._tids = count(1)
        self._last = max(timeline.instants(trace), default=0.0)

    def events(self) -> Iterator[Event]:
        yield self._metadata("process_name", 0, name=_text(self._name))
        yield from self._loop()
        yield from self._blocked()
        yield from self._stretches("call", self._trace.get("calls") or (), "text", ("result", "error"))
        yield from self._stretches("work", self._trace.get("spans") or (), "who", ("data",))

    def _row(self, name: str) -> Iterator[Event]:
        """The metadata of a new row, whose events must have the tid of these."""
        tid = next(self._tids)
        yield self._metadata("thread_name", tid, name=_text(name))
        yield self._metadata("thread_sort_index", tid, sort_index=tid)

    def _loop(self) -> Iterator[Event]:
        steps = loop_steps.read(self._trace)
        if not steps:
            return
        yield from (row := list(self._row("event loop")))
        free = 0
        for step in steps:
            start = max(free, _microseconds(step.at))
            free = start + _STEP
            what = {
                "step": f"T{step.number}",
                "at": step.at,
                "state": step.state,
                "waits for": _text(step.waits),
                "where": place(step.where),
                "ready": [_text(task) for task in step.ready],
                "timers": [f"{timeline.number(at)} s {_text(who)}" for at, who in step.timers],
            }
            yield self._complete(row[0]["tid"], "step", step.task, start, free, what)

    def _blocked(self) -> Iterator[Event]:
        stretches = self._trace.get("blocked") or ()
        if not stretches:
            return
        yield from (row := list(self._row("event loop blocked")))
        for stretch in stretches:
            start, end = (_microseconds(stretch[bound]) for bound in ("start", "end"))
            what = {"where": place(stretch.get("where"))}
            yield self._complete(row[0]["tid"], "blocked", str(stretch["what"]), start, end, what)

    def _stretches(
        self, kind: str, entries: Sequence[Mapping[str, Any]], name: str, details: Sequence[str]
    ) -> Iterator[Event]:
        """Calls or spans: a row for each name, and more rows for those that overlap in time."""
        everybody: dict[str, list[Mapping[str, Any]]] = {}
        for entry in entries:
            everybody.setdefault(str(entry[name]), []).append(entry)
        points = self._points() if kind == "work" else {}
        for who in dict.fromkeys([*everybody, *points]):
            lanes = timeline.lanes([_Part(self._end(entry), entry) for entry in everybody.get(who, ())])
            for number, lane in enumerate([*lanes] or [()]):
                row = list(self._row(who if number == 0 else f"{who} ({number + 1})"))
                yield from row
                tid = row[0]["tid"]
                for part in lane:
                    what = {key: part.entry.get(key) for key in ("ending", *details)}
                    yield self._complete(
                        tid, kind, who, _microseconds(part.start), _microseconds(part.end), what
                    )
                    yield from self._cancellations(tid, part)
                for event in points.get(who, ()) if number == 0 else ():
                    yield self._instant(tid, "event", event["what"], event["at"], {"data": event["data"]})

    def _cancellations(self, tid: int, part: "_Part") -> Iterator[Event]:
        for at in part.entry.get("cancels") or ():
            yield self._instant(tid, "cancel", "cancelled by the test", at, {})
        reached = timeline.cleanup(part.entry, part.end, self._trace)
        if reached is not None:
            start, end = _microseconds(reached), _microseconds(part.end)
            yield self._instant(tid, "cancel", "cancelled", reached, {})
            yield self._complete(tid, "cleanup", "cleaning up", start, end, {})
        elif part.entry["ending"] == "cancelled":
            yield self._instant(tid, "cancel", "cancelled", part.end, {})

    def _points(self) -> dict[str, list[Mapping[str, Any]]]:
        points: dict[str, list[Mapping[str, Any]]] = {}
        for event in self._trace.get("events") or ():
            who = event["what"] if event["who"] is None else event["who"]
            points.setdefault(str(who), []).append(event)
        return points

    def _end(self, entry: Mapping[str, Any]) -> float:
        end = entry.get("end")
        return max(float(entry["start"]), self._last if end is None else float(end))

    def _metadata(self, kind: str, tid: int, **args: object) -> Event:
        return {"name": kind, "ph": "M", "ts": 0, "pid": self._pid, "tid": tid, "args": args}

    def _complete(
        self, tid: int, kind: str, name: str, start: int, end: int, args: Mapping[str, Any]
    ) -> Event:
        return {
            "name": _text(name),
            "cat": kind,
            "ph": "X",
            "ts": start,
            "dur": end - start,
            "pid": self._pid,
            "tid": tid,
            "args": dict(args),
        }

    def _instant(self, tid: int, kind: str, name: str, at: float, args: Mapping[str, Any]) -> Event:
        return {
            "name": _text(name),
            "cat": kind,
            "ph": "i",
            "s": "t",
            "ts": _microseconds(at),
            "pid": self._pid,
            "tid": tid,
            "args": dict(args),
        }


class _Part:
    """A call or a span as a stretch of time."""

    def __init__(self, end: float, entry: Mapping[str, Any]) -> None:
        self.start = float(entry["start"])
        self.end = end
        self.entry = entry


def place(where: Mapping[str, Any] | None) -> str | None:
    """File, line and function of a place in the answer."""
    return None if where is None else f"{where['file']}:{where['line']} in {where['function']}"


def _text(text: object) -> str:
    return safe_text.line(text, _LONGEST_NAME)
