"""Waits for a millisecond at a time, until both tasks are done.

verdict: failed
diagnosis: the loop was kept busy
"""

import asyncio


async def main(worker):
    pending = {asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))}
    while pending:
        _, pending = await asyncio.wait(pending, timeout=0.001)
