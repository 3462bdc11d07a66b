"""What a scenario writes down: spans, events, and the calls of the learner's functions.

A scenario is called with the answer (`exercise`) and a `Record`, and builds the workers, queues and callbacks that the
exercise calls for. It holds no expected value.
"""

import asyncio
from asyncio import all_tasks  # by name: an answer may replace asyncio's
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .encode import Encoder, describe
from .suspensions import Suspensions
from .timeline import Timeline
from .where import Answer

MOST_ENTRIES = 20_000
TURNS_TO_END = 10  # of the event loop, in which a task that was cancelled comes to its end with its own tasks

BEFORE_THE_FIRST_STEP = None


class Span:
    """The handle of an open span."""

    def __init__(self, entry: dict[str, Any]) -> None:
        self._entry = entry

    def note(self, **data: Any) -> None:
        """Adds plain data to the span."""
        self._entry["data"].update(data)


class Record:
    """The notes of one run. Times are seconds since the run began."""

    def __init__(
        self, timeline: Timeline, answer: Answer, encoder: Encoder, *, sweep: int | None = None
    ) -> None:
        self._timeline = timeline
        self._answer = answer
        self._encoder = encoder
        self._own: set[asyncio.Task[Any]] = set()
        self._in_progress = 0
        self._sweep = sweep  # cancel the first call when it suspends for this time; 0: only count
        self.spans: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.calls: list[dict[str, Any]] = []
        self.cut = False

    @property
    def now(self) -> float:
        return self._timeline.elapsed

    @property
    def last(self) -> dict[str, Any]:
        """The latest call, as the trace will hold it."""
        return self.calls[-1]

    def name(self, thing: object, name: str) -> None:
        """Lets a test recognise this very object (an exception, a task) when it comes out again."""
        self._encoder.name(thing, name)

    def event(self, what: str, who: str | None = None, **data: Any) -> None:
        """Something happened at this instant."""
        if len(self.events) >= MOST_ENTRIES:
            self.cut = True
            return
        values = {key: self._encoder.value(value) for key, value in data.items()}
        self.events.append({"at": self.now, "who": _text(who), "what": what, "data": values})

    @contextmanager
    def span(self, who: str, **data: Any) -> Iterator[Span]:
        """Somebody is at work from here to the end of the block; how the block ended is noted."""
        values = {key: self._encoder.value(value) for key, value in data.items()}
        entry: dict[str, Any] = {
            "who": _text(who),
            "start": self.now,
            "end": None,
            "ending": "open",
            "data": values,
        }
        if len(self.spans) < MOST_ENTRIES:
            self.spans.append(entry)
        else:
            self.cut = True
        try:
            yield Span(entry)
        except (asyncio.CancelledError, GeneratorExit):
            entry["ending"] = "cancelled"
            raise
        except BaseException:
            entry["ending"] = "raised"
            raise
        else:
            entry["ending"] = "done"
        finally:
            entry["end"] = self.now

    def background(self, coroutine: Coroutine[Any, Any, Any], name: str | None = None) -> "asyncio.Task[Any]":
        """A task of the scenario's own: it is never counted as left behind by the answer."""
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self._own.add(task)
        return task

    def call_plain(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Calls a plain function of the answer. Its value; None when it raised, which the trace tells."""
        entry = self._begin(function, args, kwargs)
        try:
            value = function(*args, **kwargs)
        except Exception as error:
            self._end(entry, error=error)
            return None
        self._end(entry, value=value)
        return value

    async def call(
        self, function: Callable[..., Any], *args: Any, cancel_at: Sequence[float | None] = (), **kwargs: Any
    ) -> Any:
        """Calls a coroutine function of the answer and awaits it; the call ends when it returns or raises.

        `cancel_at`: instants, in seconds after the call, at which its task is cancelled; None: before its first step.
        Its value; None when it raised or was cancelled, which the trace tells. Never raises what the answer raises.
        """
        entry = self._begin(function, args, kwargs)
        if self._sweep is not None and len(self.calls) == 1:
            return await self._swept(entry, function, args, kwargs)
        if not cancel_at:
            self._name_task(entry)
            return await self._await(entry, function, args, kwargs)
        loop = asyncio.get_running_loop()
        if BEFORE_THE_FIRST_STEP in cancel_at:
            task = self.background(function(*args, **kwargs), "call")
            task.add_done_callback(lambda done: self._end_of_task(entry, done))
            entry["cancels"].append(self.now)
            task.cancel()
        else:
            task = self.background(self._await(entry, function, args, kwargs), "call")

        timers = [loop.call_later(at, self._cancel, entry, task) for at in cancel_at if at is not None]
        await asyncio.wait({task})
        for timer in timers:
            timer.cancel()
        return None if task.cancelled() or task.exception() else task.result()

    def _cancel(self, entry: dict[str, Any], task: "asyncio.Task[Any]") -> None:
        """Cancels the task of a call that has not come to its end."""
        if not task.done() and entry["end"] is None:
            entry["cancels"].append(self.now)
            task.cancel()

    def _name_task(self, entry: dict[str, Any]) -> None:
        """The task that awaits the call is known by the name of what it awaits."""
        task = asyncio.current_task()
        if task is not None and task.get_name().startswith("Task-"):
            task.set_name(entry["text"].partition("(")[0])

    async def _swept(
        self,
        entry: dict[str, Any],
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        """Counts the suspensions of the call, and cancels it at the one that is asked for."""

        def suspended(count: int) -> None:
            entry["awaits"] = count
            if count == self._sweep:
                asyncio.get_running_loop().call_soon(self._cancel, entry, task)

        def counted(*args: Any, **kwargs: Any) -> Suspensions:
            return Suspensions(function(*args, **kwargs), suspended)

        entry["awaits"] = 0
        task = self.background(self._await(entry, counted, args, kwargs), "call")
        await asyncio.wait({task})
        return None if task.cancelled() or task.exception() else task.result()

    async def _await(
        self,
        entry: dict[str, Any],
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        try:
            value = await function(*args, **kwargs)
        except GeneratorExit:
            raise
        except BaseException as error:
            left = self._end(entry, error=error)
            value = None
        else:
            left = self._end(entry, value=value)
        if left:
            await self._see_them_end(entry, left)
        return value

    async def _see_them_end(self, entry: dict[str, Any], left: "list[asyncio.Task[Any]]") -> None:
        """Takes out the leftovers that have been asked to end, and that do so at once though nobody waits for it."""
        asked = {task for task in left if task.cancelling()}
        for _ in range(TURNS_TO_END if asked else 0):
            if all(task.done() for task in left):
                break
            await asyncio.sleep(0)
        over = {task for task in left if task.done() and (task in asked or task.cancelled())}
        described = zip(left, entry["leftovers"], strict=True)
        entry["leftovers"] = [description for task, description in described if task not in over]

    def _begin(
        self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> dict[str, Any]:
        inside = [describe(value) for value in args] + [
            f"{key}={describe(value)}" for key, value in kwargs.items()
        ]
        name = getattr(function, "__qualname__", None) or describe(function)
        entry: dict[str, Any] = {
            "text": f"{str(name).rpartition('<locals>.')[2]}({', '.join(inside)})"[:300],
            "start": self.now,
            "end": None,
            "ending": "running",
            "result": None,
            "error": None,
            "leftovers": [],
            "cancels": [],
            "awaits": None,
        }
        if len(self.calls) < MOST_ENTRIES:
            self.calls.append(entry)
        else:
            self.cut = True
        if self._in_progress == 0:
            self._tasks_before = self._all_tasks()
        self._in_progress += 1
        return entry

    def _end(
        self, entry: dict[str, Any], *, value: Any = None, error: BaseException | None = None
    ) -> "list[asyncio.Task[Any]]":
        """Notes how a call ended; the tasks that it has left behind."""
        entry["end"] = self.now
        self._in_progress -= 1
        if isinstance(error, asyncio.CancelledError):
            entry["ending"] = "cancelled"
        else:
            entry["ending"] = "raised" if error is not None else "returned"
        entry["error"] = None if error is None else self._encoder.error(error)
        entry["result"] = self._encoder.value(value)
        if self._in_progress:
            return []
        left = self._left_behind()
        entry["leftovers"] = [self._answer.describe(task) for task in left]
        self._tasks_before = set()
        return left

    def _end_of_task(self, entry: dict[str, Any], task: "asyncio.Task[Any]") -> None:
        if task.cancelled():
            self._end(entry, error=asyncio.CancelledError())
        elif task.exception() is not None:
            self._end(entry, error=task.exception())
        else:
            self._end(entry, value=task.result())

    def _left_behind(self) -> "list[asyncio.Task[Any]]":
        left = self._all_tasks() - self._tasks_before - self._own
        return sorted(left, key=lambda task: task.get_name())[:1_000]

    @staticmethod
    def _all_tasks() -> "set[asyncio.Task[Any]]":
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return set()
        return all_tasks(loop) - getattr(loop, "keepers", set())


def _text(who: Any) -> str | None:
    return who if who is None or type(who) is str else describe(who)
