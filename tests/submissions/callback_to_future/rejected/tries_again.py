"""Takes a ConnectionError that the library reports for a reason to try again.

verdict: failed
diagnosis: the library reported a ConnectionError, and the request was sent 2 times
"""

import asyncio


async def call(api, request):
    try:
        return await once(api, request)
    except ConnectionError:
        return await once(api, request)


async def once(api, request):
    answered = asyncio.get_running_loop().create_future()
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
