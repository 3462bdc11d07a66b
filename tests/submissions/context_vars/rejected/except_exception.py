"""Takes CancelledError for an Exception.

verdict: failed
diagnosis: CancelledError is no Exception
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    token = request_id.set(rid)
    try:
        result = await work()
    except Exception:
        request_id.reset(token)
        raise
    request_id.reset(token)
    return result


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
