"""Hands the request to abort, not the handle.

verdict: failed
diagnosis: abort must get the handle that send returned
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    api.send(
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: None if future.done() else future.set_exception(error),
    )
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(request)
        raise
