"""A queue worker that cannot be stopped if the job which it is at raises when it is cancelled.

verdict: deadlock
diagnosis: its worker did not see the cancellation any more
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
    done, cancelled, unstarted = set(), set(), []

    async def worker():
        while True:
            job = await queue.get()
            try:
                await handle(job)
                done.add(job.name)
            except asyncio.CancelledError:
                cancelled.add(job.name)
                raise
            except Exception:
                pass
            finally:
                queue.task_done()

    def close():
        while not queue.empty():
            unstarted.append(queue.get_nowait().name)
            queue.task_done()

    async def closer():
        await stop.wait()
        close()

    if stop.is_set():
        close()
    tasks = [asyncio.create_task(closer())]
    joined = asyncio.create_task(queue.join())
    try:
        tasks += [asyncio.create_task(worker()) for _ in range(workers)]
        await asyncio.wait({joined, tasks[0]}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait({joined}, timeout=grace)
    finally:
        close()
        for task in (joined, *tasks):
            task.cancel()
        await asyncio.wait({joined, *tasks})
    return Summary(done, cancelled, unstarted)


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
