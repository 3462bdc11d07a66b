"""A dispatcher that waits for a permit or for the stop, whichever comes first."""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    permits = asyncio.Semaphore(workers)
    done, cancelled = set(), set()
    tasks, begun = set(), 0

    async def run(job):
        try:
            await handle(job)
            done.add(job.name)
        except asyncio.CancelledError:
            cancelled.add(job.name)
            raise
        except Exception:
            pass
        finally:
            permits.release()

    async def dispatch():
        nonlocal begun
        for job in jobs:
            await permits.acquire()
            if stop.is_set():
                return
            begun += 1
            task = asyncio.create_task(run(job))
            tasks.add(task)
            await asyncio.sleep(0)

    dispatcher = asyncio.create_task(dispatch())
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({dispatcher, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if not stop.is_set():
            await asyncio.wait(
                {stopped, asyncio.gather(*tasks, return_exceptions=True)}, return_when=asyncio.FIRST_COMPLETED
            )
        dispatcher.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=grace)
    finally:
        for task in {dispatcher, stopped, *tasks}:
            task.cancel()
        await asyncio.wait({dispatcher, stopped, *tasks})
    return Summary(done, cancelled, [job.name for job in jobs[begun:]])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
