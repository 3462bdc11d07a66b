"""Catches the errors in a loop that awaits one fetch after the other.

verdict: failed
diagnosis: b was fetched only when the fetch of a was over: they run one after the other
"""

import asyncio


async def settle(fetch, keys):
    results = []
    for key in keys:
        try:
            results.append(await fetch(key))
        except Exception as error:
            results.append(error)
    return results


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
