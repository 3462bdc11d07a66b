"""Lets a second call with the same text wait for the first one's answer.

verdict: failed
diagnosis: only one request was sent
"""

import asyncio


flights = {}


async def call(api, request):
    if request in flights:
        return await flights[request]
    answered = flights[request] = asyncio.get_running_loop().create_future()

    def on_ok(answer):
        if not answered.done():
            answered.set_result(answer)

    def on_err(error):
        if not answered.done():
            answered.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    try:
        return await answered
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    finally:
        del flights[request]
