"""What a run leaves behind: coroutines never awaited, exceptions never retrieved, loops left open.

Python reports most of these when an object dies, so they only show after references are dropped, tracebacks are cleared
and the garbage is collected; and by default only the first of its kind shows at each place.
"""

import asyncio
import gc
import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from .where import Answer

ORIGIN_DEPTH = 3  # frames that a coroutine remembers of where it was made
MOST = 200
LOOP_MESSAGES = {
    "exception was never retrieved": "never_retrieved",
    "was destroyed but it is pending": "destroyed",
}


class Evidence:
    """Collects what Python and asyncio complain about."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.complaints: list[dict[str, Any]] = []

    def add(self, kind: str, text: str, where: Any = None) -> None:
        if len(self.complaints) < MOST:
            clean = text[:500].encode("utf-8", "replace").decode()
            self.complaints.append({"kind": kind, "text": clean, "where": where})

    @contextmanager
    def listening(self) -> Iterator[None]:
        """While this lasts, every complaint of the interpreter is heard, each time it is made."""
        unraisable, threads = sys.unraisablehook, threading.excepthook
        unawaited = getattr(warnings, "_warn_unawaited_coroutine", None)
        depth = sys.get_coroutine_origin_tracking_depth()
        sys.set_coroutine_origin_tracking_depth(ORIGIN_DEPTH)
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._thread_died
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.showwarning = self._warning  # type: ignore[assignment]
            if unawaited is not None:
                warnings._warn_unawaited_coroutine = self._never_awaited  # type: ignore[attr-defined]
            try:
                yield
            finally:
                sys.unraisablehook, threading.excepthook = unraisable, threads
                sys.set_coroutine_origin_tracking_depth(depth)
                if unawaited is not None:
                    warnings._warn_unawaited_coroutine = unawaited  # type: ignore[attr-defined]

    def heard_by_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """An exception handler for event loops. An answer that listens to asyncio's logger hears of it, too."""
        if logging.getLogger("asyncio").hasHandlers():
            loop.default_exception_handler(context)
        message = str(context.get("message", ""))
        kind = next((kind for words, kind in LOOP_MESSAGES.items() if words in message), "callback")
        error = context.get("exception")
        subject = context.get("task") or context.get("future")
        text = message
        if isinstance(subject, asyncio.Task):
            text += f": task {subject.get_name()!r}"
        if isinstance(error, BaseException):
            text += f": {type(error).__name__}: {error}"
            self.add(kind, text, self._answer.raising(error.__traceback__))
            traceback.clear_frames(error.__traceback__)
        else:
            where = self._answer.waiting(subject) if isinstance(subject, asyncio.Task) else None
            self.add(kind, text, where)

    def collect(self, errors: Iterable[object], namespaces: Iterable[dict[str, Any]]) -> None:
        """Lets go of everything that keeps objects of the run alive, so that the last complaints are made.

        Objects die in an order that changes from run to run, where sets or cycles held them: these complaints come in
        the order of their lines.
        """
        heard_before = len(self.complaints)
        heard = getattr(warnings, "_warn_unawaited_coroutine", None)
        if heard is not None and heard != self._never_awaited:  # who replaces it has something to hide
            self.add("silenced", "the complaint about coroutines that were never awaited was switched off")
        for namespace in namespaces:
            namespace.clear()
        for error in errors:
            if isinstance(error, BaseException):
                traceback.clear_frames(error.__traceback__)
                error.__traceback__ = None
        for _ in range(3):
            if not gc.collect():
                break
        self.complaints[heard_before:] = sorted(self.complaints[heard_before:], key=_place)

    def look_for_the_fallen(self) -> None:
        """Adds the tasks that ended by an exception nobody has looked at: what waits for ever may wait for them."""
        tasks = [thing for thing in gc.get_objects() if issubclass(type(thing), asyncio.Task)]
        for task in sorted(tasks, key=lambda task: task.get_name()):
            if task.done() and getattr(task, "_log_traceback", False):
                error = task._exception
                text = f"task {task.get_name()!r} had ended by {type(error).__name__}: {error}"
                self.add("never_retrieved", text, self._answer.raising(error.__traceback__))

    def _never_awaited(self, coroutine: Any) -> None:
        where = None
        for filename, line, function in getattr(coroutine, "cr_origin", None) or ():
            if filename == self._answer.filename:
                where = self._answer.line(line, function)
                break
        self.add("never_awaited", f"coroutine {coroutine.__qualname__!r} was never awaited", where)

    def _warning(
        self, message: Warning | str, category: type[Warning], filename: str, lineno: int, *rest: Any
    ) -> None:
        text = str(message)
        if "was never awaited" in text:
            self.add("never_awaited", text.partition("\n")[0])
        elif issubclass(category, ResourceWarning) and "unclosed event loop" not in text:  # loops are counted
            self.add("unclosed", text)

    def _unraisable(self, unraisable: Any) -> None:
        error = unraisable.exc_value
        where = self._answer.raising(error.__traceback__) if error is not None else None
        self.add("unraisable", f"{type(error).__name__}: {error}", where)

    def _thread_died(self, args: Any) -> None:
        where = self._answer.raising(args.exc_traceback)
        self.add("thread", f"{args.exc_type.__name__}: {args.exc_value}", where)


def _place(complaint: dict[str, Any]) -> tuple[int, str, str]:
    where = complaint["where"]
    return where["line"] if where else 0, complaint["kind"], complaint["text"]
