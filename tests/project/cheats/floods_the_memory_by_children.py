"""Has children, each of which takes as much memory as it is allowed.

exercise: two_workers
verdict: failed
"""

import os

for _ in range(40):
    if os.fork() == 0:
        kept = []
        try:
            while True:
                kept.append(bytes(8 << 20))
        except MemoryError:
            os._exit(0)


async def main(worker): ...
