"""Keeps the future that gather gives, does something else, then awaits it."""

import asyncio


async def main(worker):
    both = asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
    print("on their way")
    await both
