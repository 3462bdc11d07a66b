"""Scenarios of happy_eyeballs: attempts of which some fail, some succeed, and some never begin.

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


async def racing(exercise, record, plan, delay, then=0, cancel_at=(), as_tuple=False):
    """staggered_race, called to its end; `then` seconds pass in which attempts may begin or go on."""
    attempts = make_attempts(record, plan)
    if as_tuple:
        attempts = tuple(attempts)
    await record.call(exercise.staggered_race, attempts, delay, cancel_at=cancel_at)
    await asyncio.sleep(then)


async def at_the_same_time(exercise, record, plans, delay):
    """staggered_race, called for each of these plans at once."""
    races = [make_attempts(record, plan, f"{number}") for number, plan in enumerate(plans)]
    await asyncio.gather(*(record.call(exercise.staggered_race, attempts, delay) for attempts in races))


async def one_after_another(exercise, record, plans, delay):
    """staggered_race, called several times, each time with other attempts."""
    for plan in plans:
        await record.call(exercise.staggered_race, make_attempts(record, plan), delay)


async def giving_an_error(exercise, record, delay):
    """The first attempt returns an exception; it does not raise it."""
    value = ValueError("a value like any other")
    record.name(value, "the returned exception")

    async def attempt():
        return value

    later = make_attempt(record, "b", {"takes": 1})
    await record.call(exercise.staggered_race, [attempt, later], delay)


async def the_same_attempt(exercise, record, takes, fails, delay):
    """A single function that stands in attempts several times; each call takes another time."""
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

    await record.call(exercise.staggered_race, [attempt] * len(takes), delay)
