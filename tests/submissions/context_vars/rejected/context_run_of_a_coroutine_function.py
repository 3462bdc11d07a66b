"""Calls the coroutine function in a context, and awaits it outside.

verdict: failed
diagnosis: so its body runs where it is awaited, not where it is called
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    context = contextvars.copy_context()
    context.run(request_id.set, rid)
    return await context.run(work)


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
