"""Who holds a lock: asyncio does not remember it, and whoever waits for one in vain wants to know."""

import asyncio
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_holders: "weakref.WeakKeyDictionary[asyncio.Lock, weakref.ref[asyncio.Task[Any]]]" = (
    weakref.WeakKeyDictionary()
)


def holder_of(lock: asyncio.Lock) -> "asyncio.Task[Any] | None":
    """The task that acquired a locked lock last, if it is alive and pending."""
    reference = _holders.get(lock) if lock.locked() else None
    task = reference() if reference is not None else None
    return task if task is not None and not task.done() else None


@contextmanager
def holders_remembered() -> Iterator[None]:
    """While this lasts, every `asyncio.Lock` remembers which task acquired it."""
    stock = asyncio.Lock.acquire

    async def acquire(self: asyncio.Lock) -> Any:
        acquired = await stock(self)
        task = asyncio.current_task()
        if task is not None:
            _holders[self] = weakref.ref(task)
        return acquired

    acquire.__qualname__ = stock.__qualname__
    asyncio.Lock.acquire = acquire  # type: ignore[method-assign]
    try:
        yield
    finally:
        asyncio.Lock.acquire = stock  # type: ignore[method-assign]
