"""A task group without a word on errors.

verdict: error
diagnosis: its error came out of serve
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
            try:
                await handle(job)
                done.add(job.name)
            except asyncio.CancelledError:
                cancelled.add(job.name)
                raise

    try:
        async with asyncio.timeout(None) as limit:

            async def watch():
                await stop.wait()
                limit.reschedule(asyncio.get_running_loop().time() + grace)

            async with asyncio.TaskGroup() as group:
                watcher = group.create_task(watch())
                crew = [group.create_task(worker()) for _ in range(workers)]
                await asyncio.wait(crew)
                watcher.cancel()
    except TimeoutError:
        pass
    return Summary(done, cancelled, [job.name for job in line])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
