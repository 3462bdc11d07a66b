"""Takes every exception object in the results for an error, even one that a fetch returned.

verdict: failed
diagnosis: a fetch returned an exception object, which is a value
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    results = await asyncio.gather(*map(fetch, keys))
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
