"""A task for each job, and nobody looks at its exception.

verdict: leaked
diagnosis: its error was left in a task at which nobody looked
"""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    done, cancelled, line = set(), set(), list(jobs)

    async def worker():
        while line and not stop.is_set():
            job = line.pop(0)
            task = asyncio.create_task(handle(job))
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError:
                task.cancel()
                await asyncio.wait([task])
            if task.cancelled():
                cancelled.add(job.name)
                raise asyncio.CancelledError
            done.add(job.name)

    crew = [asyncio.create_task(worker()) for _ in range(workers)]
    stopped = asyncio.create_task(stop.wait())
    everybody = asyncio.gather(*crew, return_exceptions=True)
    try:
        await asyncio.wait({stopped, everybody}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait(crew, timeout=grace)
    finally:
        for task in (stopped, *crew):
            task.cancel()
        await asyncio.wait({stopped, *crew})
    return Summary(done, cancelled, [job.name for job in line])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
