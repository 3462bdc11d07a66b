"""Believes that an exception raised in a callback reaches the coroutine.

verdict: deadlock
diagnosis: the function that was handed to send raised LookupError: no tea when the library called it
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()

    def on_err(error):
        raise error

    handle = api.send(request, lambda answer: None if future.done() else future.set_result(answer), on_err)
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
