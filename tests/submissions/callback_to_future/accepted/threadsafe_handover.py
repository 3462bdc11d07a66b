"""Hands each callback over by call_soon_threadsafe, as one would for a library with threads of its own."""

import asyncio


async def call(api, request):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def settle(method, value):
        if not future.done():
            method(value)

    handle = api.send(
        request,
        lambda answer: loop.call_soon_threadsafe(settle, future.set_result, answer),
        lambda error: loop.call_soon_threadsafe(settle, future.set_exception, error),
    )
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
