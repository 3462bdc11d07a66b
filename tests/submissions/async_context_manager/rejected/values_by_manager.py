"""Believes that no manager stands there twice: the values are kept in a dict.

verdict: failed
diagnosis: a manager that stands there twice is entered twice and left twice
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
        self.managers, self.values = managers, {}

    async def __aenter__(self):
        try:
            for manager in self.managers:
                self.values[manager] = await manager.__aenter__()
        except BaseException:
            await self.__aexit__(*sys.exc_info())
            raise
        return list(self.values.values())

    async def __aexit__(self, kind, error, traceback):
        on_its_way = error
        for manager in reversed(self.values):
            try:
                if await manager.__aexit__(*details_of(on_its_way)):
                    on_its_way = None
            except BaseException as another:
                on_its_way = another
        if on_its_way is not None and on_its_way is not error:
            raise on_its_way
        return on_its_way is None
