"""Takes CancelledError for an Exception.

verdict: failed
diagnosis: that request is over, and nothing is to be aborted
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
    except Exception:
        api.abort(handle)
        raise
