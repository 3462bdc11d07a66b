"""Makes tasks, but awaits each before it makes the next.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

import asyncio


async def main(worker):
    await asyncio.create_task(worker(1, "order milk"))
    await asyncio.create_task(worker(2, "order bread"))
