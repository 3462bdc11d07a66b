"""Each job gets the grace from its own beginning.

verdict: failed
diagnosis: must be cancelled at
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
    loop = asyncio.get_running_loop()

    async def worker():
        while line and not stop.is_set():
            job = line.pop(0)
            task = loop.create_task(handle(job))
            stopped = loop.create_task(stop.wait())
            began = loop.time()
            try:
                await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if not task.done():
                    await asyncio.wait({task}, timeout=grace + loop.time() - began)
            finally:
                for mine in (task, stopped):
                    mine.cancel()
                await asyncio.wait({task, stopped})
            if task.cancelled():
                cancelled.add(job.name)
            elif task.exception() is None:
                done.add(job.name)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return Summary(done, cancelled, [job.name for job in line])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
