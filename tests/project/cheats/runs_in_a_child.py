"""Lets a forked child say that all is well, while the parent is gone.

exercise: two_workers
verdict: timeout
"""

import os

if os.fork():
    os._exit(0)


async def main(worker):
    await worker(1, "order milk")
