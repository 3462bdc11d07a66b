"""Replaces every clock of the time module, and the loop's own.

exercise: two_workers
verdict: timeout, failed, spin, deadlock, error
"""

import asyncio
import time

for name in ("monotonic", "perf_counter", "time"):
    setattr(time, name, lambda: 0.0)


async def main(worker):
    asyncio.get_running_loop().time = lambda: 0.0
    await worker(1, "order milk")
    await worker(2, "order bread")
