"""A task group under a time limit that is only set when stop comes."""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    line = iter(jobs)
    done, cancelled, unstarted = set(), set(), []

    async def worker():
        while not stop.is_set() and (job := next(line, None)) is not None:
            try:
                await handle(job)
            except asyncio.CancelledError:
                cancelled.add(job.name)
                raise
            except Exception:
                if asyncio.current_task().cancelling():
                    return
                continue
            done.add(job.name)

    async def set_the_limit(limit):
        await stop.wait()
        limit.reschedule(asyncio.get_running_loop().time() + grace)

    watch = None
    try:
        async with asyncio.timeout(None) as limit:
            watch = asyncio.create_task(set_the_limit(limit))
            async with asyncio.TaskGroup() as group:
                for _ in range(workers):
                    group.create_task(worker())
    except TimeoutError:
        pass
    finally:
        watch.cancel()
        await asyncio.wait([watch])
    return Summary(done, cancelled, unstarted + [job.name for job in line])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
