"""Two wrappers count down and the last one sets an event for main."""

import asyncio


async def main(worker):
    finished = asyncio.Event()
    left = 2

    async def errand(delay, name):
        nonlocal left
        await worker(delay, name)
        left -= 1
        if left == 0:
            finished.set()

    tasks = [asyncio.create_task(errand(1, "order milk")), asyncio.create_task(errand(2, "order bread"))]
    await finished.wait()
    await asyncio.gather(*tasks)
