"""Takes a handle of None for a request that was never sent.

verdict: failed
diagnosis: a handle may be any value, None as well
"""

import asyncio


async def call(api, request):
    answered = asyncio.get_running_loop().create_future()
    handle = None

    def on_ok(answer):
        if not answered.done():
            answered.set_result(answer)

    def on_err(error):
        if not answered.done():
            answered.set_exception(error)

    try:
        handle = api.send(request, on_ok, on_err)
        return await answered
    except asyncio.CancelledError:
        if handle is not None:
            api.abort(handle)
        raise
