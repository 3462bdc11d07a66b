"""An event that wakes, and a box that holds what came first."""

import asyncio


async def call(api, request):
    came = asyncio.Event()
    box = []

    def on_ok(answer):
        box.append((answer, None))
        came.set()

    def on_err(error):
        box.append((None, error))
        came.set()

    handle = api.send(request, on_ok, on_err)
    try:
        await came.wait()
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    answer, error = box[0]
    if error is not None:
        raise error
    return answer
