"""as_completed makes tasks of the coroutines; each is awaited as it ends."""

import asyncio


async def main(worker):
    for errand in asyncio.as_completed([worker(1, "order milk"), worker(2, "order bread")]):
        await errand
