"""Where in the answer something happens, and what a task waits for, in words."""

import asyncio
import linecache
import sys
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any

from .holders import holder_of

Where = dict[str, Any]
DEEPEST = 200  # frames that are looked at before the search is given up


class Answer:
    """The answer's file, as far as finding places in it goes."""

    def __init__(self, filename: str, source: str) -> None:
        self.filename = filename
        self._lines = source.splitlines()
        self._places: dict[tuple[int, str], Where] = {}
        linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)

    def place(self, frame: FrameType, line: int | None = None) -> Where:
        return self.line(line or frame.f_lineno, frame.f_code.co_name)

    def line(self, line: int, function: str) -> Where:
        where = self._places.get((line, function))
        if where is None:
            text = self._lines[line - 1].strip() if 0 < line <= len(self._lines) else ""
            where = {"file": self.filename, "line": line, "function": function, "source": text[:200]}
            self._places[line, function] = where
        return where

    def owns(self, frame: FrameType) -> bool:
        return frame.f_code.co_filename == self.filename

    def calling(self, frame: FrameType | None = None) -> Where | None:
        """The answer's innermost line among the callers of the calling function."""
        frame = frame or sys._getframe(1)
        for _ in range(DEEPEST):
            if frame is None:
                return None
            if self.owns(frame):
                return self.place(frame)
            frame = frame.f_back
        return None

    def raising(self, traceback: TracebackType | None) -> Where | None:
        """The answer's innermost line in a traceback."""
        found = None
        while traceback is not None:
            if self.owns(traceback.tb_frame):
                found = self.place(traceback.tb_frame, traceback.tb_lineno)
            traceback = traceback.tb_next
        return found

    def waiting(self, task: "asyncio.Task[Any]") -> Where | None:
        """The answer's innermost line in the chain of awaits of a suspended task."""
        return self.innermost(list(suspended_frames(task)))

    def innermost(self, frames: list[FrameType]) -> Where | None:
        """The answer's innermost line among the frames of a suspended task."""
        return next((self.place(frame) for frame in reversed(frames) if self.owns(frame)), None)

    def describe(self, task: "asyncio.Task[Any]") -> dict[str, Any]:
        """A pending task for the trace: its name, its coroutine, what it waits for and where."""
        coroutine = task.get_coro()
        name = getattr(coroutine, "__qualname__", None) or type(coroutine).__name__
        return {
            "task": str(task.get_name())[:100],
            "coroutine": str(name).rpartition("<locals>.")[2][:100],
            "waits": waits_for(task)[:200],
            "where": self.waiting(task),
        }


def suspended_frames(task: "asyncio.Task[Any]") -> Iterator[FrameType]:
    """The frames of a suspended task from its coroutine inwards.

    `Task.get_stack()` gives only the outermost one; each coroutine or generator names the next.
    """
    current: Any = task.get_coro()
    for _ in range(DEEPEST):
        for kind in ("cr", "gi", "ag"):
            frame = getattr(current, kind + "_frame", None)
            if frame is not None:
                yield frame
                current = getattr(current, kind + ("_yieldfrom" if kind == "gi" else "_await"), None)
                break
        else:
            return


def _tasks(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"


def name_of(task: "asyncio.Task[Any]") -> str:
    """A task's own name; its coroutine's where it has none but asyncio's number."""
    name = task.get_name()
    if not name.startswith("Task-"):
        return repr(name)
    return str(getattr(task.get_coro(), "__qualname__", "task")).rpartition("<locals>.")[2]


def waits_for(
    task: "asyncio.Task[Any]",
    frames: list[FrameType] | None = None,
    name: Callable[["asyncio.Task[Any]"], str] = name_of,
) -> str:
    """What a pending task waits for, in words.

    `frames`: its suspended frames, where they are known already. `name`: what to call other tasks.
    """
    if frames is None:
        frames = list(suspended_frames(task))
    for frame in frames:
        code = frame.f_code
        if code.co_name in TELLING and code.co_filename.startswith(asyncio.__path__[0]):
            words = _in_asyncio(frame)
            if words:
                return words
    future = getattr(task, "_fut_waiter", None)
    if future is None:
        return "its next turn" if frames else "its first turn"
    if isinstance(future, asyncio.Task):
        return f"the end of task {name(future)}"
    children = getattr(future, "_children", None)
    if children is not None:
        pending = [child for child in children if not child.done()]
        names = ", ".join(name(child) for child in pending[:4] if isinstance(child, asyncio.Task))
        return f"gather(): {_tasks(len(pending))} not done" + (f": {names}" if names else "")
    return "a future that nobody has resolved"


# The functions of asyncio whose names and arguments tell what is waited for.
TELLING = frozenset(
    {"get", "put", "join", "acquire", "wait", "_wait", "sleep", "__aexit__", "_aexit", "_block"}
)


def _in_asyncio(frame: FrameType) -> str | None:
    name, inside = frame.f_code.co_name, frame.f_locals
    owner = inside.get("self")
    kind = type(owner).__name__ if owner is not None else ""
    if isinstance(owner, asyncio.Queue):
        missing = getattr(owner, "_unfinished_tasks", 0)
        return {
            "get": "queue.get() on an empty queue",
            "put": "queue.put() on a full queue",
            "join": f"queue.join(): {missing} task_done() call{'s' if missing != 1 else ''} missing",
        }.get(name)
    if isinstance(owner, asyncio.Lock) and name == "acquire":
        holder = holder_of(owner)
        return "lock.acquire(): the lock is held" + (f" by {name_of(holder)}" if holder is not None else "")
    if isinstance(owner, asyncio.TaskGroup):
        return f"the end of its TaskGroup: {_tasks(len(owner._tasks))} not done"
    known = {
        ("Event", "wait"): "event.wait(): nobody has called set()",
        ("Condition", "wait"): "condition.wait(): nobody has called notify()",
        ("Semaphore", "acquire"): "semaphore.acquire(): no permit is free",
        ("BoundedSemaphore", "acquire"): "semaphore.acquire(): no permit is free",
    }
    if (kind, name) in known:
        return known[kind, name]
    if kind == "Barrier":
        return (
            f"barrier.wait(): {owner.n_waiting} of {owner.parties} have come" if owner is not None else None
        )
    if owner is None and name == "sleep" and frame.f_code.co_filename == asyncio.tasks.__file__:
        return f"asyncio.sleep({inside.get('delay', '')!r})"
    if owner is None and name in {"_wait", "wait"} and "fs" in inside:
        pending = [future for future in inside["fs"] if not future.done()]
        return f"asyncio.wait(): {_tasks(len(pending))} not done"
    return None
