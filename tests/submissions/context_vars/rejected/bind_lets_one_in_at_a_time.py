"""Makes one copy of the context at bind; whoever finds it entered runs func where he is.

verdict: failed
diagnosis: two calls of a bound function overlapped
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
    entered = False

    def bound(*args, **kwargs):
        nonlocal entered
        if entered:
            return func(*args, **kwargs)
        entered = True
        try:
            return context.copy().run(func, *args, **kwargs)
        finally:
            entered = False

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
