"""Counts the callbacks, and forgets that cancelling the task cancels the future.

verdict: failed
diagnosis: the library called back after the call was cancelled, and that raised InvalidStateError
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    first = True

    def settle(method, value):
        nonlocal first
        if first:
            first = False
            method(value)

    handle = api.send(
        request,
        lambda answer: settle(future.set_result, answer),
        lambda error: settle(future.set_exception, error),
    )
    try:
        return await future
    except asyncio.CancelledError:
        api.abort(handle)
        raise
