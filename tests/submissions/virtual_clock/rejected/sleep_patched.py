"""Replaces asyncio.sleep by one that comes back at once.

verdict: failed
diagnosis: a sleep that comes back at once
"""

import asyncio
from unittest import mock


class Deadlock(RuntimeError):
    pass


def run_virtual(coro):
    real_sleep = asyncio.sleep
    total = 0

    async def sleep(delay, result=None):
        nonlocal total
        total += delay
        await real_sleep(0)
        return result

    with mock.patch("asyncio.sleep", sleep):

        async def limited():
            async with asyncio.timeout(5):
                return await coro

        try:
            return asyncio.run(limited()), total
        except TimeoutError as error:
            if error.args or error.__cause__ is None:
                raise
            raise Deadlock("too long") from None
