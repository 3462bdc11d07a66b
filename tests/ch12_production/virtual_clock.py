"""Scenarios of virtual_clock: programs that note the time of their loop, and the real time around them.

Each program notes events with `at`, the seconds on its loop's clock since it began.
"""

import asyncio
import time

ERRORS = {kind.__name__: kind for kind in (ValueError, TimeoutError, KeyError, RuntimeError, SystemExit)}


class Clock:
    def __init__(self, record):
        self.record = record
        self.loop = asyncio.get_running_loop()
        self.began = self.loop.time()

    @property
    def now(self):
        return self.loop.time() - self.began

    def note(self, who, **data):
        self.record.event("note", who, clock=self.now, **data)


async def sleeping(record, delays):
    """One sleep after the other."""
    clock = Clock(record)
    for delay in delays:
        await asyncio.sleep(delay)
        clock.note(f"after {delay}")
    return "slept"


async def workers(record, jobs):
    """Workers that sleep side by side."""
    clock = Clock(record)

    async def work(name, delay):
        clock.note(f"{name} begins")
        await asyncio.sleep(delay)
        clock.note(f"{name} ends")

    async with asyncio.TaskGroup() as group:
        for name, delay in jobs:
            group.create_task(work(name, delay))
    return [name for name, _ in jobs]


async def tools(record):
    """Everything in asyncio that has to do with time."""
    clock, loop = Clock(record), asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1.5):
            await asyncio.sleep(10)
    except TimeoutError:
        clock.note("timeout")
    rung = asyncio.Event()
    loop.call_later(0.5, rung.set)
    await rung.wait()
    clock.note("call_later")
    late = asyncio.create_task(asyncio.sleep(9))
    await asyncio.wait({late}, timeout=0.75)
    clock.note("wait")
    q = asyncio.Queue()
    loop.call_at(loop.time() + 1.25, q.put_nowait, "item")
    await q.get()
    clock.note("call_at")
    try:
        await asyncio.wait_for(q.get(), 2)
    except TimeoutError:
        clock.note("wait_for")
    await late
    clock.note("the task of 9 s")
    rung.clear()
    loop.call_at(loop.time() - 3, rung.set)
    await rung.wait()
    clock.note("call_at for the past")
    return None


async def no_time(record, steps):
    """A task has many steps to do at once, while another one sleeps for very little."""
    clock = Clock(record)

    async def busy():
        for _ in range(steps):
            await asyncio.sleep(0)
        clock.note("busy")

    async def sleeper():
        await asyncio.sleep(0.001)
        clock.note("sleeper")

    await asyncio.gather(busy(), sleeper())


async def cancelled_timers(record):
    """Long timers that are cancelled before they are due."""
    clock, loop = Clock(record), asyncio.get_running_loop()
    loop.call_later(500, print).cancel()
    async with asyncio.timeout(1_000):
        await asyncio.sleep(1)
    task = asyncio.create_task(asyncio.sleep(2_000))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    clock.note("end")


async def leaving(record, cleaning, fails=None):
    """A program that ends, or fails, while others are at work, who tidy up for `cleaning` seconds; None: for ever."""
    clock = Clock(record)

    async def background():
        try:
            await asyncio.sleep(900)
        finally:
            await (asyncio.Event().wait() if cleaning is None else asyncio.sleep(cleaning))
            clock.note("tidied up")

    task = asyncio.create_task(background(), name="tidying")
    await asyncio.sleep(1)
    if fails is not None:
        error = ERRORS[fails]("the error of coro")
        record.name(error, "the error of coro")
        raise error
    return task.get_name() and "left"


async def leaving_several(record, cleaning):
    """A program that ends while several others are at work; the first of them fails when it has tidied up."""
    clock = Clock(record)

    async def background(number, seconds):
        try:
            await asyncio.sleep(900)
        finally:
            await asyncio.sleep(seconds)
            clock.note(f"task {number} has tidied up")
            if number == 1:
                raise ValueError("the error of a task that was left")

    tasks = [asyncio.create_task(background(number, seconds)) for number, seconds in enumerate(cleaning, 1)]
    await asyncio.sleep(1)
    return tasks and "left"


async def stuck(record, names, before):
    """Tasks that wait for an event which nobody sets."""
    clock = Clock(record)
    event = asyncio.Event()

    async def wait():
        try:
            await event.wait()
        finally:
            clock.note("woken")

    timer = asyncio.get_running_loop().call_later(800, event.set)
    timer.cancel()
    tasks = [asyncio.create_task(wait(), name=name) for name in names]
    await asyncio.sleep(before)
    clock.note("waiting")
    await asyncio.gather(*tasks)


PROGRAMS = {
    function.__name__: function
    for function in (sleeping, workers, tools, no_time, cancelled_timers, leaving, leaving_several, stuck)
}


def virtually(exercise, record, program, times=1, **inputs):
    """run_virtual, for one of the programs."""
    loops = []

    async def watched():
        loops.append(asyncio.get_running_loop())
        return await PROGRAMS[program](record, **inputs)

    def run_virtual(coro):
        try:
            return exercise.run_virtual(coro)
        except SystemExit:
            record.event("SystemExit came out")
            return None

    for _ in range(times):
        record.call_plain(run_virtual, watched())
    record.event(
        "closed", all=all(loop.is_closed() for loop in loops), loops=len({id(loop) for loop in loops})
    )


def afterwards(exercise, record, real):
    """Ordinary programs before and after one with virtual time."""
    before = surroundings()
    for program in (sleeping(record, [600]), sleeping(record, [60])):
        record.call_plain(exercise.run_virtual, program)
    after = surroundings()
    record.event("changed", names=[name for name in before if before[name] is not after[name]])
    began = time.perf_counter()
    asyncio.run(asyncio.sleep(real))
    record.event("slept really", seconds=time.perf_counter() - began)


def surroundings():
    return {
        "asyncio.sleep": asyncio.sleep,
        "asyncio.timeout": asyncio.timeout,
        "asyncio.wait_for": asyncio.wait_for,
        "asyncio.tasks.sleep": asyncio.tasks.sleep,
        "asyncio.new_event_loop": asyncio.new_event_loop,
        "asyncio.SelectorEventLoop": asyncio.SelectorEventLoop,
        "asyncio.BaseEventLoop.time": asyncio.BaseEventLoop.time,
        "asyncio.BaseEventLoop._run_once": asyncio.BaseEventLoop._run_once,
        "time.monotonic": time.monotonic,
        "time.time": time.time,
        "time.sleep": time.sleep,
        "time.perf_counter": time.perf_counter,
    }
