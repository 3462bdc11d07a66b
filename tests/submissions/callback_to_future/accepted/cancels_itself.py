"""The callback wakes the task by cancelling it, and the task takes that back."""

import asyncio


async def call(api, request):
    me = asyncio.current_task()
    box = []
    waits = False

    def put(*reply):
        if not box:
            box.append(reply)
            if waits:
                me.cancel()

    handle = api.send(request, lambda answer: put(answer, None), lambda error: put(None, error))
    if not box:
        try:
            waits = True
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            waits = False
            if not box or me.uncancel():
                box.append((None, None))
                api.abort(handle)
                raise
    answer, error = box[0]
    if error is not None:
        raise error
    return answer
