"""Takes the current loop for the one that was given.

verdict: leaked
diagnosis: nobody had told that loop
from Python 3.14: error: stop_on_signals asked for the current loop, and there is none yet
"""

import asyncio
from collections import deque
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    done, cancelled, line = set(), set(), deque(jobs)

    async def worker():
        while line and not stop.is_set():
            job = line.popleft()
            try:
                await handle(job)
                done.add(job.name)
            except asyncio.CancelledError:
                cancelled.add(job.name)
                raise
            except Exception:
                pass

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
        asyncio.get_event_loop().add_signal_handler(number, stop.set)
