"""Fetches again what has failed, although nobody has asked for that.

verdict: failed
diagnosis: fetch must be called once for each key, also if it fails: nobody tries again
"""

import asyncio


async def settle(fetch, keys):
    async def outcome(key):
        try:
            return await fetch(key)
        except Exception:
            return await fetch(key)

    return await asyncio.gather(*map(outcome, keys), return_exceptions=True)


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
