"""Catches BaseException, and with it the cancellation of the caller.

verdict: failed
diagnosis: settle was cancelled, but CancelledError did not come out of it: a cancellation is not one of the errors
"""

import asyncio


async def settle(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    results = []
    for task in tasks:
        try:
            results.append(await task)
        except BaseException as error:
            results.append(error)
    return results


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
