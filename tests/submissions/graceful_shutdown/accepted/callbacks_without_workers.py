"""No workers: whoever is done lets the next one begin, in a callback."""

import asyncio
from collections import deque
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    """No worker at all: whoever is done lets the next one begin."""
    loop = asyncio.get_running_loop()
    line, running, over = deque(jobs), {}, loop.create_future()
    summary = Summary(set(), set(), [])

    def fill():
        while line and len(running) < workers and not stop.is_set() and not over.done():
            job = line.popleft()
            task = loop.create_task(handle(job))
            running[task] = job.name
            task.add_done_callback(ended)
        if not running and not over.done():
            over.set_result(None)

    def ended(task):
        name = running.pop(task)
        if task.cancelled():
            summary.cancelled.add(name)
        elif task.exception() is None:
            summary.done.add(name)
        fill()

    async def watch():
        await stop.wait()
        if not over.done():
            await asyncio.sleep(grace)
            for task in running:
                task.cancel()

    fill()
    watcher = loop.create_task(watch())
    try:
        await asyncio.shield(over)
    except asyncio.CancelledError:
        summary.unstarted += [job.name for job in line]
        line.clear()
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
        raise
    finally:
        watcher.cancel()
        await asyncio.wait([watcher])
    summary.unstarted += [job.name for job in line]
    return summary


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
