"""A thread with an event loop of its own, which has other threads make the calls."""

import asyncio


async def crawl(blocking_get, urls):
    def inner():
        async def main():
            return await asyncio.gather(*(asyncio.to_thread(blocking_get, u) for u in urls))

        return asyncio.run(main())

    return await asyncio.to_thread(inner)
