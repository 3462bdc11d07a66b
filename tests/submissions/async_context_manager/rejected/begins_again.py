"""Tries begin three times.

verdict: failed
diagnosis: begin failed and was tried again
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        for attempt in range(3):
            try:
                await tx.begin()
                break
            except Exception:
                if attempt == 2:
                    raise
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
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
