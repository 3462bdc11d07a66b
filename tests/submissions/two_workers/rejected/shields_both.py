"""Finishes the errands before it lets itself be cancelled.

verdict: failed
diagnosis: was cancelled at 0.5 s but went on
"""

import asyncio


async def main(worker):
    both = asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
    try:
        await asyncio.shield(both)
    except asyncio.CancelledError:
        await both
        raise
