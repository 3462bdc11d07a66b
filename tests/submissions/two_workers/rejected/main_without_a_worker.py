"""Does not take the worker.

verdict: error
diagnosis: main must take the worker as its argument
"""

import asyncio


async def worker(delay, name):
    await asyncio.sleep(delay)


async def main():
    await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
