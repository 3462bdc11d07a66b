"""Believes that a task is done when it is made.

verdict: error
diagnosis: a task was asked for its result before it was done
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        out, nxt = [], None
        for d, n in jobs:
            t = asyncio.create_task(random_add(d, n))
            out.append(t)
        return [t.result() for t in out]
    return asyncio.run(main())
