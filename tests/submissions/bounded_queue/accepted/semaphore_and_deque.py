"""Counts the free places with a semaphore and the waiting items with another one."""

import asyncio
from collections import deque


async def pipeline(source, sink, limit):
    free = asyncio.Semaphore(limit)
    waiting = asyncio.Semaphore(0)
    items = deque()
    over = False

    async def read():
        nonlocal over
        iterator = aiter(source)
        try:
            while True:
                await free.acquire()
                try:
                    item = await anext(iterator)
                except StopAsyncIteration:
                    return
                items.append(item)
                waiting.release()
        finally:
            over = True
            waiting.release()

    reader = asyncio.create_task(read())
    count = 0
    try:
        while True:
            await waiting.acquire()
            if not items and over:
                break
            item = items.popleft()
            free.release()
            await sink(item)
            count += 1
        await reader
    finally:
        if not reader.done():
            reader.cancel()
            await asyncio.wait({reader})
        if hasattr(source, "aclose"):
            await source.aclose()
    return count
