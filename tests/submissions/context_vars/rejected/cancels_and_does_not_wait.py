"""Cancels the task of work, and gives it a turn to end.

verdict: leaked
diagnosis: work needs 0.4 seconds to end, and only then handle ends
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    context = contextvars.copy_context()
    context.run(request_id.set, rid)
    task = asyncio.create_task(work(), context=context)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.sleep(0)
        raise


def bind(func):
    context = contextvars.copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
