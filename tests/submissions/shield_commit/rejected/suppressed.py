"""suppress(CancelledError) keeps a cancellation away.

verdict: failed
diagnosis: a cancellation goes on to whatever the cancelled task awaits
"""

import asyncio
from contextlib import suppress


async def commit_safely(commit):
    with suppress(asyncio.CancelledError):
        return await commit()
