"""Raises an exception of its own that is called and worded like the one that it got.

exercise: gather_results
verdict: failed
"""

import asyncio


async def settle(fetch, keys):
    return list(await asyncio.gather(*map(fetch, keys), return_exceptions=True))


async def first_error(fetch, keys):
    try:
        return list(await asyncio.gather(*map(fetch, keys)))
    except Exception as error:
        raise type(type(error).__name__, (Exception,), {})(*error.args) from None
