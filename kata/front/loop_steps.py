"""The steps of the event loop, read from a trace, and a long row of them folded.

A step is one turn of one task: from its last suspension to its next, or to its end. What a trace says of a step has
been through the judge's schema, but for the timers, which are read with care here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_OWN_NAME = re.compile(r".* (\d+)", re.DOTALL)  # the player's label of a task that nobody has named
_ASYNCIOS_NAME = re.compile(r"'Task-(\d+)'")
_CLOSING = "BaseEventLoop.shutdown_"  # asyncio.run, when all is over
_CALLBACKS = {  # timers that wake no task
    "Timeout._on_timeout": "asyncio.timeout",
    "_release_waiter": "a time limit",
    "Record.call.<locals>.cancel": "cancel()",
}
_HEAD = 0.6  # of the lines that are left when the middle is folded


@dataclass(frozen=True, slots=True)
class Step:
    """One step, ``number`` counted from 0, at ``at`` seconds.

    ``state`` is "waiting", "done", "cancelled" or "raised"; only who waits has something that it ``waits`` for, and
    perhaps a place ``where`` in the answer. After the step the tasks ``ready`` were due, the others slept until their
    ``timers``. ``held`` is for how many seconds the step kept the loop, where it did.
    """

    number: int
    at: float
    task: str
    state: str
    waits: str
    where: Mapping[str, Any] | None
    ready: tuple[str, ...]
    timers: tuple[tuple[float, str], ...]
    held: float = 0.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps in a row that are shown as one line: the first of ``steps`` stands for all, as they are the same."""

    steps: tuple[Step, ...]

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[0]


@dataclass(frozen=True, slots=True)
class Gap:
    """Steps in a row that are not shown."""

    steps: int
    first: int
    last: int


def read(trace: Mapping[str, Any]) -> list[Step]:
    """The steps of a trace, without those in which asyncio.run closes the loop after everything."""
    entries = [entry for entry in trace.get("steps") or () if not entry["task"].startswith(_CLOSING)]
    names = _names(entries)
    held = _held(entries, trace.get("blocked") or ())
    return [
        Step(
            number,
            entry["at"],
            entry["task"],
            entry["state"],
            _ASYNCIOS_NAME.sub(lambda match: names.get(match[1], match[0]), entry["waits"] or ""),
            entry["where"],
            tuple(entry["ready"]),
            tuple(_timers(entry["timers"])),
            held.get(number, 0.0),
        )
        for number, entry in enumerate(entries)
    ]


def fold(steps: Sequence[Step], most: int | None) -> list[Stretch | Gap]:
    """At most ``most`` lines (None: any number): repetitions are told once, and then the middle is left out."""
    stretches = list(_stretches(steps))
    if most is None or len(stretches) <= most:
        return [*stretches]
    head = round((most - 1) * _HEAD)
    tail = len(stretches) - (most - 1 - head)
    hidden = [step for stretch in stretches[head:tail] for step in stretch.steps]
    gap = Gap(len(hidden), hidden[0].number, hidden[-1].number)
    return [*stretches[:head], gap, *stretches[tail:]]


def _stretches(steps: Iterable[Step]) -> Iterator[Stretch]:
    same: list[Step] = []
    for step in steps:
        if same and _what(step) != _what(same[0]):
            yield Stretch(tuple(same))
            same = []
        same.append(step)
    if same:
        yield Stretch(tuple(same))


def _what(step: Step) -> object:
    """All of a step but its number."""
    return (step.at, step.task, step.state, step.waits, step.where, step.ready, step.timers, step.held)


def _names(entries: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The label of a task that nobody has named, by its number."""
    labels = {label for entry in entries for label in (entry["task"], *entry["ready"])}
    numbered = {label: match[1] for label in labels if (match := _OWN_NAME.fullmatch(label))}
    return {number: label for label, number in numbered.items()}


def _held(entries: Sequence[Mapping[str, Any]], blocked: Iterable[Mapping[str, Any]]) -> dict[int, float]:
    """For how long steps kept the loop, by their numbers: a stretch belongs to the first step noted after it."""
    held: dict[int, float] = {}
    for stretch in blocked:
        number = next((at for at, entry in enumerate(entries) if entry["at"] >= stretch["end"]), None)
        if number is not None:
            held[number] = held.get(number, 0.0) + stretch["end"] - stretch["start"]
    return held


def _timers(value: object) -> Iterator[tuple[float, str]]:
    for entry in value if isinstance(value, list) else ():
        match entry:
            case [int() | float() as at, str(who)]:
                yield float(at), _CALLBACKS.get(who) or who.rpartition("<locals>.")[2]
