"""Handle the ValueErrors, wherever they are in a group of errors, and let everything else pass.

Several tasks can fail at once, so a TaskGroup raises an ExceptionGroup, which may hold further groups:

    ExceptionGroup("loading")
     +-- ValueError("v1")
     +-- ExceptionGroup("shop")
          +-- OSError("o1")
          +-- ValueError("v2")

Write `triage(work, on_value_errors)`. It calls work() once, awaits it, and

  * returns what work returns; without a ValueError, on_value_errors is never called;
  * if work raises a ValueError, or a group that holds ValueErrors at any depth: calls on_value_errors once, with a
    list of all of them, in the order in which they stand above, read from top to bottom: [v1, v2];
  * if nothing else was raised, it returns None;
  * if a group held anything else, it raises a group of the rest: the same exception objects, nested as they were
    in groups with the same messages, without the ValueErrors and without groups that have become empty. Here that is
    ExceptionGroup("loading", [ExceptionGroup("shop", [o1])]);
  * everything else that work raises comes out: an OSError as it is and not in a group, a group without
    ValueErrors as a group of the same form, and a cancellation as a CancelledError.

Every subclass of ValueError is a ValueError. on_value_errors is a plain function.

Try it:  python exercises/ch03_structured/except_star.py
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def triage(
    work: Callable[[], Awaitable[T]], on_value_errors: Callable[[list[ValueError]], None]
) -> T | None:
    raise NotImplementedError


async def load_everything() -> str:
    await asyncio.sleep(0.1)
    shop = ExceptionGroup("shop", [OSError("o1"), ValueError("v2")])
    raise ExceptionGroup("loading", [ValueError("v1"), shop])


async def demo() -> None:
    try:
        await triage(load_everything, lambda errors: print("ValueErrors:", errors))
    except ExceptionGroup as rest:
        print("the rest:", repr(rest))


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: triage.")
