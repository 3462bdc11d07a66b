"""Takes an empty text for no answer.

verdict: deadlock
diagnosis: waits
"""

import asyncio


async def call(api, request):
    came = asyncio.Event()
    answer = ""
    failure = None

    def on_ok(text):
        nonlocal answer
        answer = answer or text
        came.set()

    def on_err(error):
        nonlocal failure
        failure = failure or error
        came.set()

    handle = api.send(request, on_ok, on_err)
    try:
        while not answer and not failure:
            came.clear()
            await came.wait()
    except asyncio.CancelledError:
        api.abort(handle)
        raise
    if answer:
        return answer
    raise failure
