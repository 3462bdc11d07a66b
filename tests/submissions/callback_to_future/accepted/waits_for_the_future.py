"""Waits for the future by asyncio.wait, which leaves it alone when the caller is cancelled."""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()

    def settle(answer=None, error=None):
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(answer)

    handle = api.send(request, settle, lambda error: settle(error=error))
    try:
        await asyncio.wait([future])
    except asyncio.CancelledError:
        future.cancel()
        api.abort(handle)
        raise
    return future.result()
