"""Each runner is an asynchronous generator, which goes on when it is asked for the next phase."""

import asyncio


async def run_race(step, runners, phases, gate):
    async def runner(r):
        for p in range(phases):
            yield await step(r, p)

    await gate.wait()
    gens = [runner(r) for r in range(runners)]
    for _ in range(phases):
        async with asyncio.TaskGroup() as g:
            for gen in gens:
                g.create_task(advance(gen))
    for gen in gens:
        await gen.aclose()


async def advance(gen):
    await anext(gen)
