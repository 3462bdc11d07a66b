"""Opens all at once: quicker, and not what nested async with does.

verdict: failed
diagnosis: b opens did not wait for the end of a opens
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
            await tx.rollback()
            raise
        else:
            await tx.commit()
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    values = await asyncio.gather(*[manager.__aenter__() for manager in managers])
    async with AsyncExitStack() as stack:
        for manager in managers:
            stack.push_async_exit(manager)
        yield list(values)
