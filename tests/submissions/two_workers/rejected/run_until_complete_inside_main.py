"""Starts the running loop again.

verdict: error
diagnosis: it cannot be started again
"""

import asyncio


async def main(worker):
    loop = asyncio.get_running_loop()
    loop.run_until_complete(asyncio.gather(worker(1, "order milk"), worker(2, "order bread")))
