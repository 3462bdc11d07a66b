"""A worker that survives its cancellation and waits for the next job.

verdict: deadlock
diagnosis: a worker that catches the CancelledError and does not raise it again cannot be stopped
"""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    queue = asyncio.Queue()
    for job in jobs:
        queue.put_nowait(job)
    done, cancelled = set(), set()

    async def worker():
        while True:
            job = await queue.get()
            try:
                await handle(job)
                done.add(job.name)
            except BaseException:
                cancelled.add(job.name)
            finally:
                queue.task_done()

    crew = [asyncio.create_task(worker()) for _ in range(workers)]
    stopped = asyncio.create_task(stop.wait())
    joined = asyncio.create_task(queue.join())
    await asyncio.wait({stopped, joined}, return_when=asyncio.FIRST_COMPLETED)
    unstarted = []
    while not queue.empty():
        unstarted.append(queue.get_nowait().name)
        queue.task_done()
    await asyncio.wait({joined}, timeout=grace)
    for task in (stopped, joined, *crew):
        task.cancel()
    await asyncio.wait({stopped, joined, *crew})
    return Summary(done, cancelled, unstarted)


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
