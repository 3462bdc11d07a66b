"""Leaves the rollback to a task of its own.

verdict: leaked
diagnosis: something was still under way when async with transaction was left
"""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        await tx.begin()
        try:
            yield tx
        except BaseException:
            task = asyncio.create_task(tx.rollback())
            await asyncio.sleep(0)
            raise
        await tx.commit()
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
