"""Takes an empty id for none.

verdict: failed
diagnosis: request '' must see its own id
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    if not rid:
        return await work()
    token = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(token)


def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
