"""Makes one copy of the context at bind, and runs each call in that.

verdict: error
diagnosis: a context can be entered by one caller at a time
"""

import asyncio
import contextvars
import functools
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    token = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(token)


def bind(func):
    return functools.partial(contextvars.copy_context().run, func)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
