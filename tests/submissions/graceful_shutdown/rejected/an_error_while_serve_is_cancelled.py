"""A worker whose job raises an error while it is cancelled takes the next one, though serve is cancelled.

verdict: failed
diagnosis: serve was cancelled at 1.5, and then e began, when b had raised an error instead of a CancelledError
"""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    done, cancelled = set(), set()
    todo = list(jobs)
    current = {}

    async def worker():
        while todo and not stop.is_set():
            job = todo.pop(0)
            current[asyncio.current_task()] = job
            try:
                await handle(job)
            except asyncio.CancelledError:
                cancelled.add(job.name)
                raise
            except Exception:
                pass
            else:
                done.add(job.name)
            finally:
                del current[asyncio.current_task()]

    async def watchdog():
        await stop.wait()
        await asyncio.sleep(grace)
        for task in list(current):
            task.cancel()

    async def crew():
        await asyncio.gather(*crew_tasks, return_exceptions=True)
        dog.cancel()

    async with asyncio.TaskGroup() as group:
        crew_tasks = [group.create_task(worker()) for _ in range(workers)]
        dog = group.create_task(watchdog())
        group.create_task(crew())
    return Summary(done, cancelled, [job.name for job in todo])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
