"""Lets no more than twenty calls be under way.

verdict: failed
diagnosis: each call ends at the moment of its own callback
"""

import asyncio

gate = None, None


async def call(api, request):
    global gate
    loop = asyncio.get_running_loop()
    if gate[0] is not loop:
        gate = loop, asyncio.Semaphore(20)
    async with gate[1]:
        answered = loop.create_future()
        handle = api.send(
            request,
            lambda answer: answered.done() or answered.set_result(answer),
            lambda error: answered.done() or answered.set_exception(error),
        )
        try:
            return await answered
        except asyncio.CancelledError:
            api.abort(handle)
            raise
