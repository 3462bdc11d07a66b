"""Remembers the value itself and sets it again; a thread for each call."""

import asyncio
import contextvars
import threading
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


async def handle(rid, work):
    before = request_id.get()
    request_id.set(rid)
    try:
        return await work()
    finally:
        request_id.set(before)


def bind(func):
    context = contextvars.copy_context()
    return lambda *args, **kwargs: context.copy().run(func, *args, **kwargs)


async def in_thread(func, *args):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    context = contextvars.copy_context()

    def settle(method, value):
        if not future.done():
            method(value)

    def run():
        try:
            value = context.run(func, *args)
        except Exception as error:
            loop.call_soon_threadsafe(settle, future.set_exception, error)
        else:
            loop.call_soon_threadsafe(settle, future.set_result, value)

    threading.Thread(target=run).start()
    return await future
