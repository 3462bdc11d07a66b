"""shield() makes the await immune.

verdict: leaked
diagnosis: a shield protects what is awaited, not whoever waits
"""

import asyncio


async def commit_safely(commit):
    return await asyncio.shield(commit())
