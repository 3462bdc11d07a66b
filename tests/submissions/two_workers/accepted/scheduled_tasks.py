"""Schedules both tasks, then awaits the one and the other."""

import asyncio


async def worker(delay, name):
    print(f"start: {name}")
    await asyncio.sleep(delay)
    print(f"done: {name}")


async def main(worker=worker):
    task1 = asyncio.create_task(worker(1, "order milk"))
    task2 = asyncio.create_task(worker(2, "order bread"))
    print("both tasks are scheduled")

    await task1
    print("main: milk is there")
    await task2
    print("main: bread is there")


if __name__ == "__main__":
    asyncio.run(main())
