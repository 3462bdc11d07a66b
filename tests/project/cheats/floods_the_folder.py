"""Makes as many small files as it can.

exercise: two_workers
verdict: failed
"""

import os

try:
    for number in range(20_000):
        os.close(os.open(f"/tmp/{number}", os.O_CREAT | os.O_WRONLY))
except OSError:
    pass


async def main(worker): ...
