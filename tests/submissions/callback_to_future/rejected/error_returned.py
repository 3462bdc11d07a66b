"""Returns the error as if it were an answer.

verdict: failed
diagnosis: the library called on_err, but call did not raise
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()

    def settle(value):
        if not future.done():
            future.set_result(value)

    handle = api.send(request, settle, settle)
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
