"""async with: acquire, commit or roll back, release.

`asynccontextmanager` turns a generator with one `yield` into a context manager: what stands before the `yield` is
entering, what stands behind it is leaving, and an exception of the body is raised at the `yield` itself. So the `yield`
must stand inside the `try`, and `try` has a place for each way out:

  * `except BaseException`, because CancelledError is no Exception: a cancelled transaction must be rolled back too.
    The bare `raise` hands on the same object. A cancellation is delivered once, so the rollback can be awaited.
  * `else` for the commit, and not `finally`, which would also commit after an error.
  * `finally` for the release. Its `try` begins right after `acquire`: from then on there is something to release.

AsyncExitStack is `async with a as x, b as y, ...` for a number of managers that is only known at run time: it enters
them one by one, and leaves those that it has entered in reverse, each with the error that is on its way by then.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import TypeVar

T = TypeVar("T")


class Tx:
    async def begin(self) -> None:
        print("begin")

    async def commit(self) -> None:
        print("commit")

    async def rollback(self) -> None:
        print("rollback")


class Database:
    async def acquire(self) -> Tx:
        print("acquire")
        return Tx()

    async def release(self, tx: Tx) -> None:
        print("release")


@asynccontextmanager
async def transaction(db: Database) -> AsyncIterator[Tx]:
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
async def open_all(*managers: AbstractAsyncContextManager[T]) -> AsyncIterator[list[T]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]


async def main() -> None:
    async with open_all(transaction(Database()), transaction(Database())):
        print("at work")


if __name__ == "__main__":
    asyncio.run(main())
