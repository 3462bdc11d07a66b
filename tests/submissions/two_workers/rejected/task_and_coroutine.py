"""Makes tasks of the coroutines, and then awaits the coroutines.

verdict: error
diagnosis: or a task had taken it over
"""

import asyncio


async def main(worker):
    milk = worker(1, "order milk")
    bread = worker(2, "order bread")
    asyncio.create_task(milk)
    asyncio.create_task(bread)
    await milk
    await bread
