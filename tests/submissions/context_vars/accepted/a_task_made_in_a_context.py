"""A task that is made inside a copy of the context, in which the id was set."""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    context = contextvars.copy_context()
    context.run(request_id.set, rid)
    return await context.run(asyncio.create_task, work())


def bind(func):
    context = contextvars.copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(None, lambda: context.run(func, *args))
