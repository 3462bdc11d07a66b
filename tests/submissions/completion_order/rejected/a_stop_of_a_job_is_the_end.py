"""Believes that a StopAsyncIteration can only be its own.

verdict: failed
diagnosis: job 0 failed, and no outcome of it ever came
"""

import asyncio


class Stream:
    def __init__(self, jobs):
        self.tasks = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
        self.pending = set(self.tasks)
        self.ready = []

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.ready:
            if not self.pending:
                raise StopAsyncIteration
            done, self.pending = await asyncio.wait(self.pending, return_when=asyncio.FIRST_COMPLETED)
            self.ready.extend(done)
        task = self.ready.pop()
        try:
            return self.tasks[task], task.result()
        except StopAsyncIteration:
            raise
        except Exception as error:
            return self.tasks[task], error

    async def aclose(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


def stream_results(jobs):
    return Stream(jobs)
