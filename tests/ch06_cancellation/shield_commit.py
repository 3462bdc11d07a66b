"""Scenarios of shield_commit: a commit in several steps, and callers who are cancelled.

A commit takes `steps`, in seconds each, gives a value, and may fail.
"""

import asyncio

ERRORS = {"ValueError": ValueError, "KeyError": KeyError, "TimeoutError": TimeoutError, "OSError": OSError}


def writer(record, steps, gives=None, fails=None):
    async def commit():
        with record.span("commit"):
            for step in steps:
                await asyncio.sleep(step)
            if fails is not None:
                error = ERRORS[fails]("the database is full")
                record.name(error, "the error of commit")
                raise error
            return gives

    return commit


async def committing(exercise, record, commit, cancel_at=()):
    """commit_safely, cancelled at these instants."""
    await record.call(exercise.commit_safely, writer(record, **commit), cancel_at=cancel_at)
    if record.last["leftovers"]:
        await asyncio.sleep(sum(commit["steps"]))  # long enough to see what becomes of them


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
