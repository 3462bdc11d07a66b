"""When handle is cancelled a second time it ends, and its task does not.

verdict: leaked
diagnosis: handle was cancelled, and work went on
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    context = copy_context()
    context.run(request_id.set, rid)
    task = asyncio.create_task(work(), context=context)
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.wait([task])
        raise
    return task.result()


def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
