"""A handler of the signal module that sets the event itself.

verdict: failed
diagnosis: neither a handler that sets the event itself nor call_soon wakes the loop
"""

import asyncio
import signal
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
            except Exception as error:
                print(f"{job.name} failed: {error}")

    crew = [asyncio.create_task(worker()) for _ in range(workers)]
    stopped = asyncio.create_task(stop.wait())
    everybody = asyncio.gather(*crew, return_exceptions=True)
    try:
        await asyncio.wait({stopped, everybody}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait(crew, timeout=grace)
    finally:
        unstarted = [job.name for job in line]
        line.clear()
        for task in (stopped, *crew):
            task.cancel()
        await asyncio.wait({stopped, *crew})
    return Summary(done, cancelled, unstarted)


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        signal.signal(number, lambda *_: stop.set())
