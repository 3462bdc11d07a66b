"""Puts a result into the future whatever has become of it.

verdict: failed
diagnosis: the library called back a second time, and that raised InvalidStateError
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    handle = api.send(request, future.set_result, future.set_exception)
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
