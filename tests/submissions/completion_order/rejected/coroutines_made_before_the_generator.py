"""Calls the jobs at the call, and runs them later, if ever.

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
    coroutines = [numbered(number, job) for number, job in enumerate(jobs)]

    async def outcomes():
        tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
        try:
            for first in asyncio.as_completed(tasks):
                yield await first
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    return outcomes()
