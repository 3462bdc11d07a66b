"""Writes the nested async with as text, and compiles it: Python nests no more than twenty blocks.

verdict: error
diagnosis: Python has a limit for blocks in blocks, and open_all takes any number of managers
"""

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


def open_all(*managers):
    lines = ["async def nested(managers):", "    values = []"]
    depth = 1
    for i in range(len(managers)):
        lines.append("    " * depth + f"async with managers[{i}] as value:")
        depth += 1
        lines.append("    " * depth + "values.append(value)")
    lines.append("    " * depth + "yield values")
    space = {}
    exec("\n".join(lines), space)
    return asynccontextmanager(space["nested"])(managers)
