"""Does not think of being cancelled.

verdict: failed
diagnosis: the request was not aborted
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    api.send(
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: None if future.done() else future.set_exception(error),
    )
    return await future
