"""Deterministic tests: an event loop that skips time.

run_virtual(coro) runs a coroutine object to its end, like asyncio.run, but on an event loop of its own, whose time is
virtual: while something is ready to run it stands still, and when nothing is, it jumps to the next timer. So an hour of
sleep takes no noticeable real time, and a test that takes a day is over at once, with the same order of events.

  * run_virtual returns (result, seconds): what coro returned, and the virtual seconds that passed until then;
  * everything that goes by the time of the event loop goes by the virtual one: `asyncio.sleep`, `asyncio.timeout`,
    `wait_for`, `wait(timeout=)`, `loop.call_later`, `loop.call_at`, and `loop.time()` says what time it is;
  * time is exact: who sleeps 0.25 s wakes 0.25 s later, not a tick too late. Cancelled timers do not count.
    Time never goes back: a timer that is set for the past is due now;
  * when nothing is ready and no timer is set, nothing can ever happen again. Then run_virtual raises Deadlock, whose
    text has the name of each task that waits (`task.get_name()`);
  * an exception of coro comes out of run_virtual. However it ends, the tasks that are left are cancelled, with time
    to tidy up, as asyncio.run does it, and the loop is closed;
  * nothing else changes: outside run_virtual, and after it, asyncio takes its time as ever.

Threads, sockets, processes and blocking calls such as time.sleep are not your concern here.

Try it:  python exercises/ch12_production/virtual_clock.py
"""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Deadlock(RuntimeError):
    """Nothing is ready, and nothing is scheduled: all tasks wait for ever."""


def run_virtual(coro: Coroutine[Any, Any, T]) -> tuple[T, float]:
    coro.close()
    raise NotImplementedError


async def worker(delay: float, name: str) -> None:
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():6.0f} s: {name}")


async def night() -> str:
    await asyncio.gather(
        worker(3600, "one o'clock"), worker(7200, "two o'clock"), worker(5400, "half past one")
    )
    return "good morning"


async def wait_for_nobody() -> None:
    await asyncio.Event().wait()


if __name__ == "__main__":
    started = time.perf_counter()
    try:
        print(run_virtual(night()))
        print(f"in {time.perf_counter() - started:.2f} s")
        run_virtual(wait_for_nobody())
    except Deadlock as deadlock:
        print(f"Deadlock: {deadlock}")
    except NotImplementedError:
        print("Time passes as ever: write run_virtual.")
