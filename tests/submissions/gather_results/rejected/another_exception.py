"""Puts a new exception into the list instead of the one that was raised.

verdict: failed
diagnosis: the exception in the list is not the one that the fetch raised
"""

import asyncio


async def settle(fetch, keys):
    async def outcome(key):
        try:
            return await fetch(key)
        except Exception as error:
            return RuntimeError(f"{key} failed: {error}")

    return await asyncio.gather(*map(outcome, keys))


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
