"""A context manager for the id, and everything by bind."""

import asyncio
import contextlib
import contextvars
import functools
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


@contextlib.contextmanager
def current(rid):
    token = request_id.set(rid)
    try:
        yield
    finally:
        request_id.reset(token)


async def handle(rid, work):
    with current(rid):
        return await work()


def bind(func):
    context = contextvars.copy_context()

    @functools.wraps(func)
    def bound(*args, **kwargs):
        fresh = contextvars.Context()
        for variable, value in context.items():
            fresh.run(variable.set, value)
        return fresh.run(func, *args, **kwargs)

    return bound


async def in_thread(func, *args):
    return await asyncio.get_running_loop().run_in_executor(None, functools.partial(bind(func), *args))
