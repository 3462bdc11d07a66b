"""shield(commit()) in a loop goes on with the same commit.

verdict: failed
diagnosis: it must be called exactly once, whatever happens
"""

import asyncio


async def commit_safely(commit):
    cancelled = False
    while True:
        try:
            value = await asyncio.shield(commit())
            break
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError
    return value
