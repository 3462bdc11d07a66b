"""Starts a task for the waiting and returns at once.

verdict: leaked
diagnosis: on_err was called before send returned; call must raise that error
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
