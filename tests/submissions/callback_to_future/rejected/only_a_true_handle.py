"""Takes a handle of 0 for none.

verdict: failed
diagnosis: the request was not aborted
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    handle = None
    try:
        handle = api.send(
            request,
            lambda answer: None if future.done() else future.set_result(answer),
            lambda error: None if future.done() else future.set_exception(error),
        )
        return await future
    except asyncio.CancelledError:
        if handle:
            api.abort(handle)
        raise
