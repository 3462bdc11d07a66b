"""Cancels a job when the one before it has cleaned up.

verdict: failed
diagnosis: was cancelled only at
"""

import asyncio


async def stream_results(jobs):
    async def numbered(n, job):
        try:
            return n, await job()
        except Exception as e:
            return n, e

    tasks = [asyncio.create_task(numbered(n, j)) for n, j in enumerate(jobs)]
    try:
        for f in asyncio.as_completed(tasks):
            yield await f
    finally:
        for t in tasks:
            t.cancel()
            try:
                await t
            except asyncio.CancelledError:
                pass
