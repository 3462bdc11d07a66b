"""Keeps the calls that are under way by the text of their request.

verdict: deadlock
diagnosis: what is shared by all of them belongs to the latest
"""

import asyncio


under_way = {}


async def call(api, request):
    under_way[request] = asyncio.get_running_loop().create_future()

    def on_ok(answer):
        if not under_way[request].done():
            under_way[request].set_result(answer)

    def on_err(error):
        if not under_way[request].done():
            under_way[request].set_exception(error)

    handle = api.send(request, on_ok, on_err)
    try:
        return await under_way[request]
    except asyncio.CancelledError:
        api.abort(handle)
        raise
