"""Scenarios of circuit_breaker: calls at given instants, whose operation works or fails.

`calls` is a list of [instant, seconds, ending]: `ending` is "ok", or the name of the exception that the operation
raises, or "same", when it raises the same object each time, or "gives", when it returns an exception. `cancelled` says
for a number in it after how many seconds that call is cancelled.
"""

import asyncio


class ServiceDown(Exception):
    """An error that only this operation knows of."""


ERRORS = {error.__name__: error for error in (OSError, ValueError, KeyError, TimeoutError, ServiceDown)}


class Caller:
    """Makes the calls, and notes of each what became of it."""

    def __init__(self, exercise, record, value="done"):
        self.exercise = exercise
        self.record = record
        self.value = value
        self.same = OSError("the same each time")

    async def call(self, breaker, name, takes, ending):
        async def op():
            with self.record.span(name):
                if takes:
                    await asyncio.sleep(takes)
                if ending != "ok":
                    error = OSError(name) if ending == "gives" else self.error(ending, name)
                    self.record.name(error, f"the error of {name}")
                    if ending == "gives":
                        return error
                    raise error
            return self.value

        try:
            value = await breaker.call(op)
        except self.exercise.CircuitOpen:
            self.record.event("refused", name)
        except asyncio.CancelledError:
            self.record.event("cancelled", name)
        except Exception as error:
            self.record.event("raised", name, error=error)
        else:
            self.record.event("returned", name, value=value)

    def error(self, ending, name):
        return self.same if ending == "same" else ERRORS[ending](name)

    async def all(self, breaker, calls, cancelled=(), prefix="call"):
        loop = asyncio.get_running_loop()
        cancelled = dict(cancelled)
        first, tasks = loop.time(), []
        for number, (at, takes, ending) in enumerate(calls):
            delay = first + at - loop.time()
            if delay > 0:
                await asyncio.sleep(delay)
            name = f"{prefix} {number}"
            tasks.append(asyncio.create_task(self.call(breaker, name, takes, ending), name=name))
            if number in cancelled:
                loop.call_later(cancelled[number], tasks[-1].cancel)
        await asyncio.gather(*tasks)


async def calling(exercise, record, failures, reset_after, calls, cancelled=(), value="done"):
    async def everybody():
        breaker = exercise.CircuitBreaker(failures, reset_after)
        await Caller(exercise, record, value).all(breaker, calls, cancelled)

    await record.call(everybody)


async def two(exercise, record, failures, reset_after, first, second):
    """Two breakers at the same time, each with its own calls."""

    async def everybody():
        caller = Caller(exercise, record)
        one = exercise.CircuitBreaker(failures, reset_after)
        other = exercise.CircuitBreaker(failures, reset_after)
        await asyncio.gather(
            caller.all(one, first, prefix="first"), caller.all(other, second, prefix="second")
        )

    await record.call(everybody)


async def one_inside_the_other(exercise, record):
    """The op of one breaker is a call of another breaker, which is open."""

    async def never():
        record.event("called", "never")

    async def everybody():
        caller = Caller(exercise, record)
        inner, outer = exercise.CircuitBreaker(1, 9), exercise.CircuitBreaker(1, 9)
        await caller.call(inner, "the failure", 0, "OSError")
        try:
            await outer.call(lambda: inner.call(never))
        except exercise.CircuitOpen:
            record.event("refused", "the inner call")
        except Exception as error:
            record.event("raised", "the inner call", error=error)
        await caller.call(outer, "the next", 0, "ok")

    await record.call(everybody)


async def probing(exercise, record, reset_after):
    """A breaker that is half-open, one call, which may be cancelled at each of its awaits, and one after it."""
    breaker = exercise.CircuitBreaker(1, reset_after)
    await Caller(exercise, record).call(breaker, "the failure", 0, "OSError")
    await asyncio.sleep(reset_after + 0.5)

    async def op():
        with record.span("the probe"):
            await asyncio.sleep(0.5)
            await asyncio.sleep(0.5)

    await record.call(breaker.call, op)
    await Caller(exercise, record).call(breaker, "the next", 0, "ok")
