"""One loop that fills the free places with tasks, one for each job."""

import asyncio
from collections import deque
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    loop = asyncio.get_running_loop()
    waiting, running, names = deque(jobs), set(), {}
    summary = Summary(set(), set(), [])
    stopped = loop.create_task(stop.wait())

    def settle(tasks):
        for task in tasks:
            running.discard(task)
            if task.cancelled():
                summary.cancelled.add(names[task])
            elif task.exception() is None:
                summary.done.add(names[task])

    async def run(job):
        await handle(job)

    try:
        while running or (waiting and not stop.is_set()):
            while waiting and len(running) < workers and not stop.is_set():
                job = waiting.popleft()
                task = loop.create_task(run(job))
                names[task] = job.name
                running.add(task)
            if stop.is_set():
                over, _ = await asyncio.wait(running, timeout=grace)
                settle(over)
                break
            over, _ = await asyncio.wait({*running, stopped}, return_when=asyncio.FIRST_COMPLETED)
            settle(over - {stopped})
    finally:
        stopped.cancel()
        for task in running:
            task.cancel()
        await asyncio.wait({stopped, *running})
    settle(set(running))
    summary.unstarted += [job.name for job in waiting]
    return summary


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
