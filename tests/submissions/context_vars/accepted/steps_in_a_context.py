"""Drives the coroutine step by step, each step inside a context of its own."""

import asyncio
import contextvars
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


class Steps:
    def __init__(self, coroutine, context):
        self.coroutine = coroutine
        self.context = context

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.context.run(self.coroutine.send, None)

    def send(self, value):
        return self.context.run(self.coroutine.send, value)

    def throw(self, *error):
        return self.context.run(self.coroutine.throw, *error)

    def close(self):
        self.context.run(self.coroutine.close)


async def handle(rid, work):
    context = contextvars.copy_context()
    context.run(request_id.set, rid)
    return await Steps(work(), context)


def bind(func):
    context = contextvars.copy_context()

    def bound(*args, **kwargs):
        return context.copy().run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.to_thread(func, *args)
