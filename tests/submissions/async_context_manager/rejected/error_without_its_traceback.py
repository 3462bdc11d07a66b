"""Believes that class and error are all that __aexit__ is told of.

verdict: failed
diagnosis: __aexit__ was told of the error and its class, but not of its traceback: it asks for all three
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
    return (None, None, None) if error is None else (type(error), error, None)


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
                if await manager.__aexit__(*details_of(on_its_way)):
                    on_its_way = None
            except BaseException as another:
                on_its_way = another
        if on_its_way is not None and on_its_way is not error:
            raise on_its_way
        return on_its_way is None
