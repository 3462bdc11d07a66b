"""Takes the worker, but sends another one.

verdict: failed
diagnosis: use the worker that it is given
"""

import asyncio


async def run_errand(delay, name):
    await asyncio.sleep(delay)


async def main(worker=run_errand):
    await asyncio.gather(run_errand(1, "order milk"), run_errand(2, "order bread"))
