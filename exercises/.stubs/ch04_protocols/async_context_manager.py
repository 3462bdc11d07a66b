"""async with: acquire, commit or roll back, release.

`transaction(db)` gives an asynchronous context manager. `async with transaction(db) as tx:`
  * awaits db.acquire(), then begin() of the Tx that it gave; `as` gets that Tx. Nothing happens
    before `async with` enters, and several transactions may be under way at the same time;
  * when the body ends well, awaits tx.commit();
  * when the body ends by an exception of any kind, cancellation included, awaits tx.rollback() to
    its end; then the exception goes on, the very same object;
  * last of all awaits db.release(tx), once, whatever has happened: also if begin, commit or rollback
    raise or are cancelled. What fails is not tried again. An error or a cancellation in begin, commit
    or release comes out, in release also in place of the body's; when rollback fails, its error or
    the body's. Whether a failed begin or commit is rolled back is up to you;
  * when acquire() fails, nothing was acquired: its error comes out, and nothing is released.

`async with open_all(a, b, c) as values:` does, for any number of asynchronous context managers, what
`async with a as x, b as y, c as z:` does, with values == [x, y, z]. They are entered one after the
other, in the task of the body, and left there one after the other in reverse: also those that have
been entered when the next one fails to open, and also when the body or the leaving of one fails or is
cancelled. Each is told of the error that is on its way at that moment, and may swallow it by giving a
true value; whether that goes for an error of opening, too, is up to you.

Try it:  python exercises/ch04_protocols/async_context_manager.py
"""

import asyncio
from contextlib import AbstractAsyncContextManager
from typing import Any


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


def transaction(db: Database) -> AbstractAsyncContextManager[Tx]:
    raise NotImplementedError


def open_all(*managers: AbstractAsyncContextManager[Any]) -> AbstractAsyncContextManager[list[Any]]:
    raise NotImplementedError


async def main() -> None:
    async with open_all(transaction(Database()), transaction(Database())):
        print("at work")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Not written yet: fill in transaction and open_all.")
