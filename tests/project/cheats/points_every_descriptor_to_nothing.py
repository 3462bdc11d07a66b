"""Lets every descriptor lead to /dev/null, so that no report arrives.

exercise: two_workers
verdict: error
"""

import os

nothing = os.open("/dev/null", os.O_RDWR)
for descriptor in range(256):
    if descriptor != nothing:
        os.dup2(nothing, descriptor)


async def main(worker):
    await worker(1, "order milk")
