"""Plays one scenario in the open: in real time, with the terminal attached, and every note of the record said at once.

Nothing is limited and nothing is watched over: this is for looking on, and for `breakpoint()`.
"""

import asyncio
import inspect
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from .encode import Encoder, describe
from .play import Exercise, Missing
from .record import Record, Span
from .timeline import Timeline
from .where import Answer


class SpokenRecord(Record):
    """A record that says what it notes."""

    failed = False

    def say(self, what: str) -> None:
        print(f"{self.now:7.2f} s  {what}", flush=True)

    def event(self, what: str, who: str | None = None, **data: Any) -> None:
        super().event(what, who, **data)
        self.say(": ".join(str(part) for part in (who, what) if part is not None) + _given(data))

    @contextmanager
    def span(self, who: str, **data: Any) -> Iterator[Span]:
        self.say(f"{who} begins{_given(data)}")
        with super().span(who, **data) as span:
            try:
                yield span
            except BaseException as error:
                self.say(f"{who} {_ending(error)}")
                raise
            self.say(f"{who} is done")

    def _begin(
        self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> dict[str, Any]:
        entry = super()._begin(function, args, kwargs)
        self.say(f"{entry['text']} is called")
        return entry

    def _end(
        self, entry: dict[str, Any], *, value: Any = None, error: BaseException | None = None
    ) -> "list[asyncio.Task[Any]]":
        left = super()._end(entry, value=value, error=error)
        if error is None:
            self.say(f"{entry['text']} returns {describe(value)}")
        elif isinstance(error, asyncio.CancelledError):
            self.say(f"{entry['text']} is cancelled")
        else:
            self.failed = True
            self.say(f"{entry['text']} raises")
            show(error, self._answer)
        return left

    async def _see_them_end(self, entry: dict[str, Any], left: "list[asyncio.Task[Any]]") -> None:
        await super()._see_them_end(entry, left)
        for task in entry["leftovers"]:
            self.say(f"still running: {task['coroutine']}, which waits for {task['waits']}")


def _ending(error: BaseException) -> str:
    cancelled = isinstance(error, (asyncio.CancelledError, GeneratorExit))
    return "is cancelled" if cancelled else f"raises {error!r}"


def _given(data: dict[str, Any]) -> str:
    return "".join(f", {name} {describe(value)}" for name, value in data.items())


def show(error: BaseException, answer: Answer) -> None:
    """The traceback from where it enters the answer."""
    place = error.__traceback__
    while place is not None and not answer.owns(place.tb_frame):
        place = place.tb_next
    sys.stdout.flush()
    traceback.print_exception(type(error), error, place or error.__traceback__)


def play(answer_file: str, scenarios_file: str, scenario: str, inputs: dict[str, Any]) -> int:
    """Plays the scenario with the answer; 1 when a call raised or the scenario could not go on."""
    answer = Answer(answer_file, Path(answer_file).read_text("utf-8-sig"))
    timeline = Timeline(virtual=False)
    record = SpokenRecord(timeline, answer, Encoder(lambda error: None))
    try:
        exercise = Exercise(_module(Path(answer_file).stem, answer_file))
        function = getattr(_module("scenarios", scenarios_file), scenario)
        timeline.origin = timeline.now
        if inspect.iscoroutinefunction(function):
            asyncio.run(function(exercise, record, **inputs))
        else:
            function(exercise, record, **inputs)
    except KeyboardInterrupt:
        print("\nInterrupted.", flush=True)
        return 130
    except Missing as missing:
        print(f"{missing}.", flush=True)
        return 1
    except Exception as error:
        show(error, answer)
        return 1
    return int(record.failed)


def _module(name: str, file: str) -> ModuleType:
    module = ModuleType(name)
    module.__file__ = file
    sys.modules[name] = module
    exec(compile(Path(file).read_bytes(), file, "exec", dont_inherit=True), module.__dict__)
    return module
