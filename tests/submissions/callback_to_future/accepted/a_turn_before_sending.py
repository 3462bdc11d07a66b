"""Gives the others a turn before it sends, and waits in a task of its own."""

import asyncio


async def call(api, request):
    await asyncio.sleep(0)
    future = asyncio.get_running_loop().create_future()
    handle = api.send(
        request,
        lambda answer: None if future.done() else future.set_result(answer),
        lambda error: None if future.done() else future.set_exception(error),
    )

    async def wait():
        try:
            return await future
        except asyncio.CancelledError:
            api.abort(handle)
            raise

    return await asyncio.create_task(wait())
