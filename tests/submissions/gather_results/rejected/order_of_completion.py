"""Appends the results as they are ready.

verdict: failed
diagnosis: the results are not in the order of the keys
"""

import asyncio


async def settle(fetch, keys):
    results = []
    for earliest in asyncio.as_completed([fetch(key) for key in keys]):
        try:
            results.append(await earliest)
        except Exception as error:
            results.append(error)
    return results


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
