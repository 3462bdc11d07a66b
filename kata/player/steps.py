"""The steps of the event loop: which task ran when, where it suspended, and who was ready after it."""

import asyncio
import weakref
from asyncio import events
from itertools import islice
from typing import Any

from .loop import PacedLoop
from .timeline import FAR
from .where import Answer, suspended_frames, waits_for

MOST = 2_000
SHOWN = 20  # tasks of a ready queue, and timers, that are written down


class Steps:
    """The steps of every loop of a run, in order. Holds names, never tasks: they must be free to die."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.origin = 0.0
        self.entries: list[dict[str, Any]] = []
        self.cut = False
        self._labels: weakref.WeakKeyDictionary[asyncio.Task[Any], str] = weakref.WeakKeyDictionary()
        self._seen: dict[str, int] = {}

    def note(self, loop: "SteppedLoop", task: "asyncio.Task[Any]") -> None:
        """`task` has just had its turn."""
        if len(self.entries) >= MOST:
            self.cut = True
            return
        entry: dict[str, Any] = {
            "at": loop.instant - self.origin,
            "task": self._label(task),
            "state": "waiting",
            "waits": None,
            "where": None,
            "ready": [self._label(ready) for ready in self._ready(loop)],
            "timers": self._timers(loop),
        }
        if not task.done():
            frames = list(suspended_frames(task))
            entry["where"] = self._answer.innermost(frames)
            entry["waits"] = waits_for(task, frames, self._label)[:200]
        elif task.cancelled():
            entry["state"] = "cancelled"
        else:
            entry["state"] = "raised" if _error(task) else "done"
        self.entries.append(entry)

    @staticmethod
    def _ready(loop: "SteppedLoop") -> "list[asyncio.Task[Any]]":
        owners = (getattr(handle._callback, "__self__", None) for handle in islice(loop._ready, SHOWN))
        return [owner for owner in owners if isinstance(owner, asyncio.Task)]

    def _timers(self, loop: "SteppedLoop") -> list[list[Any]]:
        timers = loop._scheduled
        first = sorted(timers)[:SHOWN] if len(timers) <= SHOWN else timers[:1]
        return [
            [at, self._for_whom(timer)]
            for timer in first
            if not timer.cancelled()
            and (at := timer.when() - self.origin) <= FAR  # no run gets to a later one
        ]

    def _for_whom(self, timer: Any) -> str:
        for argument in timer._args or ():
            if isinstance(argument, asyncio.Future):
                for callback, _ in argument._callbacks or ():
                    owner = getattr(callback, "__self__", None)
                    if isinstance(owner, asyncio.Task):
                        return self._label(owner)
        return str(getattr(timer._callback, "__qualname__", "timer"))[:100]

    def _label(self, task: "asyncio.Task[Any]") -> str:
        """The name of a task; where it has none of its own, its coroutine's, counted as they come."""
        name = task.get_name()
        if not name.startswith("Task-"):
            return name[:100]
        if task not in self._labels:
            coroutine = str(getattr(task.get_coro(), "__qualname__", "task")).rpartition("<locals>.")[2][:90]
            self._seen[coroutine] = self._seen.get(coroutine, 0) + 1
            self._labels[task] = f"{coroutine} {self._seen[coroutine]}"
        return self._labels[task]


def _error(task: "asyncio.Task[Any]") -> bool:
    """Whether a finished task failed, without counting as having looked at its exception."""
    return getattr(task, "_exception", None) is not None


class SteppedHandle(events.Handle):
    """A ready callback that tells when it has run."""

    __slots__ = ()

    def _run(self) -> None:
        task = getattr(self._callback, "__self__", None)  # type: ignore[attr-defined]
        super()._run()
        if isinstance(task, asyncio.Task):
            self._loop.steps.note(self._loop, task)  # type: ignore[attr-defined]


class SteppedLoop(PacedLoop):
    """A loop that writes down its steps."""

    steps: Steps

    @property
    def instant(self) -> float:
        return self._timeline.now

    def _call_soon(self, callback: Any, args: Any, context: Any) -> events.Handle:
        handle = SteppedHandle(callback, args, self, context)
        if handle._source_traceback:  # type: ignore[attr-defined]
            del handle._source_traceback[-1]  # type: ignore[attr-defined]
        self._ready.append(handle)
        return handle
