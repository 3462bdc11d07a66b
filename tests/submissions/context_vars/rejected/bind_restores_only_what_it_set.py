"""Sets all variables and resets them, but not where none was set.

verdict: failed
diagnosis: no request_id was set where bind was called
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
        tokens = [(variable, variable.set(value)) for variable, value in values]
        try:
            return func(*args, **kwargs)
        finally:
            for variable, token in reversed(tokens):
                variable.reset(token)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
