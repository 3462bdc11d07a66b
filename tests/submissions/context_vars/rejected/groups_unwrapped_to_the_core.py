"""Takes the error of work out of its TaskGroup, and out of every other group as well.

verdict: failed
diagnosis: work raised an ExceptionGroup, and something else came out of handle
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    context = copy_context()
    context.run(request_id.set, rid)
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(work(), context=context)
    except BaseExceptionGroup as errors:
        error = errors
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        raise error from None
    return task.result()


def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
