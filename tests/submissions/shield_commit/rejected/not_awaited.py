"""A task that was started needs nobody to wait for it.

verdict: leaked
diagnosis: and commit was still at work
"""

import asyncio


async def commit_safely(commit):
    return asyncio.create_task(commit())
