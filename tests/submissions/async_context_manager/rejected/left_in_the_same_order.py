"""Leaves the managers in the order in which it entered them.

verdict: failed
diagnosis: managers are left in reverse
"""

from contextlib import asynccontextmanager


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
    try:
        values = []
        for manager in managers:
            values.append(await manager.__aenter__())
            entered.append(manager)
        yield values
    except BaseException as error:
        for manager in entered:
            await manager.__aexit__(type(error), error, error.__traceback__)
        raise
    else:
        for manager in entered:
            await manager.__aexit__(None, None, None)
