"""Raises an error of its own.

verdict: failed
diagnosis: call must raise the very exception that on_err was called with
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()

    def on_err(error):
        if not future.done():
            future.set_exception(RuntimeError(str(error)))

    handle = api.send(request, lambda answer: None if future.done() else future.set_result(answer), on_err)
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
