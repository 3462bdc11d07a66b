"""The bound function takes positional arguments only.

verdict: error
diagnosis: unexpected keyword argument
"""

import asyncio
import contextvars
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
    return lambda *args: context.copy().run(func, *args)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
