"""Has one thread for all calls.

verdict: failed
diagnosis: three calls of 0.5 s each must overlap
"""

import asyncio
import contextvars
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    token = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(token)


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


pool = ThreadPoolExecutor(1)


async def in_thread(func, *args):
    return await asyncio.get_running_loop().run_in_executor(pool, bind(func), *args)
