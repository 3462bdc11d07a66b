"""Sets all variables in the context of whoever calls.

verdict: failed
diagnosis: the caller of a bound function saw request_id change
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
    values = list(contextvars.copy_context().items())

    def bound(*args, **kwargs):
        for variable, value in values:
            variable.set(value)
        return func(*args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
