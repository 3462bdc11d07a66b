"""Keeps the id in a variable of the module.

verdict: failed
diagnosis: what all tasks share belongs to whoever wrote it last
"""

import asyncio
import contextvars
from contextvars import ContextVar

class Everybodys:
    def __init__(self):
        self.value = "-"

    def get(self):
        return self.value

    def set(self, value):
        self.value = value


request_id = Everybodys()


async def handle(rid, work):
    before = request_id.get()
    request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.set(before)


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
