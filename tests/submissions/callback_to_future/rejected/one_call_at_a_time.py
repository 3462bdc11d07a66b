"""Lets one call after the other through.

verdict: failed
diagnosis: each call ends when its own request is answered
"""

import asyncio

lock = asyncio.Lock()


async def call(api, request):
    async with lock:
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
            raise
