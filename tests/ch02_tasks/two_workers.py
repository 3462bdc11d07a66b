"""Scenarios of two_workers: somebody goes shopping."""

import asyncio


async def shopping(exercise, record, jobs):
    """main gets workers whose errands take as long as `jobs` says."""

    async def worker(delay, name):
        with record.span(name, delay=delay):
            await asyncio.sleep(jobs.get(name, 0))

    await record.call(exercise.main, worker)


async def interrupted(exercise, record, jobs, cancel_at):
    """The same, and main is cancelled on the way."""

    async def worker(delay, name):
        with record.span(name, delay=delay):
            await asyncio.sleep(jobs.get(name, 0))

    await record.call(exercise.main, worker, cancel_at=[cancel_at])
