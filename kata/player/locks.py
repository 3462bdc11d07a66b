"""Locks of threads that go by a run's timeline. Made once, before any run: a class is dear to make."""

import _thread
import threading
from collections import deque

from .timeline import Timeline, Waiter


class PacedLock:
    """`threading.Lock` whose contended acquire is known to the timeline of the run."""

    timeline: Timeline

    def __init__(self) -> None:
        self._lock = _thread.allocate_lock()
        self._queue: deque[Waiter] = deque()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if self._lock.acquire(False):
            return True
        if not blocking:
            return False
        waiter = Waiter(self.timeline)
        with self.timeline.lock:
            if self._lock.acquire(False):
                return True
            self._queue.append(waiter)
        try:
            got = self.timeline.block(waiter, None if timeout < 0 else timeout, "waiting for a thread's lock")
        except BaseException:
            self._give_up(waiter)
            raise
        return got or not self._give_up(waiter)

    def _give_up(self, waiter: Waiter) -> bool:
        """Takes a waiter out of the queue; False: it had just been given the lock."""
        with self.timeline.lock:
            if waiter.released:
                return False
            self._queue.remove(waiter)
            return True

    def release(self) -> None:
        with self.timeline.lock:
            if self._queue:
                self._queue.popleft().release()  # stays locked: the waiter owns it now
            else:
                self._lock.release()

    def locked(self) -> bool:
        return self._lock.locked()

    def _at_fork_reinit(self) -> None:
        self._lock = _thread.allocate_lock()
        self._queue.clear()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc_info: object) -> None:
        self.release()


class PacedRLock(threading._RLock):  # type: ignore[misc]  # final for type checkers only
    """`threading.RLock` on such a lock."""

    def __init__(self) -> None:
        super().__init__()
        self._block = PacedLock()
