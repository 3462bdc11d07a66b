"""Keeps the coroutines in a list of the module, where a second main finds them.

verdict: error
diagnosis: a coroutine object runs once
"""

import asyncio

errands = []


async def main(worker):
    if not errands:
        errands.extend([worker(1, "order milk"), worker(2, "order bread")])
    await asyncio.gather(*errands)
