"""Starts threads and joins them, which blocks main's own loop.

verdict: blocked
diagnosis: a worker ran on another event loop
"""

import asyncio
import threading


async def main(worker):
    threads = [
        threading.Thread(target=asyncio.run, args=(worker(1, "order milk"),)),
        threading.Thread(target=asyncio.run, args=(worker(2, "order bread"),)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
