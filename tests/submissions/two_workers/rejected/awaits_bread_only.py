"""Never awaits the milk, as it will be there before the bread anyway.

verdict: leaked
diagnosis: main waited for one worker only
"""

import asyncio


async def main(worker):
    asyncio.create_task(worker(1, "order milk"))
    await worker(2, "order bread")
