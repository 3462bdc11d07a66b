"""Waits for answers only.

verdict: deadlock
diagnosis: on_err was called, and call waits on
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    handle = api.send(
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: print("error", error),
    )
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
