"""Brings an exception out of a helper as its value, and takes one that primary returned for it.

verdict: failed
diagnosis: primary returned an exception, as a value like any other, and with_fallback did not return it
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    async def outcome():
        try:
            return await primary()
        except Exception as error:
            return error

    task = asyncio.create_task(outcome())
    try:
        await asyncio.wait([task], timeout=seconds)
        if task.done():
            value = task.result()
            if isinstance(value, Exception):
                raise value
            return value
    finally:
        task.cancel()
        await asyncio.wait([task])
    return await fallback()
