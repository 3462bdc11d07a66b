"""A runner who falls breaks the barrier and cancels the others; his error alone comes out."""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)
    tasks = []
    causes = []

    async def run(runner):
        try:
            await gate.wait()
            for phase in range(phases):
                await step(runner, phase)
                await barrier.wait()
        except asyncio.CancelledError:
            raise
        except Exception as error:
            if not isinstance(error, asyncio.BrokenBarrierError):
                causes.append(error)
            await barrier.abort()
            for task in tasks:
                if task is not asyncio.current_task():
                    task.cancel()

    tasks += [asyncio.create_task(run(runner)) for runner in range(runners)]
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        raise
    if causes:
        raise causes[0]
