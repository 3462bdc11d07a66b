"""Sets request_id in the thread, and no other variable.

verdict: failed
diagnosis: in the thread request_id was right, but another context variable was not
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
    rid = request_id.get()

    def call():
        request_id.set(rid)
        return func(*args)

    return await asyncio.get_running_loop().run_in_executor(None, call)
