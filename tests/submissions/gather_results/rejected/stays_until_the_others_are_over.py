"""Believes that the call must go on for the others to finish, as a program must that wants to see them.

verdict: failed
diagnosis: it must raise at the instant of the first failure
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    try:
        return await asyncio.gather(*map(fetch, keys))
    except Exception:
        await asyncio.sleep(6)
        raise
