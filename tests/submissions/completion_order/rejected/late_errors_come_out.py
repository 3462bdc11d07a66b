"""Believes that a cancelled job ends by CancelledError and nothing else.

verdict: error
diagnosis: it failed while it cleaned up
"""

import asyncio


async def stream_results(jobs):
    num = {asyncio.create_task(j()): n for n, j in enumerate(jobs)}
    pending = set(num)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for t in done:
                t.exception()
            for t in done:
                yield num[t], t.exception() or t.result()
    finally:
        for t in pending:
            t.cancel()
        for t in pending:
            try:
                await t
            except asyncio.CancelledError:
                pass
