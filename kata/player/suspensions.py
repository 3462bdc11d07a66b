"""Counting the suspensions of a coroutine: the instants at which it could be cancelled."""

from collections.abc import Awaitable, Callable, Generator
from typing import Any


class Suspensions:
    """Awaits what it is given, and calls `suspended` with 1, 2, 3, … each time that it suspends."""

    def __init__(self, awaitable: Awaitable[Any], suspended: Callable[[int], object]) -> None:
        self._awaitable = awaitable
        self._suspended = suspended

    def __await__(self) -> Generator[Any, Any, Any]:
        inner = self._awaitable.__await__()
        count = 0
        value: Any = None
        error: BaseException | None = None
        while True:
            try:
                yielded = inner.send(value) if error is None else inner.throw(error)
            except StopIteration as stop:
                return stop.value
            count += 1
            self._suspended(count)
            value, error = None, None
            try:
                value = yield yielded
            except BaseException as thrown:
                error = thrown
