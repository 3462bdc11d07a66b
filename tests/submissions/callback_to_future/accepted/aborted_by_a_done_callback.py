"""The future itself aborts the request, when it is cancelled."""

import asyncio


async def call(api, request):
    future = asyncio.get_running_loop().create_future()
    handle = api.send(
        request,
        lambda answer: future.done() or future.set_result(answer),
        lambda error: future.done() or future.set_exception(error),
    )
    future.add_done_callback(lambda done: api.abort(handle) if done.cancelled() else None)
    return await future
