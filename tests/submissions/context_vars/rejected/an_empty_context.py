"""Runs work in a context in which nothing is set but the id.

verdict: failed
diagnosis: work did not see another context variable of its caller
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    context = contextvars.Context()
    context.run(request_id.set, rid)
    return await asyncio.create_task(work(), context=context)


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
