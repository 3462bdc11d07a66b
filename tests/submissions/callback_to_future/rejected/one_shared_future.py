"""Keeps one future for everybody.

verdict: deadlock
diagnosis: what is shared by all of them belongs to the latest
"""

import asyncio

shared = None


async def call(api, request):
    global shared
    shared = asyncio.get_running_loop().create_future()

    def on_ok(answer):
        if not shared.done():
            shared.set_result(answer)

    def on_err(error):
        if not shared.done():
            shared.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    try:
        return await asyncio.shield(shared)
    except asyncio.CancelledError:
        shared.cancel()
        api.abort(handle)
        raise
