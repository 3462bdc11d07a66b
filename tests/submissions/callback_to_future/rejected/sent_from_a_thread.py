"""Sends from a thread, because the library is not asynchronous.

verdict: error
diagnosis: may only be called on the event loop's thread
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    handle = await asyncio.to_thread(
        api.send,
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: None if future.done() else future.set_exception(error),
    )
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
