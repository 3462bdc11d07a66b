"""Waits for the result of a future that belongs to threads.

verdict: deadlock
diagnosis: the callback that would end this wait comes on the very same thread
"""

import concurrent.futures


async def call(api, request):
    future = concurrent.futures.Future()
    api.send(request, future.set_result, future.set_exception)
    return future.result()
