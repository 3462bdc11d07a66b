"""Sets the default afterwards, whatever was there before.

verdict: failed
diagnosis: what was there before must come back
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.set("-")


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
