"""Raises the first error of an ExceptionGroup that the library reports.

verdict: failed
diagnosis: call must raise the very exception that on_err was called with, an ExceptionGroup, too
"""

import asyncio


async def call(api, request):
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
    except ExceptionGroup as group:
        raise group.exceptions[0] from None
