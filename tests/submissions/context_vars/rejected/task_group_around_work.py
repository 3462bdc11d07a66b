"""Leaves the error of work in the group into which a TaskGroup puts it.

verdict: failed
diagnosis: work raised a ValueError, and handle an ExceptionGroup: a TaskGroup wraps what its tasks raise
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    context = copy_context()
    context.run(request_id.set, rid)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work(), context=context)
    return task.result()


def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
