"""Aborts, and keeps the CancelledError.

verdict: failed
diagnosis: call was cancelled, but did not end cancelled
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    handle = api.send(
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: None if future.done() else future.set_exception(error),
    )
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
