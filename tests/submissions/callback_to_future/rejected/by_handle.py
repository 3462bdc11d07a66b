"""Keeps the calls that are under way by their handles, in a dict.

verdict: failed
diagnosis: unhashable type
"""

import asyncio


under_way = {}


async def call(api, request):
    answered = asyncio.get_running_loop().create_future()

    def on_ok(answer):
        if not answered.done():
            answered.set_result(answer)

    def on_err(error):
        if not answered.done():
            answered.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    under_way[handle] = answered
    try:
        return await answered
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    finally:
        under_way.pop(handle, None)
