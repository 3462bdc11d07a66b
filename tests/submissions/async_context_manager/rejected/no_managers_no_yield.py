"""Without managers it never comes to its yield.

verdict: error
diagnosis: without managers it must still hand over a list
"""

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
    async with AsyncExitStack() as stack:
        values = []
        for number, manager in enumerate(managers, start=1):
            values.append(await stack.enter_async_context(manager))
            if number == len(managers):
                yield values
