"""Put a cancellation off until something is done that must not be torn.

`await commit()` writes to a database, in several steps. If it is torn between two of them, the data is broken. But
whoever awaits commit may be cancelled at any time.

commit_safely(commit)
  * calls commit, once and at once, and returns its value as soon as commit is over;
  * if commit raises an exception, this very exception comes out;
  * if the caller is cancelled while commit is at work, commit does not feel it and goes on to its end. As soon as
    commit is over, and not before, CancelledError comes out: the cancellation is late, but not lost;
  * the caller may be cancelled any number of times;
  * if the caller is cancelled and then commit raises, it is up to you which of the two exceptions comes out;
  * an `asyncio.timeout` around a call of commit_safely works as ever: if its time is over meanwhile, a TimeoutError
    comes out of it in the end; if somebody else has cancelled the caller too, a CancelledError;
  * it may be called in the `finally` of a task that is being cancelled already: that cancellation is an old one, and
    commit_safely does what it does elsewhere. Two calls know nothing of each other;
  * nothing is left running when commit_safely comes back. It waits for commit, it does not look again and again.

Try it:  python exercises/ch06_cancellation/shield_commit.py
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def commit_safely(commit: Callable[[], Coroutine[Any, Any, T]]) -> T:
    raise NotImplementedError


async def pay_the_shop() -> str:
    for step in ("begin", "take 10 from Ann", "give 10 to the shop", "end"):
        print(" ", step)
        await asyncio.sleep(0.4)
    return "paid"


async def demo() -> None:
    task = asyncio.create_task(commit_safely(pay_the_shop))
    for when in ("Cancel it!", "Cancel it again!"):
        await asyncio.wait({task}, timeout=0.5)
        if task.done():
            return print("commit_safely came back with", await task)
        print(when)
        task.cancel()
    await asyncio.wait({task})
    print("Over. Cancelled:", task.cancelled())


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: commit_safely.")
    except asyncio.CancelledError:
        print("commit_safely came back too early.")
