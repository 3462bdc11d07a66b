"""Who began when, finished when, and as which: the table that goes with a timeline."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kata.front.timeline import precision_of

_SAID = {"done": "", "open": "never ended", "running": "never ended"}


@dataclass(frozen=True, slots=True)
class Finish:
    """One stretch of work or one call, in seconds. ``finish`` is None for what never ended.

    ``place`` is 1 for the first to finish; what finishes at the same instant shares a place. It is None for what
    never ended, and for a call that is the only one. ``how`` says how it ended, where that is worth saying.
    """

    who: str
    start: float
    finish: float | None
    place: int | None
    how: str
    call: bool = False

    @property
    def lasted(self) -> float | None:
        """For how long it went on."""
        return None if self.finish is None else self.finish - self.start


def read(trace: Mapping[str, Any]) -> list[Finish]:
    """The work in the order of its starts, and after it the calls of the answer."""
    spans = sorted(trace.get("spans") or (), key=lambda span: float(span["start"]))
    calls = trace.get("calls") or ()
    precision = precision_of(trace)
    return [
        *_finishes([(span["who"], span) for span in spans], precision, call=False),
        *_finishes([(call["text"], call) for call in calls], precision, call=True),
    ]


def _finishes(
    entries: Sequence[tuple[str, Mapping[str, Any]]], precision: int, *, call: bool
) -> Iterator[Finish]:
    ends = [None if entry["end"] is None else round(entry["end"], precision) for _, entry in entries]
    places = {at: place for place, at in enumerate(sorted({at for at in ends if at is not None}), 1)}
    for (who, entry), end in zip(entries, ends, strict=True):
        place = None if end is None or (call and len(entries) == 1) else places[end]
        how = _SAID.get(entry["ending"], entry["ending"])
        yield Finish(who, entry["start"], entry["end"], place, how, call)
