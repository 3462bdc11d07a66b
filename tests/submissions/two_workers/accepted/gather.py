"""gather makes tasks of both coroutines, then waits for them."""

import asyncio


async def worker(delay, name):
    print(f"start: {name}")
    await asyncio.sleep(delay)
    print(f"done: {name}")


async def main(worker=worker):
    await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))


if __name__ == "__main__":
    asyncio.run(main())
