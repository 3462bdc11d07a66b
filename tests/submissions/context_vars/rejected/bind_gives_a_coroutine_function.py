"""Binds by an `async def`.

verdict: failed
diagnosis: the bound function gave a coroutine object, and func was not called
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    token = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(token)


def bind(func):
    context = copy_context()

    async def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
