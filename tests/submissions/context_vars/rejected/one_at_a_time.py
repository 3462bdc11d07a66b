"""Lets one request after the other in, so that they do not disturb one another.

verdict: deadlock
diagnosis: a request inside another one waits for ever
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


lock = asyncio.Lock()


async def handle(rid, work):
    async with lock:
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


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
