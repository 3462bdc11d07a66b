"""Find never-awaited coroutines, lost exceptions, a blocked loop and forgotten tasks.

diagnose(main, slow=0.1) runs the coroutine function main to its end, on an event loop of its own, and returns
a Report of what it did and what went wrong on the way:
  * result, error: what main returned, or the exception that it raised (and None for the other). It does not
    come out of diagnose (KeyboardInterrupt, SystemExit and the like may);
  * never_awaited: for each coroutine object that was never awaited, the __qualname__ of its coroutine function;
  * never_retrieved: the exceptions with which tasks and futures ended, and which nobody ever looked at;
  * slow_steps: how many steps took longer than `slow` seconds. A step is what the loop runs in one go: a task
    from one suspension to the next, or a callback. Nothing else can run meanwhile;
  * leftover_tasks: the names of the tasks that were not done when main ended. They are cancelled then, once, and
    diagnose waits until they have ended.

Each fault counts as often as it happens, at the same line, too. The order in the lists is up to you. What main has held
on to, in a local variable or in a circle of references, is lost when main has ended, even if it ended by an exception.
A fault that main has handled (it awaited the coroutine, looked at the exception, used a thread) is none.

Afterwards all is as it was before: the warning filters, the loggers with their levels, handlers and filters, the hooks
of sys and threading, the streams of sys, and whatever you have replaced in asyncio or warnings. The event loop is
closed, and a second diagnose knows nothing of the first.

Try it:  python exercises/ch12_production/loop_doctor.py
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass
class Report(Generic[T]):
    result: T | None = None
    error: BaseException | None = None
    never_awaited: list[str] = field(default_factory=list)
    never_retrieved: list[BaseException] = field(default_factory=list)
    slow_steps: int = 0
    leftover_tasks: list[str] = field(default_factory=list)


def diagnose(main: Callable[[], Coroutine[Any, Any, T]], *, slow: float = 0.1) -> Report[T]:
    raise NotImplementedError


async def patient() -> str:
    """Has one fault of each kind."""

    async def ping() -> None:
        await asyncio.sleep(0)

    async def fail() -> None:
        raise ValueError("nobody looks at me")

    ping()  # type: ignore[unused-coroutine]
    asyncio.create_task(fail())  # noqa: RUF006
    asyncio.create_task(asyncio.sleep(60), name="sleeper")  # noqa: RUF006
    await asyncio.sleep(0.3)
    time.sleep(0.3)  # noqa: ASYNC251
    return "done"


if __name__ == "__main__":
    try:
        print(diagnose(patient))
    except NotImplementedError:
        print("The doctor is not in yet: write diagnose.")
