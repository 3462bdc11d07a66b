"""Does the shortest job first, and sorts the sums afterwards.

verdict: failed
diagnosis: each job must begin when the one before it is done
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        out = [None] * len(jobs)
        for i in sorted(range(len(jobs)), key=lambda i: jobs[i][0]):
            out[i] = await random_add(*jobs[i])
        return out
    return asyncio.run(main())
