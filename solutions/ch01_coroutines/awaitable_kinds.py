"""Awaitables: coroutine, Task, Future, and whatever else has an `__await__`.

The order of the questions matters: a Task is a Future, and both of them and every coroutine object are awaitable,
so the narrower kind comes first. `inspect.isawaitable` is asked last because it also knows the old
generator-based coroutines. They have no `__await__`, so `isinstance(obj, Awaitable)` misses them, and yet `await` takes
them.

`asyncio.ensure_future` is nearly `start`: it wraps coroutine objects and other awaitables in a Task, and gives Futures
back as they are. It raises TypeError for the rest, too, but that of Python 3.11 takes a plain generator for a
coroutine; so the question is asked first. `asyncio.create_task` is the better choice where you know that you
have a coroutine object, because it takes nothing else.
"""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import Literal, TypeVar

T = TypeVar("T")
Kind = Literal["coroutine function", "coroutine", "task", "future", "awaitable", "not awaitable"]


def kind(obj: object) -> Kind:
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if inspect.iscoroutine(obj):
        return "coroutine"
    if isinstance(obj, asyncio.Task):
        return "task"
    if isinstance(obj, asyncio.Future):
        return "future"
    if inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw: Awaitable[T]) -> "asyncio.Future[T]":
    if not inspect.isawaitable(aw):
        raise TypeError(f"{aw!r} cannot be awaited")
    return asyncio.ensure_future(aw)


async def main() -> None:
    for thing in [5, asyncio.sleep, asyncio.Future(), asyncio.current_task()]:
        print(f"{kind(thing):20} {thing}")
    work = asyncio.sleep(0.1, result="slept")
    print(f"{kind(work):20} {work}")
    future = start(work)
    print(f"{kind(future):20} {future}")
    print(f"its result: {await future}")


if __name__ == "__main__":
    asyncio.run(main())
