"""Scenarios of two_workers: somebody goes shopping."""

import asyncio


def workers(record, jobs, whose=""):
    """A worker whose errands take as long as `jobs` says, and that notes whether it runs on the loop of this task."""
    home = asyncio.get_running_loop()

    async def worker(delay, name):
        at_home = asyncio.get_running_loop() is home
        with record.span(f"{whose}{name}", delay=delay, at_home=at_home):
            await asyncio.sleep(jobs.get(name, 0))

    return worker


async def shopping(exercise, record, jobs):
    """main gets workers whose errands take as long as `jobs` says."""
    await record.call(exercise.main, workers(record, jobs))


async def interrupted(exercise, record, jobs, cancel_at):
    """The same, and main is cancelled on the way."""
    await record.call(exercise.main, workers(record, jobs), cancel_at=[cancel_at])


def again(exercise, record, jobs):
    """Two programs, one after the other, in which main runs on the event loop of its program."""
    for _ in range(2):
        asyncio.run(shopping(exercise, record, jobs))


async def households(exercise, record, jobs):
    """Several mains at once, each with workers of its own."""
    calls = [record.call(exercise.main, workers(record, own, f"{whose}: ")) for whose, own in jobs.items()]
    await asyncio.gather(*map(record.background, calls))
