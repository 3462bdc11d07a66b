"""Believes that a manager may swallow errors only, and a cancellation is none.

verdict: failed
diagnosis: b swallowed the cancellation by giving a true value, but it came out
"""

import sys
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


def details_of(error):
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


class open_all:
    def __init__(self, *managers):
        self.managers, self.entered = managers, []

    async def __aenter__(self):
        values = []
        try:
            for manager in self.managers:
                values.append(await manager.__aenter__())
                self.entered.append(manager)
        except BaseException:
            await self.__aexit__(*sys.exc_info())
            raise
        return values

    async def __aexit__(self, kind, error, traceback):
        on_its_way = error
        for manager in reversed(self.entered):
            try:
                swallowed = await manager.__aexit__(*details_of(on_its_way))
                if swallowed and isinstance(on_its_way, Exception):
                    on_its_way = None
            except BaseException as another:
                on_its_way = another
        if on_its_way is not None and on_its_way is not error:
            raise on_its_way
        return on_its_way is None
