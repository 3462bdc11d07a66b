"""Scenarios of first_success: attempts of which some fail, some succeed, and some are too late.

A plan is a list of attempts, which are named a, b, c and so on. It says of each how many seconds it `takes` (None: it
ends without waiting), what it `gives` (its name as a capital, if not said), as what kind of error it `fails`, if it
does, and how many seconds it `cleans` up when it is cancelled.
"""

import asyncio
import contextlib

ERRORS = {"ValueError": ValueError, "KeyError": KeyError, "TimeoutError": TimeoutError, "OSError": OSError}


async def clean_up(seconds):
    """Takes its time, also when somebody asks a second time to stop."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(end - loop.time())


def make_attempts(record, plan, prefix=""):
    return [make_attempt(record, prefix + chr(ord("a") + place), job) for place, job in enumerate(plan)]


def make_attempt(record, name, job):
    async def attempt():
        with record.span(name):
            try:
                if job["takes"] is not None:
                    await asyncio.sleep(job["takes"])
            except asyncio.CancelledError:
                await clean_up(job.get("cleans", 0))
                raise
            if "fails" in job:
                error = ERRORS[job["fails"]](f"{name} has failed")
                record.name(error, f"the error of {name}")
                raise error
            return job.get("gives", name.upper())

    return attempt


async def racing(exercise, record, plan, limit=None, then=0, cancel_at=(), as_tuple=False):
    """first_success, called to its end; `then` seconds pass in which attempts may go on."""
    given = () if limit is None else (limit,)
    attempts = make_attempts(record, plan)
    if as_tuple:
        attempts = tuple(attempts)
    await record.call(exercise.first_success, attempts, *given, cancel_at=cancel_at)
    await asyncio.sleep(then)


async def racing_under_a_limit(exercise, record, plan, around, then=0):
    """A caller who has a time limit of his own around it all."""

    async def caller(attempts):
        async with asyncio.timeout(around):
            return await exercise.first_success(attempts)

    await record.call(caller, make_attempts(record, plan))
    await asyncio.sleep(then)


async def going_on_under_a_limit(exercise, record, plan, limit, around):
    """A caller with a time limit of his own: the race is over at its own limit, and he goes on until his is over."""

    async def caller():
        async with asyncio.timeout(around):
            try:
                await exercise.first_success(make_attempts(record, plan), limit)
            except TimeoutError:
                record.event("the race was over")
            await asyncio.sleep(10 * around)

    await record.call(caller)


async def at_the_same_time(exercise, record, plans):
    """first_success, called for each of these plans at once."""
    races = [make_attempts(record, plan, f"{number}") for number, plan in enumerate(plans)]
    await asyncio.gather(*(record.call(exercise.first_success, attempts) for attempts in races))


async def one_after_another(exercise, record, plans):
    """first_success, called several times, each time with other attempts."""
    for plan in plans:
        await record.call(exercise.first_success, make_attempts(record, plan))


async def giving_an_error(exercise, record):
    """An attempt returns an exception; it does not raise it."""
    value = ValueError("a value like any other")
    record.name(value, "the returned exception")

    async def attempt():
        return value

    slower = make_attempt(record, "b", {"takes": 1})
    await record.call(exercise.first_success, [attempt, slower])


async def the_same_attempt(exercise, record, takes, fails):
    """A single function that stands in attempts several times, and does better with each call, or worse."""
    calls = 0

    async def attempt():
        nonlocal calls
        number = calls
        calls += 1
        with record.span(f"call {number}"):
            await asyncio.sleep(takes[number])
            if number in fails:
                raise ValueError(number)
        return number

    await record.call(exercise.first_success, [attempt] * len(takes))
