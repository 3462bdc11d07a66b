"""Writes the callbacks as coroutine functions.

verdict: deadlock
diagnosis: no line of an `async def` runs when it is called
"""

import asyncio


async def call(api, request):
    answered = asyncio.get_running_loop().create_future()

    async def on_ok(answer):
        if not answered.done():
            answered.set_result(answer)

    async def on_err(error):
        if not answered.done():
            answered.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    try:
        return await answered
    except asyncio.CancelledError:
        api.abort(handle)
        raise
