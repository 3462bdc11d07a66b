"""A job service that stops cleanly.

serve(jobs, handle, stop, workers=, grace=) awaits handle(job) for each job, in the order of the jobs, and leaves the
sequence `jobs` as it is:
  * never more than `workers` (at least 1) calls of handle are under way. While fewer are, and stop is not set, no job
    waits;
  * a call of handle that raises an Exception is over, and changes nothing for the others. Its error must not be
    left in a task for Python to complain of. Where such a job is listed is up to you;
  * from the moment when the event `stop` is set (it is never cleared), no further job begins. Those under way may go
    on for `grace` seconds. Those that are still under way then are cancelled, once; that may take them some time;
  * serve returns a Summary as soon as nothing is under way, and either stop is set or no job is left:
    `done` has the names of the jobs that came to their end, `cancelled` those of the jobs that were cancelled,
    `unstarted` those of the jobs that never began, in their order. Jobs have different names;
  * when serve is cancelled (once at most), the calls under way are cancelled, without any grace, no other begins, and
    serve ends cancelled as soon as they are over, whatever they raise. However it ends, no task is left behind.

stop_on_signals(loop, stop, *signals) sees to it that each of these signals sets `stop`, while `loop` runs and at once,
even if the loop is asleep at that moment. It may be called before the loop runs. The same signal may come again, and
more than one of them: that changes nothing.

Try it:  python exercises/ch12_production/graceful_shutdown.py      and press Ctrl+C
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


class Job(Protocol):
    """A job has a name; the rest is the handler's business."""

    @property
    def name(self) -> str: ...


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(
    jobs: Sequence[Job],
    handle: Callable[[Job], Awaitable[None]],
    stop: asyncio.Event,
    *,
    workers: int,
    grace: float,
) -> Summary:
    raise NotImplementedError


def stop_on_signals(loop: asyncio.AbstractEventLoop, stop: asyncio.Event, *signals: signal.Signals) -> None:
    raise NotImplementedError


@dataclass
class Letter:
    name: str
    pages: int


async def print_out(letter: Job) -> None:
    for page in range(getattr(letter, "pages", 1)):
        await asyncio.sleep(0.5)
        print(f"{letter.name}: page {page + 1}")


async def main() -> None:
    stop = asyncio.Event()
    stop_on_signals(asyncio.get_running_loop(), stop, signal.SIGINT, signal.SIGTERM)
    letters = [Letter("a letter", 2), Letter("a novel", 12), Letter("a note", 1), Letter("a poem", 3)]
    print(await serve(letters, print_out, stop, workers=2, grace=1))


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody is at work yet: write serve and stop_on_signals.")
