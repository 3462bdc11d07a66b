"""Collects everything and gives it at the end.

verdict: failed
diagnosis: before that, another source was waited for
"""

import asyncio


async def collect(source, into):
    async for item in source:
        into.append(item)


async def merge(*sources):
    items = []
    try:
        async with asyncio.TaskGroup() as group:
            for source in sources:
                group.create_task(collect(source, items))
        for item in items:
            yield item
    finally:
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
