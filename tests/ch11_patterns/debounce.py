"""Scenarios of debounce: calls, flushes and closes at given instants.

`steps` is a list of [seconds, "call", name], [seconds, "flush"] or [seconds, "close"]; a flush or a close may have the
seconds after which it is cancelled. `work` says how many seconds a run for a name takes, 0.5 if it does not. When all
flushes and closes are over, the debouncer is closed at `until`.
"""

import asyncio
import gc
import traceback
import weakref


class Calls:
    """A debouncer, the function behind it, and the clock that both go by."""

    def __init__(self, exercise, record, wait, work=None, fails=(), calls=None):
        self.record = record
        self.work = work or {}
        self.calls = calls or {}  # while it runs for this name, func calls the debouncer with that one
        self.errors = {name: ValueError(f"{name} went wrong") for name in fails}
        for name, error in self.errors.items():
            record.name(error, f"the error of {name}")
        self.debouncer = exercise.Debouncer(self.func, wait)
        self.begin = asyncio.get_running_loop().time()

    async def func(self, name):
        with self.record.span(name):
            if name in self.calls:
                self.debouncer(self.calls[name])
            await asyncio.sleep(self.work.get(name, 0.5))
            if name in self.errors:
                raise self.errors[name]

    async def until(self, at):
        delay = self.begin + at - asyncio.get_running_loop().time()
        if delay > 0:
            await asyncio.sleep(delay)

    async def follow(self, steps):
        waiting = []
        for at, what, *args in steps:
            await self.until(at)
            if what == "call":
                self.record.event("call", args[0])
                self.debouncer(*args)
            else:
                method = getattr(self.debouncer, what)
                waiting.append(self.record.background(self.record.call(method, cancel_at=args), what))
        return waiting


async def typing(exercise, record, steps, wait, until, work=None, fails=(), calls=None):
    async def everybody():
        all_calls = Calls(exercise, record, wait, work, fails, calls)
        waiting = await all_calls.follow(steps)
        await all_calls.until(until)
        if waiting:
            await asyncio.wait(waiting)
        await record.call(all_calls.debouncer.close)

    await record.call(everybody)


async def failing(exercise, record, steps, wait, until, fails, work=None):
    """The same, and what the exception handler of the event loop hears of, at the latest when nothing of the debouncer
    is left."""
    loop = asyncio.get_running_loop()
    usual = loop.get_exception_handler()
    known = []

    def heard(loop, context):
        found = [name for name, error in known if error in leaves(context.get("exception"))]
        for name in found:
            record.event("reported", name)
        if not found:
            usual(loop, context)

    async def everybody():
        all_calls = Calls(exercise, record, wait, work, fails)
        known.extend(all_calls.errors.items())
        waiting = await all_calls.follow(steps)
        await all_calls.until(until)
        if waiting:
            await asyncio.wait(waiting)
        await record.call(all_calls.debouncer.close)

    loop.set_exception_handler(heard)
    try:
        await record.call(everybody)
        for _, error in known:
            traceback.clear_frames(error.__traceback__)
            error.__traceback__ = None
        await asyncio.sleep(0.1)
        for _ in range(3):
            gc.collect()
        await asyncio.sleep(0.1)
    finally:
        loop.set_exception_handler(usual)


async def arguments(exercise, record, wait, calls):
    """Each of `calls` is [args, kwargs, what], and what comes after it: "quiet", "flush", or "next", the next call."""

    async def func(*args, **kwargs):
        record.event("ran", args=list(args), kwargs=kwargs)

    async def everybody():
        debouncer = exercise.Debouncer(func, wait)
        for args, kwargs, what in calls:
            debouncer(*args, **kwargs)
            if what == "flush":
                await record.call(debouncer.flush)
            elif what == "quiet":
                await asyncio.sleep(wait + 0.5)
        await record.call(debouncer.close)

    await record.call(everybody)


async def lonely(exercise, record, wait):
    """A run waits for something that nobody but itself knows of, and the garbage is collected."""
    known = []

    async def func():
        future = asyncio.get_running_loop().create_future()
        known.append(weakref.ref(future))
        with record.span("the lonely one"):
            await future

    async def everybody():
        debouncer = exercise.Debouncer(func, wait)
        debouncer()
        await asyncio.sleep(wait + 0.5)
        gc.collect()
        future = known[0]() if known else None
        record.event("looked", began=bool(known), alive=future is not None)
        if future is not None:
            future.set_result(None)
            del future
        await record.call(debouncer.close)

    await record.call(everybody)


async def two(exercise, record, wait):
    """Two objects, called and closed at different times. A run takes 1 s."""

    def func(owner):
        async def work(name):
            with record.span(f"{owner} {name}"):
                await asyncio.sleep(1)

        return work

    async def everybody():
        first, second = exercise.Debouncer(func("first"), wait), exercise.Debouncer(func("second"), wait)
        second("b")
        await asyncio.sleep(0.4)
        first("a")
        await asyncio.sleep(0.4)
        first("c")
        await asyncio.sleep(0.5)
        second("d")
        await asyncio.sleep(0.2)
        await record.call(first.close)
        await asyncio.sleep(1.5)
        await record.call(second.close)

    await record.call(everybody)


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        return [leaf for member in error.exceptions for leaf in leaves(member)]
    return [error]
