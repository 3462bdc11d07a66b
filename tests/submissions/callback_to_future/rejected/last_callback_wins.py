"""The box keeps what came last.

verdict: failed
diagnosis: only the first time counts
"""

import asyncio


async def call(api, request):
    came = asyncio.Event()
    box = {}

    def reply(answer, error):
        box["reply"] = answer, error
        came.set()

    handle = api.send(request, lambda answer: reply(answer, None), lambda error: reply(None, error))
    try:
        await came.wait()
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    answer, error = box["reply"]
    if error:
        raise error
    return answer
