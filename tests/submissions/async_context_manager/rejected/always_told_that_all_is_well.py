"""Leaves all managers with None, None, None.

verdict: failed
diagnosis: a manager was left as if the body had ended well
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
    entered = []
    values = []
    try:
        for manager in managers:
            values.append(await manager.__aenter__())
            entered.append(manager)
        yield values
    finally:
        async with AsyncExitStack() as stack:
            for manager in entered:
                stack.push_async_callback(manager.__aexit__, None, None, None)
