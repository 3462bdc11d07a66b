"""Calls that block a thread or read the clock, replaced so that they go by the run's timeline.

The replacements are in place before the answer is imported, so `from time import sleep` gets them too. Sources: the
CPython library's `threading.Condition.wait`, whose waiters only need a `release` method, and `queue._PySimpleQueue`,
the pure Python form of the queue that thread pools wait on.
"""

import _thread
import datetime
import os
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from .dates import dates_by
from .locks import PacedLock, PacedRLock
from .timeline import EPOCH, START, Timeline, Waiter

START_OF_A_THREAD = "the start of a thread"  # a busy machine takes its time for it


def _owned(condition: Any) -> bool:
    return bool(condition._is_owned())


class _Replaced:
    """Remembers what stood at each place, to put it back."""

    def __init__(self) -> None:
        self._before: list[tuple[Any, str, Any]] = []

    def put(self, place: Any, name: str, value: Any) -> None:
        self._before.append((place, name, getattr(place, name)))
        setattr(place, name, value)

    def restore(self) -> None:
        for place, name, value in reversed(self._before):
            setattr(place, name, value)


class _Forks:
    """Lets a child that the answer forks go its own way, and sets right what `threading` does in any child.

    No other thread may hold the timeline's lock at that moment: nobody would ever release it in the child. What is
    registered for forks cannot be taken back, so it is done once.
    """

    timeline: Timeline | None = None

    @classmethod
    def register(cls) -> None:
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(before=cls.before, after_in_parent=cls.in_parent, after_in_child=cls.in_child)

    @classmethod
    def before(cls) -> None:
        if cls.timeline is not None:
            cls.timeline.lock.acquire()

    @classmethod
    def in_parent(cls) -> None:
        if cls.timeline is not None:
            cls.timeline.lock.release()

    @classmethod
    def in_child(cls) -> None:
        # `threading` makes it anew by a name that is replaced here. A thread takes it after it has left the run.
        threading._active_limbo_lock = _thread.RLock()  # type: ignore[attr-defined]
        if cls.timeline is not None:
            cls.timeline.leave_the_run()


_Forks.register()


@contextmanager
def forked_children_leave(timeline: Timeline) -> Iterator[None]:
    """While this lasts, a process that is forked from this one has real time again, and no part in the run."""
    _Forks.timeline = timeline
    try:
        yield
    finally:
        _Forks.timeline = None


@contextmanager
def blocking_by(timeline: Timeline) -> Iterator[None]:
    """While this lasts, blocking calls and clock readings of every thread go by `timeline`."""
    replaced = _Replaced()
    try:
        _replace_sleep(timeline, replaced)
        starting: set[threading.Condition] = set()
        _replace_waiting(timeline, replaced, starting)
        _replace_locks(timeline, replaced)
        _replace_threads(timeline, replaced, starting)
        if timeline.virtual:
            _replace_clocks(timeline, replaced)
        yield
    finally:
        replaced.restore()


def _replace_clocks(timeline: Timeline, replaced: _Replaced) -> None:
    def monotonic() -> float:
        return timeline.read()

    def monotonic_ns() -> int:
        return int(timeline.read() * 1_000_000_000)

    def wall() -> float:
        return EPOCH + (timeline.read() - START)

    def wall_ns() -> int:
        return EPOCH * 1_000_000_000 + int((timeline.read() - START) * 1_000_000_000)

    for name, function in {
        "monotonic": monotonic,
        "perf_counter": monotonic,
        "time": wall,
        "monotonic_ns": monotonic_ns,
        "perf_counter_ns": monotonic_ns,
        "time_ns": wall_ns,
    }.items():
        replaced.put(time, name, function)
    for name, heir in dates_by(wall).items():
        replaced.put(datetime, name, heir)
    # These modules took the function by name when they were imported.
    replaced.put(threading, "_time", monotonic)
    replaced.put(queue, "time", monotonic)


def _replace_sleep(timeline: Timeline, replaced: _Replaced) -> None:
    real_sleep = time.sleep

    def sleep(seconds: float, /) -> None:
        if not isinstance(seconds, int | float) or seconds < 0:
            real_sleep(seconds)  # raises as it always does
        timeline.block(Waiter(timeline), seconds, "time.sleep")

    replaced.put(time, "sleep", sleep)


def _replace_waiting(timeline: Timeline, replaced: _Replaced, starting: set[threading.Condition]) -> None:
    def wait(self: Any, timeout: float | None = None) -> bool:
        if not _owned(self):
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Waiter(timeline)
        self._waiters.append(waiter)
        saved = self._release_save()
        notified = False
        try:
            what = START_OF_A_THREAD if self in starting else "waiting for another thread"
            notified = timeline.block(waiter, timeout, what)
            return notified
        finally:
            self._acquire_restore(saved)
            if not notified:
                with suppress(ValueError):
                    self._waiters.remove(waiter)

    replaced.put(threading.Condition, "wait", wait)
    replaced.put(queue, "SimpleQueue", queue._PySimpleQueue)  # type: ignore[attr-defined]


def _replace_locks(timeline: Timeline, replaced: _Replaced) -> None:
    PacedLock.timeline = timeline
    replaced.put(threading, "Lock", PacedLock)
    replaced.put(threading, "RLock", PacedRLock)


def _replace_threads(timeline: Timeline, replaced: _Replaced, starting: set[threading.Condition]) -> None:
    start_really = threading.Thread.start
    join_really = threading.Thread.join

    def start(self: Any) -> None:
        if self._started.is_set() or "_kata_over" in self.__dict__:
            start_really(self)
            return
        over = self._kata_over = threading.Event()
        run = self.run

        def run_on_the_timeline() -> None:
            try:
                run()
            finally:
                over.set()
                timeline.leaves()

        self.run = run_on_the_timeline
        timeline.joins()
        starting.add(self._started._cond)
        try:
            start_really(self)
        except BaseException:
            timeline.leaves()
            raise
        finally:
            starting.discard(self._started._cond)

    def join(self: Any, timeout: float | None = None) -> None:
        over = self.__dict__.get("_kata_over")
        here = self.is_alive() and self is not threading.current_thread()  # in a fork, others are not
        if over is not None and here and not over.wait(timeout):
            return
        join_really(self, timeout)

    replaced.put(threading.Thread, "start", start)
    replaced.put(threading.Thread, "join", join)
