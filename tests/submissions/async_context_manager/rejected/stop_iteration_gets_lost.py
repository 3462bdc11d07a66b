"""Drives a generator by hand, which turns StopAsyncIteration into RuntimeError.

verdict: failed
diagnosis: the very one of the body
"""

from contextlib import AsyncExitStack, asynccontextmanager


class transaction:
    def __init__(self, db):
        self.steps = self.generate(db)

    async def generate(self, db):
        tx = await db.acquire()
        try:
            await tx.begin()
            try:
                yield tx
            except BaseException:
                await tx.rollback()
                raise
            await tx.commit()
        finally:
            await db.release(tx)

    async def __aenter__(self):
        return await anext(self.steps)

    async def __aexit__(self, kind, error, traceback):
        if error is None:
            await anext(self.steps, None)
            return
        try:
            await self.steps.athrow(error)
        except BaseException as raised:
            if raised is not error:
                raise


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
