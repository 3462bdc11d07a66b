"""Binds each function once and gives the same again to whoever asks later.

verdict: failed
diagnosis: the same function was bound in two requests, and what was bound in one saw the id of the other
"""

import asyncio
from contextvars import ContextVar, copy_context
from functools import cache

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    token = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(token)


@cache
def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
