"""Scenarios of predict_the_loop: what the answer predicts, and then what the program really does.

The programs are played here and nowhere described: the test compares the two. Nothing is played, and so nothing is
drawn, before the answer has predicted something.
"""

import asyncio
from contextlib import nullcontext

LONG = 0.2  # seconds that no prediction needs: whoever takes longer is not asked for more


def predicted(record, function, *args, **kwargs):
    """Asks for a prediction; whether there is one, and it has taken no time."""
    began = record.now
    value = record.call_plain(function, *args, **kwargs)
    record.event("predicted", value=plain(value))
    return record.last["ending"] == "returned" and record.now - began < LONG


def plain(value):
    """The same in lists, whatever kinds of lists and (named) tuples it was made of."""
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def timetables(exercise, record, cases, concurrent):
    """Predictions for several lists of delays, then the jobs themselves."""
    if not all(predicted(record, exercise.timetable, delays, concurrent=concurrent) for delays in cases):
        return
    asyncio.run(_all(record, [_jobs(record, delays, concurrent, len(cases) == 1) for delays in cases]))


async def _jobs(record, delays, concurrent, drawn):
    began = record.now
    rows = [None] * len(delays)
    finished = []

    drawing = record.span if drawn else _no_span

    async def job(at, delay):
        start = record.now - began
        with drawing(f"job {at + 1}"):
            await asyncio.sleep(delay)
        finished.append(at)
        rows[at] = (start, record.now - began, len(finished))

    if concurrent:
        await asyncio.gather(*[job(at, delay) for at, delay in enumerate(delays)])
    else:
        for at, delay in enumerate(delays):
            await job(at, delay)
    return rows


def programs_03(exercise, record, cases, scale=1):
    """Predictions for pairs of delays, then the program; `scale` makes its seconds shorter."""
    if not all(predicted(record, exercise.program_03, *delays) for delays in cases):
        return
    asyncio.run(_all(record, [_program_03(record, *delays, scale, len(cases) == 1) for delays in cases]))


async def _program_03(record, delay1, delay2, scale, drawn):
    lines = []
    drawing = record.span if drawn else _no_span

    async def worker(delay, name):
        with drawing(name):
            lines.append(f"{name} start")
            await asyncio.sleep(delay * scale)
            lines.append(f"{name} done")

    async def main():
        with drawing("main"):
            task1 = asyncio.create_task(worker(delay1, "milk"))
            task2 = asyncio.create_task(worker(delay2, "bread"))
            lines.append("scheduled")
            await task1
            lines.append("main: task1")
            await task2
            lines.append("main: task2")

    await main()
    return lines


def _no_span(who):
    return nullcontext()


def late_or_early(exercise, record, cases):
    """Predictions for (n, own, other, as_tasks), then the program with the loop for itself."""
    for *numbers, as_tasks in cases:
        if not predicted(record, exercise.late_or_early, *numbers, as_tasks=as_tasks):
            return
    for n, own, other, as_tasks in cases:
        asyncio.run(_late_or_early(record, n, own, other, as_tasks))


async def _late_or_early(record, n, own, other, as_tasks):
    began = record.now
    requests = [asyncio.sleep(own) for _ in range(n)]
    if as_tasks:
        requests = [asyncio.create_task(request) for request in requests]
    number = len(asyncio.all_tasks())
    await asyncio.sleep(other)
    await asyncio.gather(*requests)
    record.event("happened", value=(number, record.now - began))


def program_ab(exercise, record):
    """The lines that the answer has written down, then the program."""
    record.event("predicted", value=plain(exercise.PROGRAM_AB))
    if not exercise.PROGRAM_AB:
        return
    lines = []

    async def A():
        with record.span("A"):
            lines.append("a")
            lines.append("b")
            await C()
            lines.append("d")

    async def B():
        with record.span("B"):
            lines.append("x")
            lines.append("y")

    async def C():
        with record.span("C"):
            lines.append("c start")
            await asyncio.sleep(1)
            lines.append("c done")

    async def main():
        await asyncio.gather(A(), B())

    asyncio.run(main())
    record.event("happened", value=lines)


def claims(exercise, record):
    """What the answer holds to be true."""
    record.event("claims", value=exercise.CLAIMS)


async def _all(record, programs):
    for value in await asyncio.gather(*programs):
        record.event("happened", value=value)
