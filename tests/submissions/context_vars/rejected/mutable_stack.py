"""A context variable that holds one list, which all contexts share.

verdict: failed
diagnosis: what all tasks share belongs to whoever wrote it last
"""

import asyncio
import contextvars
from contextvars import ContextVar

class Top:
    def __init__(self):
        self.stack = ContextVar("stack", default=["-"])

    def get(self):
        return self.stack.get()[-1]

    def set(self, value):
        self.stack.set([*self.stack.get(), value])


request_id = Top()


async def handle(rid, work):
    request_id.stack.get().append(rid)
    try:
        return await work()
    finally:
        request_id.stack.get().remove(rid)


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
