"""Closes every descriptor, so that nobody can report anything.

exercise: two_workers
verdict: error
"""

import os

os.closerange(0, 512)


async def main(worker):
    await worker(1, "order milk")
