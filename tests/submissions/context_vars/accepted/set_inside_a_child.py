"""A child task sets the id in its own context; threads from a pool of their own."""

import asyncio
import contextvars
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    async def request():
        request_id.set(rid)
        return await work()

    task = asyncio.create_task(request())
    cancelled = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
            task.cancel()
    if cancelled is not None:
        raise cancelled
    return task.result()


class bind:
    def __init__(self, func):
        self.func = func
        self.context = contextvars.copy_context()

    def __call__(self, *args, **kwargs):
        return self.context.copy().run(self.func, *args, **kwargs)


async def in_thread(func, *args):
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        return await asyncio.wrap_future(pool.submit(contextvars.copy_context().run, func, *args))
    finally:
        pool.shutdown(wait=False)
