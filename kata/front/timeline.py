"""The timeline of a trace as a plan: which rows, which bars in seconds, which instants get a label.

The plan knows no characters and no colours: ``timeline_text`` draws it in a terminal, another renderer may
draw it elsewhere. Widths are in columns: of characters, or of whatever unit a renderer takes for a column.

    plan = layout(trace, width=80, most_rows=12)
    plan.column(1.0)                     # where in the plot the instant 1 s is
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol, TypeVar

from kata.front import safe_text

Kind = Literal["call", "loop", "worker"]

NARROWEST_PLOT = 20
_LONGEST_NAME = 60
_CALLS_THAT_STAY = 2
_TROUBLE = {"cancelled", "raised", "open"}
_A_MOMENT = 1e-4  # seconds; what many waits are rounded by together stays below it
_SHORTEST_CLEANUP = {3: 0.0005, 2: 0.05}  # seconds, by the precision of the clock


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, in seconds.

    ``ending`` is how it ended: "done", "cancelled", "raised" or "open" (it had not ended) for work and for a
    call, "blocked" for a stretch in which the loop could not turn. From ``cleanup`` on, if there is one, it went on
    after a cancellation had reached it.
    """

    start: float
    end: float
    ending: str
    cleanup: float | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """An event at one instant, in seconds."""

    at: float
    what: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture. ``note`` says how it ended, where that is worth saying."""

    kind: Kind
    label: str
    bars: tuple[Bar, ...]
    points: tuple[Point, ...] = ()
    note: str = ""

    @property
    def trouble(self) -> bool:
        """Whether something in it did not simply end."""
        return any(bar.ending in _TROUBLE for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Tick:
    """An instant with a label; the label begins ``offset`` columns into the plot."""

    at: float
    label: str
    offset: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The plan. ``end`` is the last instant in seconds; the first is 0.

    From left to right there are ``label_width`` columns of names, ``plot_width`` columns of time and
    ``note_width`` columns of notes, together less than ``width``. ``folded`` are the rows for which there was no
    room. ``cancels`` are the instants at which the scenario cancelled the call. When there is nothing to draw,
    ``sentence`` says why.
    """

    end: float
    rows: tuple[Row, ...] = ()
    folded: tuple[Row, ...] = ()
    ticks: tuple[Tick, ...] = ()
    cancels: tuple[float, ...] = ()
    width: int = 0
    label_width: int = 0
    plot_width: int = 0
    note_width: int = 0
    sentence: str = ""

    def column(self, at: float) -> int:
        """The column of the plot, from 0, in which an instant lies."""
        return round(self.position(at) * (self.plot_width - 1))

    def position(self, at: float) -> float:
        """Where an instant lies between the first (0) and the last (1)."""
        return min(1.0, max(0.0, at / self.end))


def layout(trace: Mapping[str, Any], width: int = 80, most_rows: int = 12) -> Timeline:
    """Plan the timeline of a trace for this many columns and at most this many rows (at least three)."""
    return layouts([trace], width, most_rows)[0]


def layouts(traces: Sequence[Mapping[str, Any]], width: int = 80, most_rows: int = 12) -> list[Timeline]:
    """Plan one timeline for each trace, all on the same axis: an instant lies in the same column of each."""
    ends = [max(instants(trace), default=0.0) for trace in traces]
    precisions = [precision_of(trace) for trace in traces]
    end, precision = max(ends, default=0.0), min(precisions, default=3)
    if number(end, precision) == "0":
        return [
            Timeline(0.0, width=width, sentence=_without_time(trace, end))
            for trace, end in zip(traces, ends, strict=True)
        ]
    plans = [
        _rows_only(trace, end, own_end, max(3, most_rows), width)
        for trace, own_end in zip(traces, ends, strict=True)
    ]
    rows = [row for plan in plans for row in plan.rows]
    label_width = max((safe_text.cells(row.label) for row in rows), default=0)
    label_width = max(min(label_width, _widest_label(width)), len("seconds"))
    note_width = min(max((safe_text.cells(row.note) for row in rows), default=0), max(22, width // 4))
    room = width - label_width - 4
    plot_width = max(room - note_width, min(room, NARROWEST_PLOT))
    measures = {"label_width": label_width, "plot_width": plot_width, "note_width": room - plot_width}
    plans = [replace(plan, **measures) for plan in plans]  # type: ignore[arg-type]
    return [replace(plan, ticks=_ticks(plan, precision)) for plan in plans]


def _rows_only(trace: Mapping[str, Any], end: float, own_end: float, most_rows: int, width: int) -> Timeline:
    """The plan of one trace, which lasted until ``own_end``, before its columns are measured."""
    precision = precision_of(trace)
    rows = [_shortened(row, _widest_label(width)) for row in _rows(trace, own_end, precision)]
    if not rows:
        sentence = f"Nothing was recorded in {number(own_end, precision)} s."
        return Timeline(end, width=width, sentence=sentence)
    shown, folded = _fold(rows, most_rows)
    return Timeline(end, shown, folded, cancels=tuple(_cancels(trace)), width=width)


def _widest_label(width: int) -> int:
    return max(12, width // 5)


def precision_of(trace: Mapping[str, Any]) -> int:
    """How many decimals of its seconds are worth telling: the wall clock jitters."""
    return 2 if trace.get("clock") == "wall" else 3


def number(seconds: float, precision: int = 3) -> str:
    """Seconds as a learner would write them: 3, 0.25, 12.5."""
    return f"{seconds:.{precision}f}".rstrip("0").rstrip(".") or "0"


# ----------------------------------------------------------------------------------------------------- rows


def _rows(trace: Mapping[str, Any], end: float, precision: int) -> Iterator[Row]:
    for call in trace.get("calls") or ():
        yield _call_row(call, trace, end, precision)
    blocked = trace.get("blocked") or ()
    if blocked:
        yield _loop_row(blocked)
    yield from _worker_rows(trace, end, precision)


def _call_row(call: Mapping[str, Any], trace: Mapping[str, Any], end: float, precision: int) -> Row:
    ending = str(call.get("ending"))
    if ending == "running" or call.get("end") is None:
        bar = Bar(call["start"], end, "open")
        note = {"deadlock": "waits for ever", "spin": "spins for ever", "timeout": "was killed"}.get(
            str(trace.get("ending")), "never ended"
        )
        return Row("call", _name(call.get("text")), (bar,), (), note)
    ending = "done" if ending == "returned" else ending
    bar = Bar(call["start"], call["end"], ending, cleanup(call, call["end"], trace))
    return Row("call", _name(call.get("text")), (bar,), (), _ended(bar, precision, done="returned"))


def _shortened(row: Row, width: int) -> Row:
    """A call without its arguments, where there is no room for them."""
    if row.kind != "call" or safe_text.cells(row.label) <= width:
        return row
    return replace(row, label=row.label.partition("(")[0] + "()")


def _loop_row(blocked: Sequence[Mapping[str, Any]]) -> Row:
    bars = tuple(Bar(stretch["start"], stretch["end"], "blocked") for stretch in blocked)
    longest = max(blocked, key=lambda stretch: float(stretch["end"] - stretch["start"]))
    return Row("loop", "event loop", bars, (), f"blocked by {_name(longest.get('what'))}")


def _worker_rows(trace: Mapping[str, Any], end: float, precision: int) -> Iterator[Row]:
    bars: dict[str, list[Bar]] = {}
    points: dict[str, list[Point]] = {}
    for span in trace.get("spans") or ():
        finish = max(span["start"], end if span.get("end") is None else span["end"])
        bar = Bar(span["start"], finish, span["ending"], cleanup(span, finish, trace))
        bars.setdefault(_name(span["who"]), []).append(bar)
    for event in trace.get("events") or ():
        what = _name(event.get("what"))
        who = what if event.get("who") is None else _name(event["who"])
        points.setdefault(who, []).append(Point(event["at"], what))
    everybody = dict.fromkeys([*bars, *points])
    for who in sorted(everybody, key=lambda who: _first(bars.get(who, []), points.get(who, []))):
        first, *more = lanes(bars.get(who, [])) or [()]
        yield Row("worker", who, first, tuple(points.get(who, ())), _worker_note(first, precision))
        for lane in more:
            yield Row("worker", "", lane, (), _worker_note(lane, precision))


def cleanup(stretch: Mapping[str, Any], end: float, trace: Mapping[str, Any]) -> float | None:
    """When the scenario's cancellation reached a cancelled call or span, unless that ended it there and then.

    A trace does not tell of cancellations by others than the scenario: such a span is only known to have ended.
    """
    if stretch["ending"] != "cancelled":
        return None
    cancels = stretch["cancels"] if "cancels" in stretch else _cancels(trace)
    last = end - _SHORTEST_CLEANUP[precision_of(trace)]
    return min((at for at in cancels if stretch["start"] <= at < last), default=None)


def _first(bars: Iterable[Bar], points: Iterable[Point]) -> float:
    return min([bar.start for bar in bars] + [point.at for point in points])


class _Lasting(Protocol):
    @property
    def start(self) -> float: ...
    @property
    def end(self) -> float: ...


_Any = TypeVar("_Any", bound=_Lasting)


def lanes(stretches: Iterable[_Any]) -> list[tuple[_Any, ...]]:
    """Spread stretches that overlap in time over as many lines as it takes."""
    lanes: list[list[_Any]] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start, stretch.end)):
        free = next((lane for lane in lanes if lane[-1].end <= stretch.start), None)
        if free is None:
            lanes.append([stretch])
        else:
            free.append(stretch)
    return [tuple(lane) for lane in lanes]


def _worker_note(lane: Sequence[Bar], precision: int) -> str:
    return _ended(lane[-1], precision) if lane and lane[-1].ending in _TROUBLE else ""


def _ended(bar: Bar, precision: int, done: str = "done") -> str:
    if bar.ending == "open":
        return "never ended"
    how = (
        "cleaned up until"
        if bar.cleanup is not None
        else f"{done if bar.ending == 'done' else bar.ending} at"
    )
    return f"{how} {number(bar.end, precision)} s"


def _name(text: object) -> str:
    return safe_text.line(text, _LONGEST_NAME)


def _fold(rows: Sequence[Row], most: int) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows to show and those to fold away.

    The first calls and the loop stay, then workers that ran into trouble, then others while there is room.
    """
    if len(rows) <= most:
        return tuple(rows), ()

    def importance(at: int) -> tuple[int, int]:
        row = rows[at]
        if row.kind == "loop" or (row.kind == "call" and at < _CALLS_THAT_STAY):
            return 0, at
        return (1 if row.trouble else 2), at

    kept = set(sorted(range(len(rows)), key=importance)[: most - 1])  # one line says how many are missing
    return (
        tuple(row for at, row in enumerate(rows) if at in kept),
        tuple(row for at, row in enumerate(rows) if at not in kept),
    )


# ----------------------------------------------------------------------------------------------------- axis


def instants(trace: Mapping[str, Any]) -> Iterator[float]:
    """Every instant that a trace tells of, in seconds, in no particular order."""
    yield float(trace.get("elapsed") or 0.0)
    for kind in ("calls", "spans", "blocked"):
        for stretch in trace.get(kind) or ():
            yield float(stretch["start"])
            if stretch.get("end") is not None:
                yield float(stretch["end"])
    for event in trace.get("events") or ():
        yield float(event["at"])
    yield from _cancels(trace)


def _cancels(trace: Mapping[str, Any]) -> Iterator[float]:
    for call in trace.get("calls") or ():
        yield from call.get("cancels") or ()


def _ticks(plan: Timeline, precision: int) -> tuple[Tick, ...]:
    """Labels for instants at which something happens; the most telling first, while there is room."""
    taken: list[Tick] = []
    for at in _telling(plan):
        label = number(at, precision)
        offset = min(max(0, plan.column(at) - len(label) // 2), plan.plot_width - len(label))
        fits = all(
            offset + len(label) + 2 <= other.offset or other.offset + len(other.label) + 2 <= offset
            for other in taken
        )
        if fits:
            taken.append(Tick(at, label, offset))
    return tuple(sorted(taken, key=lambda tick: tick.at))


def _telling(plan: Timeline) -> Iterator[float]:
    yield 0.0
    yield plan.end
    for row in plan.rows:
        if row.kind == "call":
            yield from (bar.end for bar in row.bars)
    yield from plan.cancels
    bounds = Counter(
        at for row in plan.rows if row.kind != "call" for bar in row.bars for at in (bar.start, bar.end)
    )
    bounds.update(point.at for row in plan.rows for point in row.points)
    yield from sorted(bounds, key=lambda at: (-bounds[at], at))


def _without_time(trace: Mapping[str, Any], end: float) -> str:
    passed = "No time" if end < _A_MOMENT else "Hardly any time"
    workers = list(dict.fromkeys(_name(span["who"]) for span in trace.get("spans") or ()))
    what = ""
    for call in trace.get("calls") or ():
        ended = call.get("ending")
        text = _name(call.get("text"))
        what = f": {text} never came back" if ended == "running" else f": {text} {ended} at 0 s"
    if len(workers) > 4:
        workers = [*workers[:4], f"{len(workers) - 4} more"]
    ran = f", and {', '.join(workers)} began in that same instant" if workers else ""
    return f"{passed} passed{what}{ran}."
