"""Nests the managers by a fold, each with a list of its own."""

from contextlib import asynccontextmanager
from functools import reduce


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


@asynccontextmanager
async def nothing():
    yield []


def with_one_more(inner, manager):
    @asynccontextmanager
    async def nested():
        async with manager as value, inner as values:
            yield [value, *values]

    return nested()


def open_all(*managers):
    return reduce(with_one_more, reversed(managers), nothing())
