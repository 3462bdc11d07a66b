"""A context manager for with.

verdict: error
diagnosis: transaction gave a context manager for with
"""

from contextlib import AsyncExitStack, asynccontextmanager, contextmanager


@contextmanager
def transaction(db):
    tx = db.acquire()
    yield tx


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
