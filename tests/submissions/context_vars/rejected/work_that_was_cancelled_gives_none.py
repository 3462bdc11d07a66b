"""Takes it that work only ends cancelled if handle was, and gives None otherwise.

verdict: failed
diagnosis: work ended cancelled, though nobody had cancelled handle, and no CancelledError came out of handle
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


async def ended(task):
    while not task.done():
        task.cancel()
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            pass


async def handle(rid, work):
    context = copy_context()
    context.run(request_id.set, rid)
    task = asyncio.create_task(work(), context=context)
    try:
        await asyncio.wait([task])
    finally:
        await ended(task)
    return None if task.cancelled() else task.result()


def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
