"""A commit that was torn is started again.

verdict: failed
diagnosis: it must be called exactly once, whatever happens
"""

import asyncio


async def commit_safely(commit):
    try:
        return await commit()
    except asyncio.CancelledError:
        await commit()
        raise
