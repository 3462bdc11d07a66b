"""Scenarios of retry_backoff: an operation that fails before it works.

`plan` has a pair for each attempt: the seconds that it takes, and how it ends: "ok", or the name of an exception, or "a
group" with an OSError and a ValueError. The last pair also holds for all further attempts; but the second one too many
ends well, so that all comes to an end. `retry_on` names exceptions, and `jitter` says what becomes of a delay: [factor,
seconds] make `delay * factor + seconds` of it.
"""

import asyncio

LATER = 4.5  # seconds in which one may see whether anything goes on
ERRORS = {
    error.__name__: error
    for error in (OSError, ConnectionResetError, TimeoutError, ValueError, KeyError, ArithmeticError)
}


async def retrying(
    exercise, record, plan, value="the answer", retry_on=None, jitter=None, cancel_at=(), **how
):
    attempts = 0

    async def op():
        nonlocal attempts
        takes, ending = plan[min(attempts, len(plan) - 1)]
        attempts += 1
        number = attempts
        if number > how["attempts"] + 1:
            ending = "ok"
        with record.span(f"attempt {number}"):
            if takes:
                await asyncio.sleep(takes)
            if ending != "ok":
                error = ERRORS.get(ending, OSError)(f"attempt {number}")
                record.name(error, f"the error of attempt {number}")
                raise ExceptionGroup("a group", [error, ValueError("no")]) if ending == "a group" else error
        return value

    def changed(delay):
        record.event("jitter", delay=delay)
        return jitter[1] + (delay * jitter[0] if jitter[0] else 0)  # the delay may be infinite

    if retry_on is not None:
        how["retry_on"] = tuple(ERRORS[name] for name in retry_on)
    if jitter is not None:
        how["jitter"] = changed
    await record.call(exercise.retry, op, **how, cancel_at=cancel_at)
    if cancel_at:
        await asyncio.sleep(LATER)


async def under_a_timeout(exercise, record, limit, **how):
    """The caller gives the whole thing a time limit of its own."""

    async def patient():
        async with asyncio.timeout(limit):
            await exercise.retry(op, **how)

    async def op():
        with record.span("attempt"):
            raise OSError("no")

    await record.call(patient)


async def an_exception_as_result(exercise, record):
    """op returns an exception; it does not raise it."""
    value = OSError("a result like any other")
    record.name(value, "the returned exception")

    async def op():
        with record.span("attempt"):
            return value

    await record.call(exercise.retry, op, attempts=3, base=1)


async def two_at_a_time(exercise, record):
    """Two calls that have nothing to do with each other."""

    def failing(name, failures):
        async def op():
            nonlocal failures
            with record.span(name):
                record.event("attempt", name)
                if failures:
                    failures -= 1
                    raise OSError(name)
            return name

        return op

    async def both():
        return await asyncio.gather(
            exercise.retry(failing("a", 2), attempts=3, base=1),
            exercise.retry(failing("b", 1), attempts=3, base=0.7),
        )

    await record.call(both)
