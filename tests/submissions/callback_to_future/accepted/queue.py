"""A queue without a limit: what comes after the first stays in it."""

import asyncio


async def call(api, request):
    replies = asyncio.Queue()
    handle = api.send(
        request,
        lambda answer: replies.put_nowait((answer, None)),
        lambda error: replies.put_nowait((None, error)),
    )
    try:
        answer, error = await replies.get()
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    if error:
        raise error
    return answer
