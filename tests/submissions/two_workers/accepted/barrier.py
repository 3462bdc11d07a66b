"""Both workers and main meet at a barrier."""

import asyncio


async def main(worker):
    everybody_is_back = asyncio.Barrier(3)

    async def errand(delay, name):
        await worker(delay, name)
        await everybody_is_back.wait()

    async with asyncio.TaskGroup() as errands:
        errands.create_task(errand(1, "order milk"))
        errands.create_task(errand(2, "order bread"))
        await everybody_is_back.wait()
