"""Throws every module away, so that the recorder finds none.

exercise: two_workers
verdict: error
"""

import sys

sys.modules.clear()


async def main(worker):
    await worker(1, "order milk")
