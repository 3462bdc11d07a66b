"""Makes the next attempt when the one before has failed.

verdict: failed
diagnosis: they run one after the other
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    errors = []
    async with asyncio.timeout(seconds):
        for attempt in attempts:
            try:
                return await attempt()
            except Exception as error:
                errors.append(error)
    raise ExceptionGroup("all failed", errors)
