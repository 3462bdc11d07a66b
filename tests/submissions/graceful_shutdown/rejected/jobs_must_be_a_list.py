"""Copies the jobs by a method that lists have and other sequences have not.

verdict: failed
diagnosis: jobs was a tuple, and serve raised AttributeError: 'tuple' object has no attribute 'copy'
"""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    summary = Summary(set(), set(), [])
    queue = jobs.copy()
    running = {}

    def finish(task):
        job = running.pop(task)
        if task.cancelled():
            summary.cancelled.add(job.name)
        else:
            task.exception()
            summary.done.add(job.name)

    watcher = asyncio.create_task(stop.wait())
    try:
        while not stop.is_set() and (queue or running):
            while queue and len(running) < workers:
                job = queue.pop(0)
                running[asyncio.create_task(handle(job))] = job
            done, _ = await asyncio.wait({*running, watcher}, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {watcher}:
                finish(task)
        if running:
            _, late = await asyncio.wait(running, timeout=grace)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)
            for task in list(running):
                finish(task)
        summary.unstarted = [job.name for job in queue]
        return summary
    finally:
        watcher.cancel()
        for task in running:
            task.cancel()
        await asyncio.gather(watcher, *running, return_exceptions=True)


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
