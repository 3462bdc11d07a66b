"""The jobs begin at the call, and a class around a generator sees to it that they end even if it has not begun."""

import asyncio


def stream_results(jobs):
    async def safe(number, job):
        try:
            return number, await job()
        except Exception as error:
            return number, error

    tasks = [asyncio.ensure_future(safe(number, job)) for number, job in enumerate(jobs)]

    async def outcomes():
        for first in asyncio.as_completed(tasks):
            yield await first

    class Stream:
        def __init__(self):
            self.outcomes = outcomes()

        def __aiter__(self):
            return self

        def __anext__(self):
            return self.outcomes.__anext__()

        async def aclose(self):
            await self.outcomes.aclose()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    return Stream()
