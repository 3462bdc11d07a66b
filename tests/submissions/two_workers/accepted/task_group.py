"""A task group waits for its tasks at the end of the block."""

import asyncio


async def worker(delay, name):
    print(f"start: {name}")
    await asyncio.sleep(delay)
    print(f"done: {name}")


async def main(worker=worker):
    async with asyncio.TaskGroup() as errands:
        errands.create_task(worker(1, "order milk"))
        errands.create_task(worker(2, "order bread"))
        print("both are scheduled")
    print("both are done")


if __name__ == "__main__":
    asyncio.run(main())
