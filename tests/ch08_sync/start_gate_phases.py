"""Scenarios of start_gate_phases: runners, and somebody who opens the gate.

`durations` has a list for each runner, with the seconds of each of his phases. `opens` is when the gate is set (0: it
is set already; None: never), `closes` when it is cleared again, if it is, and `reopens` when it is set once more.
`fails` lists the steps that end by an error, as [runner, phase]; `cleanup` says how many seconds a runner's step takes
to end when it is cancelled.
"""

import asyncio
from contextlib import suppress

TURNS = 5  # of the event loop, in which a task that was cancelled comes to its end


async def clean_up(seconds):
    """Takes its time, also when somebody asks a second time to stop."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(end - loop.time())


async def race(
    exercise, record, durations, opens, phases, fails=(), cleanup=None, closes=None, reopens=None, **how
):
    """One call of run_race. Each step is a span: "0 in phase 1"."""
    gate = asyncio.Event()
    errors = {}
    for runner, phase in fails:
        errors[runner, phase] = RuntimeError(f"runner {runner} fell in phase {phase}")
        record.name(errors[runner, phase], f"the error of runner {runner}")

    async def step(runner, phase):
        if runner not in range(len(durations)) or phase not in range(phases):
            record.event("no such step", runner=runner, phase=phase)
            return
        with record.span(f"{runner} in phase {phase}", runner=runner, phase=phase, gate=gate.is_set()):
            try:
                await asyncio.sleep(durations[runner][phase])
            except asyncio.CancelledError:
                if cleanup:
                    await clean_up(cleanup[runner])
                raise
            if (runner, phase) in errors:
                raise errors[runner, phase]

    def open_gate():
        record.event("the gate opens")
        gate.set()

    if opens == 0:
        open_gate()
    elif opens is not None:
        asyncio.get_running_loop().call_later(opens, open_gate)
    if closes is not None:
        asyncio.get_running_loop().call_later(closes, gate.clear)
        asyncio.get_running_loop().call_later(reopens, gate.set)
    before = asyncio.all_tasks()
    await record.call(exercise.run_race, step, len(durations), phases, gate, **how)
    for _ in range(TURNS):
        await asyncio.sleep(0)
    record.event("a little later", left=len(asyncio.all_tasks() - before))


async def two_races(exercise, record, races, phases, opens):
    """Races of different sizes at the same gate; `races`: their runners, and the seconds of a phase."""
    gate = asyncio.Event()

    async def one(number, runners, seconds):
        async def step(runner, phase):
            with record.span(f"runner {runner} of race {number} in phase {phase}"):
                await asyncio.sleep(seconds)

        await record.call(exercise.run_race, step, runners, phases, gate)

    asyncio.get_running_loop().call_later(opens, gate.set)
    await asyncio.gather(*(one(number, *race) for number, race in enumerate(races)))
    record.event("both are over", gate=gate.is_set())
