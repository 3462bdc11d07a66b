"""Tasks by the low-level call of the loop, gathered."""

import asyncio


async def main(worker):
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(worker(n, name)) for n, name in ((1, "order milk"), (2, "order bread"))]
    await asyncio.gather(*tasks)
