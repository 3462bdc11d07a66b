"""Aborts where the cancellation arrives, and again in a done callback.

verdict: failed
diagnosis: the request was aborted 2 times
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    handle = api.send(
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: None if future.done() else future.set_exception(error),
    )
    future.add_done_callback(lambda done: api.abort(handle) if done.cancelled() else None)
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
