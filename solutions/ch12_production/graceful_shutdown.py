"""A job service that stops cleanly.

To stop is a process with three phases, and each has its own reason:

  1. Nothing new begins. A worker looks at `stop` before it takes a job, and there is no await between the two.
  2. What is under way may finish, for a while. One watchman waits for `stop`, then for the grace; nobody has to look
     again and again. Whoever finishes earlier ends the wait earlier: serve waits for the workers, not for the watchman.
  3. What is still under way is cancelled. `cancel()` only asks, so serve waits once more, until the workers are over.

The jobs that nobody has taken are the unstarted ones. Their line is emptied before anybody is cancelled: a handler
whose tidying up raises an Exception hides the cancellation from its worker, which would take the next job.

A signal arrives between any two bytecodes, also while the event loop sleeps in its selector. `add_signal_handler` wakes
the loop and has the callback called by it, like any other; a handler of the `signal` module would set the event, and
nobody would look before the next timer.
"""

import asyncio
import logging
import signal
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

log = logging.getLogger(__name__)


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
    summary = Summary(set(), set(), [])
    line = deque(jobs)

    async def worker() -> None:
        while line and not stop.is_set():
            job = line.popleft()
            try:
                await handle(job)
            except asyncio.CancelledError:
                summary.cancelled.add(job.name)
                raise
            except Exception:
                log.warning("%s failed", job.name, exc_info=True)
            else:
                summary.done.add(job.name)

    async def watchman() -> None:
        await stop.wait()
        await asyncio.sleep(grace)
        for task in crew:
            task.cancel()

    crew = [asyncio.create_task(worker()) for _ in range(workers)]
    watch = asyncio.create_task(watchman())
    try:
        await asyncio.wait(crew)
    finally:
        summary.unstarted = [job.name for job in line]
        line.clear()
        for task in (watch, *crew):
            task.cancel()
        await asyncio.wait({watch, *crew})
    return summary


def stop_on_signals(loop: asyncio.AbstractEventLoop, stop: asyncio.Event, *signals: signal.Signals) -> None:
    for number in signals:
        loop.add_signal_handler(number, stop.set)


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
    asyncio.run(main())
