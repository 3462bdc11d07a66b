"""The last runner of a phase opens a future for the next one."""

import asyncio

async def run_race(step, runners, phases, gate):
    loop = asyncio.get_running_loop()
    opened = [loop.create_future() for _ in range(phases + 1)]
    missing = [runners] * phases
    async def runner(r):
        for p in range(phases):
            await asyncio.shield(opened[p])
            await step(r, p)
            missing[p] -= 1
            if not missing[p]:
                opened[p + 1].set_result(None)
    crew = [asyncio.create_task(runner(r)) for r in range(runners)]
    try:
        await gate.wait()
        opened[0].set_result(None)
        await asyncio.gather(*crew)
    finally:
        for t in crew:
            t.cancel()
        for t in crew:
            while not t.done():
                await asyncio.wait({t})
        for f in opened:
            f.cancel()
