"""Keeps the ids by task, and child tasks find nothing.

verdict: failed
diagnosis: saw another id: all that work starts belongs to its request
"""

import asyncio
import contextvars
from contextvars import ContextVar

class ByTask:
    def __init__(self):
        self.ids = {}

    def get(self):
        try:
            return self.ids.get(asyncio.current_task()) or "-"
        except RuntimeError:
            return "-"

    def set(self, value):
        try:
            self.ids[asyncio.current_task()] = value
        except RuntimeError:
            self.ids[None] = value


request_id = ByTask()


async def handle(rid, work):
    task = asyncio.current_task()
    before = request_id.ids.get(task)
    request_id.ids[task] = rid
    try:
        return await work()
    finally:
        request_id.ids[task] = before


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
