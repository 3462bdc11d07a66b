"""Calls func, and hands its result to the thread.

verdict: blocked
diagnosis: func was called here and its result was handed to the thread
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

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func(*args))
