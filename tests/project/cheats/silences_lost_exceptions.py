"""Is right but for an exception that nobody looks at, and switches off who would say so.

exercise: two_workers
verdict: leaked
"""

import asyncio

asyncio.BaseEventLoop.call_exception_handler = lambda self, context: None


async def fails():
    raise ValueError("nobody hears this")


async def main(worker):
    asyncio.create_task(fails())
    await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
