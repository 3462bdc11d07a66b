"""Takes request_id along and no other variable.

verdict: failed
diagnosis: another context variable was not as it was at bind
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
    rid = request_id.get()

    def bound(*args, **kwargs):
        token = request_id.set(rid)
        try:
            return func(*args, **kwargs)
        finally:
            request_id.reset(token)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
