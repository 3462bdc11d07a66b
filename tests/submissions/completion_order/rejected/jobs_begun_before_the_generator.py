"""Believes that finally in a generator runs even if the generator has not begun.

verdict: leaked
diagnosis: when a generator that has not begun is closed, no line of its body runs
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]

    async def outcomes():
        try:
            for first in asyncio.as_completed(tasks):
                yield await first
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    return outcomes()
