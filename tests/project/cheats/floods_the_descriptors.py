"""Opens files until there are no more descriptors.

exercise: two_workers
verdict: error
"""

import os

kept = []
try:
    while True:
        kept.append(os.open("/dev/null", os.O_RDONLY))
except OSError:
    pass


async def main(worker):
    await worker(1, "order milk")
