"""Believes that a list comprehension of awaits runs them at once.

verdict: failed
diagnosis: b was fetched only when the fetch of a was over: they run one after the other
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    return [await fetch(key) for key in keys]
