"""Scenarios of background_tasks: errands that are run in the background.

A plan says for each errand how many seconds it `takes`, as what kind of error it `fails`, if it does, what is
`cancelled` in the end, "it" or "what it awaits", and which other errands it `spawns` as its last act.
"""

import asyncio
import gc
import weakref

ERRORS = {
    "ValueError": ValueError,
    "KeyError": KeyError,
    "TimeoutError": TimeoutError,
    "OSError": OSError,
    "ExceptionGroup": lambda text: ExceptionGroup(text, [OSError(text), ValueError(text)]),
}


class Errands:
    """The coroutines to be spawned."""

    def __init__(self, record, plan):
        self.record = record
        self.plan = plan

    async def run(self, name, background):
        errand = self.plan[name]
        with self.record.span(name):
            await asyncio.sleep(errand["takes"])
            for other in errand.get("spawns", []):
                background.spawn(self.run(other, background))
            if errand.get("cancelled") == "what it awaits":
                future = asyncio.get_running_loop().create_future()
                future.cancel()
                await future
            if errand.get("cancelled") == "it":
                asyncio.current_task().cancel()
                await asyncio.sleep(0.1)
            if "fails" in errand:
                error = ERRORS[errand["fails"]]("it went wrong")  # two errors may look alike
                self.record.name(error, f"the error of {name}")
                raise error


async def running(exercise, record, plan, names, wait=0, late=(), then=1):
    """Spawns errands, looks at the errors after `wait` seconds, and closes; `late` errands are spawned during that.

    `late`: pairs of a name and the second at which it is spawned. `then` seconds pass in which errands may go on.
    """
    background, errands = exercise.Background(), Errands(record, plan)
    for name in names:
        background.spawn(errands.run(name, background))
    record.event("spawned")
    await asyncio.sleep(wait)
    record.event("before close", errors=list(background.errors))

    async def come_late(name, at):
        await asyncio.sleep(at)
        background.spawn(errands.run(name, background))

    for name, at in late:
        record.background(come_late(name, at))
    await record.call(background.close)
    record.event("after close", errors=list(background.errors))
    await asyncio.sleep(then)


async def alone(exercise, record):
    """A coroutine waits for something that nobody but itself knows of, and the garbage is collected."""
    background, known = exercise.Background(), []

    async def wait():
        future = asyncio.get_running_loop().create_future()
        known.append(weakref.ref(future))
        with record.span("the lonely one"):
            await future

    background.spawn(wait())
    await asyncio.sleep(0.5)
    gc.collect()
    future = known[0]() if known else None
    record.event("looked", alive=future is not None)
    if future is not None:
        future.set_result(None)
        del future
        await record.call(background.close)


async def bringing(exercise, record, count):
    """Coroutines that return something, and a look at how much of it is still there when all of them are over."""

    class Parcel:
        pass

    background, known, tasks = exercise.Background(), [], []

    async def bring():
        tasks.append(weakref.ref(asyncio.current_task()))
        await asyncio.sleep(0.1)
        parcel = Parcel()
        known.append(weakref.ref(parcel))
        return parcel

    for _ in range(count):
        background.spawn(bring())
    await asyncio.sleep(0.5)
    gc.collect()
    kept = sum(parcel() is not None for parcel in known)
    held = sum((task := ref()) is not None and task.done() for ref in tasks)
    record.event("looked", brought=len(known), kept=kept, held=held)
    await record.call(background.close)


async def two(exercise, record, plan):
    """Two objects: the first one runs "short", the second one "long"; the first one is closed first."""
    first, second, errands = exercise.Background(), exercise.Background(), Errands(record, plan)
    first.spawn(errands.run("short", first))
    second.spawn(errands.run("long", second))
    await record.call(first.close)
    record.event("first closed", errors=list(first.errors))
    await record.call(second.close)
    record.event("both closed", first=list(first.errors), second=list(second.errors))


async def interrupted(exercise, record, plan, names, cancel_at, then):
    """close is cancelled while errands are on their way."""
    background, errands = exercise.Background(), Errands(record, plan)
    for name in names:
        background.spawn(errands.run(name, background))
    await record.call(background.close, cancel_at=[cancel_at])
    await asyncio.sleep(then)
