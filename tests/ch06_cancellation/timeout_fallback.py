"""Scenarios of timeout_fallback: two jobs, one of them slow, and a limit.

A job says how many seconds it `takes` (None: it ends without waiting), what it `gives`, as what kind of error it
`fails`, if it does, how many seconds it `cleans` up when it is cancelled, and after how many seconds a time limit of
its `own` stops it. With `gives_error` it gives an exception, of that kind.
"""

import asyncio


class Outage(TimeoutError):
    """A library's own kind of timeout."""


ERRORS = {
    "ValueError": ValueError,
    "KeyError": KeyError,
    "OSError": OSError,
    "TimeoutError": TimeoutError,
    "Outage": Outage,
    "CancelledError": asyncio.CancelledError,
    "ExceptionGroup": lambda text: ExceptionGroup(text, [OSError(text), ValueError(text)]),
}


def job(record, who, takes=None, gives=None, gives_error=None, fails=None, cleans=None, own=None):
    async def work():
        if takes is not None:
            async with asyncio.timeout(own):
                await asyncio.sleep(takes)
        if fails is not None:
            error = ERRORS[fails](f"the {who} has failed")
            record.name(error, f"the error of {who}")
            raise error
        if gives_error is not None:
            value = ERRORS[gives_error]("a value like any other")
            record.name(value, f"the value of {who}")
            return value
        return gives

    async def run():
        with record.span(who):
            try:
                return await work()
            except asyncio.CancelledError:
                if cleans is not None:
                    await asyncio.sleep(cleans)
                raise

    run.__name__ = run.__qualname__ = who
    return run


async def asking(exercise, record, primary, fallback, limit, cancel_at=()):
    """with_fallback, cancelled at these instants."""
    await record.call(
        exercise.with_fallback,
        job(record, "primary", **primary),
        job(record, "fallback", **fallback),
        limit,
        cancel_at=cancel_at,
    )
    if record.last["leftovers"]:
        await asyncio.sleep(1)  # long enough to see what becomes of them


async def asking_under_a_limit(exercise, record, primary, fallback, limit, outer):
    """A caller who has a limit of his own for all of it."""

    async def caller():
        async with asyncio.timeout(outer):
            first, second = job(record, "primary", **primary), job(record, "fallback", **fallback)
            return await exercise.with_fallback(first, second, limit)

    await record.call(caller)


async def asking_in_a_finally(exercise, record, primary, fallback, limit, cancel_at):
    """A caller who is cancelled, and asks after that."""

    async def caller():
        try:
            await asyncio.sleep(60)
        finally:
            first, second = job(record, "primary", **primary), job(record, "fallback", **fallback)
            value = await exercise.with_fallback(first, second, limit)
            record.event("answered", value=value)

    await record.call(caller, cancel_at=[cancel_at])


async def asking_and_resting(exercise, record, primary, fallback, limit, rest):
    """A caller who goes on with other things afterwards."""

    async def caller():
        first, second = job(record, "primary", **primary), job(record, "fallback", **fallback)
        try:
            value = await exercise.with_fallback(first, second, limit)
        except Exception:
            value = "failed"
        with record.span("caller"):
            await asyncio.sleep(rest)
        return value

    await record.call(caller)


async def asking_at_once(exercise, record, asks):
    """Several calls at the same time; `asks` says for each who asks what."""

    async def ask(who, primary, fallback, limit):
        first = job(record, f"primary of {who}", **primary)
        second = job(record, f"fallback of {who}", **fallback)
        value = await record.call(exercise.with_fallback, first, second, limit)
        record.event("answered", who, value=value)

    await asyncio.gather(*(ask(who, **what) for who, what in asks.items()))
