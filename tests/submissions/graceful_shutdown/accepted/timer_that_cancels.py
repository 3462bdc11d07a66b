"""The end of the grace is a timer of the loop, set by a callback."""

import asyncio
from dataclasses import dataclass


@dataclass
class Summary:
    done: set[str]
    cancelled: set[str]
    unstarted: list[str]


async def serve(jobs, handle, stop, *, workers, grace):
    loop = asyncio.get_running_loop()
    begun, done, failed = [], set(), set()
    rest = list(reversed(jobs))
    timers = []

    async def worker():
        while rest:
            if stop.is_set():
                return
            begun.append(rest.pop())
            name = begun[-1].name
            try:
                await handle(begun[-1])
            except Exception:
                failed.add(name)
            else:
                done.add(name)

    def cut():
        for task in crew:
            task.cancel()

    def on_stop(task):
        if not task.cancelled():
            timers.append(loop.call_later(grace, cut))

    crew = [loop.create_task(worker()) for _ in range(workers)]
    watch = loop.create_task(stop.wait())
    watch.add_done_callback(on_stop)
    try:
        while not all(task.done() for task in crew):
            await asyncio.wait(crew)
    finally:
        watch.cancel()
        rest.clear()
        cut()
        await asyncio.wait([watch, *crew])
        for timer in timers:
            timer.cancel()
    names = {job.name for job in begun}
    return Summary(done, names - done - failed, [job.name for job in jobs if job.name not in names])


def stop_on_signals(loop, stop, *signals):
    for number in signals:
        loop.add_signal_handler(number, stop.set)
