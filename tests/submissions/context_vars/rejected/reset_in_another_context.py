"""Takes the token along into a task, and resets there.

verdict: error
diagnosis: a token was made in one context and reset in another
"""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    token = request_id.set(rid)

    async def request():
        try:
            return await work()
        finally:
            request_id.reset(token)

    return await asyncio.create_task(request())


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
