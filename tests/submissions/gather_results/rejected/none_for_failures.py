"""Gives None for whatever failed.

verdict: failed
diagnosis: None stands in the place of an exception
"""

import asyncio


async def settle(fetch, keys):
    async def outcome(key):
        try:
            return await fetch(key)
        except Exception:
            return None

    return await asyncio.gather(*map(outcome, keys))


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
