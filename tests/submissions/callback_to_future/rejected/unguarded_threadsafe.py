"""Hands the callbacks over to the loop, where they raise.

verdict: leaked
diagnosis: a future takes one result, and none once it is cancelled
"""

import asyncio


async def call(api, request):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    handle = api.send(
        request,
        lambda answer: loop.call_soon_threadsafe(future.set_result, answer),
        lambda error: loop.call_soon_threadsafe(future.set_exception, error),
    )
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
