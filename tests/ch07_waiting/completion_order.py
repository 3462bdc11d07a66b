"""Scenarios of completion_order: jobs that are over at different times, and a consumer of their outcomes.

A plan says for each job how many seconds it `takes` (None: it ends without waiting), what it `gives`, as what kind of
error it `fails`, if it does, and how many seconds it `cleans` up when it is cancelled. One that is `careless` raises
an error when it has cleaned up.
"""

import asyncio
import contextlib

ERRORS = {
    "ValueError": ValueError,
    "KeyError": KeyError,
    "TimeoutError": TimeoutError,
    "OSError": OSError,
    "StopAsyncIteration": StopAsyncIteration,
    "ExceptionGroup": lambda text: ExceptionGroup(text, [ValueError(text)]),
}
MORE = 3  # outcomes that are taken although there should be no more


async def clean_up(seconds):
    """Takes its time, also when somebody asks a second time to stop."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(end - loop.time())


def make_jobs(record, plan):
    return [make_job(record, f"job {number}", **job) for number, job in enumerate(plan)]


def make_job(record, name, takes, gives=None, fails=None, cleans=0, careless=False):
    async def job():
        with record.span(name):
            try:
                if takes is not None:
                    await asyncio.sleep(takes)
            except asyncio.CancelledError:
                await clean_up(cleans)
                if careless:
                    error = OSError(f"{name} could not clean up")
                    record.name(error, f"the late error of {name}")
                    raise error from None
                raise
            if fails is not None:
                error = ERRORS[fails](f"{name} has failed")
                record.name(error, f"the error of {name}")
                raise error
            return gives

    return job


async def consuming(exercise, record, plan, pause=0, wait=0, stop_after=None, then=0, cancel_at=()):
    """A consumer takes the outcomes, and closes the stream.

    It begins to ask after `wait` seconds, works for `pause` seconds on each outcome, and has had enough when it has got
    `stop_after` of them. When it is gone, `then` seconds pass in which jobs may go on.
    """
    await _consume(exercise, record, make_jobs(record, plan), pause, wait, stop_after, cancel_at)
    await asyncio.sleep(then)


async def consuming_to_the_end_and_beyond(exercise, record, plan):
    """A consumer takes all outcomes of a tuple of jobs, asks again after the end, and closes the stream twice."""

    async def consume(jobs):
        stream = exercise.stream_results(jobs)
        try:
            await _outcomes(record, stream, len(jobs) + MORE, 0, "consumer")
            record.event("asks again", "consumer")
            async for pair in stream:
                record.event("outcome", "consumer", pair=pair)
            record.event("closes", "consumer")
        finally:
            await stream.aclose()
        record.event("closes again", "consumer")
        await stream.aclose()

    consume.__qualname__ = "async for pair in stream_results"
    await record.call(consume, tuple(make_jobs(record, plan)))


async def the_same_job(exercise, record, takes):
    """A single function that stands in jobs several times; each time that it is called it takes another time."""
    calls = 0

    async def job():
        nonlocal calls
        number = calls
        calls += 1
        with record.span(f"call {number}"):
            await asyncio.sleep(takes[number])
        return takes[number]

    await _consume(exercise, record, [job] * len(takes))


async def giving_an_error(exercise, record):
    """A job returns an exception; it does not raise it."""
    value = ValueError("a value like any other")
    record.name(value, "the returned exception")

    async def job():
        return value

    await _consume(exercise, record, [job])


async def two_streams(exercise, record, plans):
    """Two consumers, each with a stream of its own, at the same time."""

    async def both(plans):
        takers = [
            record.background(_take(exercise, record, make_jobs(record, plan), who=f"consumer {number}"))
            for number, plan in enumerate(plans)
        ]
        await asyncio.gather(*takers)

    both.__qualname__ = "two times stream_results"
    await record.call(both, plans)


async def _consume(exercise, record, jobs, pause=0, wait=0, stop_after=None, cancel_at=()):
    async def consume(jobs):
        await _take(exercise, record, jobs, pause, wait, stop_after)

    consume.__qualname__ = "async for pair in stream_results"
    await record.call(consume, jobs, cancel_at=cancel_at)


async def _take(exercise, record, jobs, pause=0, wait=0, stop_after=None, who="consumer"):
    stream = exercise.stream_results(jobs)
    if not hasattr(stream, "__aiter__") or not hasattr(stream, "aclose"):
        record.event("made", type=type(stream).__name__)
    if wait:
        await asyncio.sleep(wait)
    try:
        if stop_after != 0:
            await _outcomes(
                record, stream, len(jobs) + MORE if stop_after is None else stop_after, pause, who
            )
    finally:
        await stream.aclose()


async def _outcomes(record, stream, most, pause, who):
    async for pair in stream:
        record.event("outcome", who, pair=pair)
        most -= 1
        if most == 0:
            return
        if pause:
            await asyncio.sleep(pause)
    record.event("the end", who)
