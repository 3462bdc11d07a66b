"""Sets all variables in the thread, where they stay for whoever is the next.

verdict: failed
diagnosis: no variable had been set where in_thread was called last, but in the thread one of them had a value
"""

import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    token = request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.reset(token)


def bind(func):
    context = copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    values = copy_context().items()

    def run():
        for variable, value in values:
            variable.set(value)
        return func(*args)

    return await asyncio.get_running_loop().run_in_executor(None, run)
