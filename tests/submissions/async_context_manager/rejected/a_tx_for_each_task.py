"""Believes that a task has one transaction at a time: the Tx is kept under the task.

verdict: failed
diagnosis: two transactions in one task got into one another: each needs a state of its own
"""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

under_way = {}


class transaction:
    def __init__(self, db):
        self.db = db

    async def __aenter__(self):
        tx = under_way[asyncio.current_task()] = await self.db.acquire()
        try:
            await tx.begin()
        except BaseException:
            await self.db.release(tx)
            raise
        return tx

    async def __aexit__(self, kind, error, traceback):
        tx = under_way[asyncio.current_task()]
        try:
            await (tx.commit() if kind is None else tx.rollback())
        finally:
            await self.db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
