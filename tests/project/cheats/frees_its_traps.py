"""Makes the collector useless: disables it, and drops the references that keep complaints alive.

exercise: two_workers
verdict: leaked
"""

import gc
import warnings

warnings.simplefilter("ignore")
gc.disable()
gc.collect = lambda *args: 0


async def main(worker):
    worker(1, "order milk")
    worker(2, "order bread")
