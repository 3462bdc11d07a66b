"""Writes a trace of its own and lets the true one follow it.

exercise: two_workers
verdict: tampered
"""

import os

for descriptor in range(3, 256):
    try:
        os.write(descriptor, b"2\n{}")
    except OSError:
        pass


async def main(worker):
    await worker(1, "order milk")
