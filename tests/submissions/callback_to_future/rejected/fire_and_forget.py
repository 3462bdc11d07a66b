"""Hands back the future and does not await it.

verdict: leaked
diagnosis: call returned a Future, and nobody had awaited it
"""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    api.send(
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: None if future.done() else future.set_exception(error),
    )
    return future
