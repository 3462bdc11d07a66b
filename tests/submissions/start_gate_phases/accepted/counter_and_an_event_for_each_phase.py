"""A counter of those who are still in the phase; the last one opens the gate of the next."""

import asyncio


async def run_race(step, runners, phases, gate):
    gates = [gate] + [asyncio.Event() for _ in range(phases)]
    left = [runners] * phases

    async def run(runner):
        for phase in range(phases):
            await gates[phase].wait()
            await step(runner, phase)
            left[phase] -= 1
            if not left[phase]:
                gates[phase + 1].set()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
