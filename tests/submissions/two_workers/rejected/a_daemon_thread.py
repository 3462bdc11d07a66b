"""One worker in a thread of its own, which nobody waits for.

verdict: leaked
diagnosis: a worker ran on another event loop
"""

import asyncio
import threading


async def main(worker):
    threading.Thread(target=lambda: asyncio.run(worker(1, "order milk")), daemon=True).start()
    await worker(2, "order bread")
