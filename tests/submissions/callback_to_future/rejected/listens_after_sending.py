"""Makes the future when the request is on its way.

verdict: deadlock
diagnosis: was called before send had returned, and nobody was listening yet
"""

import asyncio


async def call(api, request):
    future = None

    def on_ok(answer):
        if future is not None and not future.done():
            future.set_result(answer)

    def on_err(error):
        if future is not None and not future.done():
            future.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    future = asyncio.get_running_loop().create_future()
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
