"""Aborts whatever ends by an exception, also what was never sent.

verdict: failed
diagnosis: send raised, and its error must come out of call
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    try:
        handle = api.send(
            request,
            lambda answer: None if future.done() else future.set_result(answer),
            lambda error: None if future.done() else future.set_exception(error),
        )
        return await future
    except BaseException:
        if not future.done() or future.cancelled():
            api.abort(handle)
        raise
