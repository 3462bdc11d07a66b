"""Awaitables: coroutine, Task, Future, and whatever else has an `__await__`.

`await` takes several kinds of objects. Learn to tell them apart, and to start any of them.

kind(obj) says what an object is. It only looks: it starts nothing and changes nothing.

    "coroutine function"  a function or method made by `async def` (and without `yield`)
    "coroutine"           what a call of such a function gives: a coroutine object
    "task"                an asyncio.Task: a coroutine that the event loop has already been given
    "future"              any other asyncio.Future: a result that somebody will fill in later
    "awaitable"           whatever else `await` takes: an object whose class has `__await__`, or
                          what a function decorated with `@types.coroutine` gives (the old kind)
    "not awaitable"       all the rest: numbers, classes, plain functions, generators of both kinds

start(aw) has any awaitable worked on, and at once gives back a Future for its result.
It is a plain function, called while the event loop runs.

  * Nothing of the work has run yet when start returns. After that the work runs to its end by
    itself, even if nobody awaits the Future.
  * The Future is then done and holds the result of the work, or the error that the work raised.
    Cancelling the Future cancels the work.
  * A Future or a Task needs no start: start gives back the very same object.
  * For everything that is not awaitable, start raises a TypeError at once.

Try it:  python exercises/ch01_coroutines/awaitable_kinds.py
"""

import asyncio
from collections.abc import Awaitable
from typing import Literal, TypeVar

T = TypeVar("T")
Kind = Literal["coroutine function", "coroutine", "task", "future", "awaitable", "not awaitable"]


def kind(obj: object) -> Kind:
    raise NotImplementedError


def start(aw: Awaitable[T]) -> "asyncio.Future[T]":
    raise NotImplementedError


async def main() -> None:
    for thing in [5, asyncio.sleep, asyncio.Future(), asyncio.current_task()]:
        print(f"{kind(thing):20} {thing}")
    work = asyncio.sleep(0.1, result="slept")
    print(f"{kind(work):20} {work}")
    future = start(work)
    print(f"{kind(future):20} {future}")
    print(f"its result: {await future}")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Something is not written yet: look for NotImplementedError in this file.")
