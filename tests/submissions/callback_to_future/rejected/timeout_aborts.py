"""Takes a TimeoutError of the library for one of asyncio.

verdict: failed
diagnosis: the library reported a TimeoutError
"""

import asyncio


async def call(api, request):
    answered = asyncio.get_running_loop().create_future()

    def on_ok(answer):
        if not answered.done():
            answered.set_result(answer)

    def on_err(error):
        if not answered.done():
            answered.set_exception(error)

    handle = api.send(request, on_ok, on_err)
    try:
        return await answered
    except (asyncio.CancelledError, TimeoutError):
        api.abort(handle)
        raise
