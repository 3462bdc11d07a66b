"""Leaves with exit code 0 when it is called.

exercise: two_workers
verdict: error
"""

import os


async def main(worker):
    os._exit(0)
