"""Python writes each signal into a pipe, and the loop reads there."""

import asyncio
import os
import signal
from collections import deque
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    done, cancelled, line = set(), set(), deque(jobs)

    async def worker():
        while line and not stop.is_set():
            job = line.popleft()
            try:
                await handle(job)
                done.add(job.name)
            except asyncio.CancelledError:
                cancelled.add(job.name)
                raise
            except Exception:
                pass

    crew = [asyncio.create_task(worker()) for _ in range(workers)]
    stopped = asyncio.create_task(stop.wait())
    everybody = asyncio.gather(*crew, return_exceptions=True)
    try:
        await asyncio.wait({stopped, everybody}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait(crew, timeout=grace)
    finally:
        unstarted = [job.name for job in line]
        line.clear()
        for task in (stopped, *crew):
            task.cancel()
        await asyncio.wait({stopped, *crew})
    return Summary(done, cancelled, unstarted)


def stop_on_signals(loop, stop, *signals):
    """Python writes each signal into a pipe, and the loop reads there."""
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    os.set_blocking(theirs, False)

    def heard():
        if set(os.read(ours, 4096)) & set(signals):
            stop.set()

    for number in signals:
        signal.signal(number, lambda *_: None)
    signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
    loop.add_reader(ours, heard)
