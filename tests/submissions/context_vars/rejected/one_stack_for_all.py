"""Keeps what was before on one stack, which all tasks share.

verdict: failed
diagnosis: what was before is another thing in each task
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")
before = []


async def handle(rid, work):
    before.append(request_id.get())
    request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.set(before.pop())


def bind(func):
    context = contextvars.copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
