"""handle is a plain function that gives a task; bind keeps the values, and fills a new context for each call."""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


def handle(rid, work):
    context = contextvars.copy_context()
    context.run(request_id.set, rid)
    return asyncio.get_running_loop().create_task(work(), context=context)


class bind:
    def __init__(self, func):
        self.func = func
        self.values = list(contextvars.copy_context().items())

    def __call__(self, *args, **kwargs):
        context = contextvars.Context()
        for variable, value in self.values:
            context.run(variable.set, value)
        return context.run(self.func, *args, **kwargs)


def in_thread(func, *args):
    return asyncio.wait_for(asyncio.to_thread(func, *args), None)
