"""Enters each manager in a task of its own, and leaves them in another one.

verdict: failed
diagnosis: it interrupts the task that entered it, and that was another one
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


class open_all:
    def __init__(self, *managers):
        self.managers = managers
        self.stack = AsyncExitStack()

    async def __aenter__(self):
        try:
            return [await asyncio.create_task(self.stack.enter_async_context(m)) for m in self.managers]
        except BaseException as e:
            await asyncio.create_task(self.stack.__aexit__(type(e), e, e.__traceback__))
            raise

    async def __aexit__(self, *e):
        return await asyncio.create_task(self.stack.__aexit__(*e))
