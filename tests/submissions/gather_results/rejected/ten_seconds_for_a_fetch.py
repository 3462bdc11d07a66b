"""Believes that a fetch that takes more than ten seconds has failed.

verdict: failed
diagnosis: a TimeoutError that no fetch had raised: nobody has said how long a fetch may take
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*(asyncio.wait_for(fetch(key), 10) for key in keys), return_exceptions=True)


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
