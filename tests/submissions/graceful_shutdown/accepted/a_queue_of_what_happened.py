"""One loop over a queue of all that may happen: a job over, a stop."""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    """One loop over everything that may happen: a job over, a stop, the grace over."""
    loop = asyncio.get_running_loop()
    line = list(jobs)[::-1]
    happened = asyncio.Queue()
    running, done, cancelled, failed = {}, set(), set(), set()
    deadline = None

    async def run(job):
        try:
            await handle(job)
        except asyncio.CancelledError:
            cancelled.add(job.name)
        except Exception:
            failed.add(job.name)
        else:
            done.add(job.name)
        finally:
            happened.put_nowait(job.name)

    stopped = asyncio.ensure_future(stop.wait())
    stopped.add_done_callback(lambda _: happened.put_nowait(None))
    try:
        while True:
            while line and not stop.is_set() and len(running) < workers:
                job = line.pop()
                running[job.name] = asyncio.ensure_future(run(job))
            if not running:
                break
            name = await happened.get()
            if name is not None:
                await asyncio.wait([running.pop(name)])
            elif deadline is None:
                deadline = loop.call_later(grace, lambda: [task.cancel() for task in running.values()])
    finally:
        if deadline is not None:
            deadline.cancel()
        stopped.cancel()
        for task in running.values():
            task.cancel()
        await asyncio.wait([stopped, *running.values()])
    return Summary(done, cancelled, [job.name for job in reversed(line)])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
