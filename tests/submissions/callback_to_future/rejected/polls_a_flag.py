"""Asks after every turn of the loop whether the answer is there.

verdict: failed
diagnosis: it asked again and again whether the answer was there
"""

import asyncio


async def call(api, request):
    replies = []
    handle = api.send(request, lambda answer: replies.append((answer, None)), lambda error: replies.append((None, error)))
    try:
        while not replies:
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    answer, error = replies[0]
    if error:
        raise error
    return answer
