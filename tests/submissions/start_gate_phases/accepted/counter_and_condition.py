"""A condition and the number of steps that are over; the tasks are ended by hand."""

import asyncio


async def run_race(step, runners, phases, gate):
    over = 0
    changed = asyncio.Condition()

    async def run(runner):
        nonlocal over
        await gate.wait()
        for phase in range(phases):
            async with changed:
                await changed.wait_for(lambda: over >= phase * runners)
            await step(runner, phase)
            async with changed:
                over += 1
                changed.notify_all()

    tasks = [asyncio.create_task(run(runner)) for runner in range(runners)]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    for task in done:
        task.result()
