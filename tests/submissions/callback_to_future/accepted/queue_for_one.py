"""A queue with room for one reply; whoever comes later finds it full."""

import asyncio
import contextlib


async def call(api, request):
    replies = asyncio.Queue(1)
    listening = True

    def reply(answer, error):
        nonlocal listening
        if listening:
            listening = False
            replies.put_nowait((answer, error))

    handle = api.send(request, lambda answer: reply(answer, None), lambda error: reply(None, error))
    try:
        answer, error = await replies.get()
    except BaseException:
        listening = False
        api.abort(handle)
        raise
    if isinstance(error, Exception):
        raise error
    return answer
