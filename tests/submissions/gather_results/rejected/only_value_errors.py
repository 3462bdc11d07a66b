"""Catches only the kind of error that the example shows.

verdict: error
diagnosis: settle itself raised what a fetch raised
"""

import asyncio


async def settle(fetch, keys):
    async def outcome(key):
        try:
            return await fetch(key)
        except ValueError as error:
            return error

    return await asyncio.gather(*map(outcome, keys))


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
