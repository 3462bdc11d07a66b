"""Gives the responses that have come in when it is cancelled.

verdict: failed
diagnosis: the cancellation did not come out of it
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    try:
        await asyncio.gather(other_work(), *tasks)
    except asyncio.CancelledError:
        responses = [task.result() for task in tasks if not task.cancelled() and task.done()]
        if responses:
            return responses
        raise
    return [task.result() for task in tasks]
