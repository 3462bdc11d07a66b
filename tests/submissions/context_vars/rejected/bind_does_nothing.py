"""Wraps func, and takes nothing along.

verdict: failed
diagnosis: a function by itself takes no context along
"""

import asyncio
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
    @functools.wraps(func)
    def bound(*args, **kwargs):
        return func(*args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
