"""Believes that what was entered last, by whomever, is to be left first.

verdict: failed
diagnosis: two open_all at the same time got into one another: each leaves those that it has entered itself
"""

import sys
from contextlib import asynccontextmanager

entered = []


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
        self.managers, self.count = managers, 0

    async def __aenter__(self):
        values = []
        try:
            for manager in self.managers:
                values.append(await manager.__aenter__())
                entered.append(manager)
                self.count += 1
        except BaseException:
            await self.__aexit__(*sys.exc_info())
            raise
        return values

    async def __aexit__(self, kind, error, traceback):
        on_its_way = error
        for _ in range(self.count):
            manager = entered.pop()
            try:
                if await manager.__aexit__(*details_of(on_its_way)):
                    on_its_way = None
            except BaseException as another:
                on_its_way = another
        if on_its_way is not None and on_its_way is not error:
            raise on_its_way
        return on_its_way is None
