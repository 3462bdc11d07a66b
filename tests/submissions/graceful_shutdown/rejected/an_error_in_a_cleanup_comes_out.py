"""Looks at the results of the workers when they have been cancelled, and so raises what a job raised in its cleanup.

verdict: error
diagnosis: its error came out of serve
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
                if asyncio.current_task().cancelling():
                    raise
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
        for t in crew:
            if not t.cancelled():
                t.result()
    return summary


def stop_on_signals(loop: asyncio.AbstractEventLoop, stop: asyncio.Event, *signals: signal.Signals) -> None:
    for number in signals:
        loop.add_signal_handler(number, stop.set)
