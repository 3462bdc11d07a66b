"""Forgets to await wait.

verdict: leaked
diagnosis: first_success itself raised TypeError
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    done, pending = asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    return done.pop().result()
