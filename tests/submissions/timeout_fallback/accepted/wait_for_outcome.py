"""wait_for around a helper that keeps primary's own errors apart."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    async def attempt():
        try:
            return await primary(), None
        except Exception as error:
            return None, error

    try:
        value, error = await asyncio.wait_for(attempt(), seconds)
    except asyncio.TimeoutError:
        return await fallback()
    if error is not None:
        raise error
    return value
