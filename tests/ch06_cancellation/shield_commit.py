"""Scenarios of shield_commit: a commit in several steps, and callers who are cancelled.

A commit takes `steps`, in seconds each, gives a value, and may fail. With `gives_error` its value is an exception, of
that kind.
"""

import asyncio


class Alarm(BaseException):
    """An error of an odd kind."""


ERRORS = {
    "ValueError": ValueError,
    "KeyError": KeyError,
    "TimeoutError": TimeoutError,
    "OSError": OSError,
    "Alarm": Alarm,
}


def writer(record, steps, gives=None, gives_error=None, fails=None, last=None):
    async def commit():
        with record.span("commit"):
            for step in steps:
                await asyncio.sleep(step)
            if fails is not None:
                error = ERRORS[fails]("the database is full")
                record.name(error, "the error of commit")
                raise error
            if last is not None:
                last()
            if gives_error is not None:
                value = ERRORS[gives_error]("a value like any other")
                record.name(value, "the value of commit")
                return value
            return gives

    return commit


async def committing(exercise, record, commit, cancel_at=()):
    """commit_safely, cancelled at these instants."""
    await record.call(exercise.commit_safely, writer(record, **commit), cancel_at=cancel_at)
    if record.last["leftovers"]:
        await asyncio.sleep(sum(commit["steps"]))  # long enough to see what becomes of them


async def committing_and_cancelling(exercise, record, commit):
    """commit_safely, for a commit that cancels the caller, once, as the last thing it does."""
    cancelled = False

    def last():
        nonlocal cancelled
        if not cancelled:
            cancelled = True
            caller.cancel()

    work = writer(record, **commit, last=last)
    caller = record.background(record.call(exercise.commit_safely, work), "caller")
    await asyncio.wait({caller})


async def committing_in_a_finally(exercise, record, commit, cancel_at):
    """Somebody who commits when it is cancelled."""

    async def owner():
        try:
            await asyncio.sleep(60)
        finally:
            value = await exercise.commit_safely(writer(record, **commit))
            record.event("committed", value=value)

    await record.call(owner, cancel_at=[cancel_at])


async def committing_twice(exercise, record, commit, cancel_at):
    """Two commits one after the other; the caller of the first one is cancelled."""
    for cancels in ([cancel_at], []):
        await record.call(exercise.commit_safely, writer(record, **commit), cancel_at=cancels)


async def committing_under_a_limit(exercise, record, commit, limit, cancel_at=()):
    """A caller who has a time limit of his own."""

    async def caller():
        async with asyncio.timeout(limit):
            return await exercise.commit_safely(writer(record, **commit))

    await record.call(caller, cancel_at=cancel_at)
    if record.last["leftovers"]:
        await asyncio.sleep(sum(commit["steps"]))
