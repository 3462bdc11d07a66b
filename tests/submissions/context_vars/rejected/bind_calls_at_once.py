"""Calls func inside of bind.

verdict: error
diagnosis: bind must give a function that can be called later
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
    return contextvars.copy_context().run(func, "now")


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
