"""Awaits the workers one after the other: 3 s.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

import asyncio


async def worker(delay, name):
    print(f"start: {name}")
    await asyncio.sleep(delay)
    print(f"done: {name}")


async def main(worker=worker):
    await worker(1, "order milk")
    await worker(2, "order bread")


if __name__ == "__main__":
    asyncio.run(main())
