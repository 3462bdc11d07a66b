"""Each job has a time limit of its own, and all of them are set when stop comes."""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    """Each job has a time limit of its own, and all of them are set when stop comes."""
    loop = asyncio.get_running_loop()
    rest, limits = iter([*jobs]), set()
    summary = Summary(set(), set(), [])
    ending = []

    async def one(job):
        try:
            async with asyncio.timeout_at(ending[0] if ending else None) as limit:
                limits.add(limit)
                try:
                    await handle(job)
                finally:
                    limits.discard(limit)
            summary.done.add(job.name)
        except Exception as error:
            if asyncio.current_task().cancelling():
                raise asyncio.CancelledError from error
            if limit.expired():
                summary.cancelled.add(job.name)

    async def worker():
        while not stop.is_set():
            for job in rest:
                await one(job)
                break
            else:
                return

    async def watch():
        await stop.wait()
        ending.append(loop.time() + grace)
        for limit in limits:
            limit.reschedule(ending[0])

    async with asyncio.TaskGroup() as group:
        watcher = group.create_task(watch())
        async with asyncio.TaskGroup() as crew:
            for _ in range(workers):
                crew.create_task(worker())
        watcher.cancel()
    summary.unstarted = [job.name for job in rest]
    return summary


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
