"""Waits for ever under a time limit, which the callback moves to now."""

import asyncio


async def call(api, request):
    loop = asyncio.get_running_loop()
    box = []
    limit = None

    def put(*reply):
        if not box:
            box.append(reply)
            if limit is not None:
                limit.reschedule(loop.time())

    handle = api.send(request, lambda answer: put(answer, None), lambda error: put(None, error))
    try:
        if not box:
            async with asyncio.timeout(None) as limit:
                try:
                    await loop.create_future()
                finally:
                    limit = None
    except TimeoutError:
        pass
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    answer, error = box[0]
    if error is not None:
        raise error
    return answer
