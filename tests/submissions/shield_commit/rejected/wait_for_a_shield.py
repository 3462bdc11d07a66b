"""wait_for without a limit waits in any case.

verdict: leaked
diagnosis: a shield protects what is awaited, not whoever waits
"""

import asyncio


async def commit_safely(commit):
    return await asyncio.wait_for(asyncio.shield(commit()), None)
