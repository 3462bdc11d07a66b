"""Makes coroutine objects and sleeps while they should run.

verdict: leaked
diagnosis: only made a coroutine object
"""

import asyncio


async def main(worker):
    milk = worker(1, "order milk")
    bread = worker(2, "order bread")
    await asyncio.sleep(2)
