"""Waits for the gate itself; each phase is a task group, whose end is the meeting point."""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        async with asyncio.TaskGroup() as group:
            for runner in range(runners):
                group.create_task(step(runner, phase))
