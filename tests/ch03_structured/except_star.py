"""Scenarios of except_star: work that fails with one error, or with many at once.

What the work raises is given as a tree: a list is a group of its items, and a text is the error of that name, whose
first letter says its kind: "v" is a ValueError, "n" a subclass of it, "o" an OSError, "t" a TypeError, "c" a
CancelledError. Errors of a kind look alike.
"""

import asyncio


class BadNumber(ValueError):
    """A kind of ValueError."""


KINDS = {"v": ValueError, "n": BadNumber, "o": OSError, "t": TypeError, "c": asyncio.CancelledError}


def grow(record, tree, level=1):
    """The exception that a tree stands for."""
    if isinstance(tree, list):
        return ExceptionGroup(f"level {level}", [grow(record, member, level + 1) for member in tree])
    error = KINDS[tree[0]](tree[0])
    record.name(error, tree)
    return error


def told(record, who=None):
    """The handler: what it is told is written down."""

    def on_value_errors(errors):
        record.event("told", who, errors=errors)

    return on_value_errors


async def failing(exercise, record, tree):
    """The work takes a second, and raises."""

    async def work():
        with record.span("work"):
            await asyncio.sleep(1)
            raise grow(record, tree)

    await record.call(exercise.triage, work, told(record))


async def failing_again(exercise, record, first, again, together):
    """A work fails, then another one, and then several at the same time."""

    async def call(who, tree):
        async def work():
            with record.span("work"):
                await asyncio.sleep(1)
                raise grow(record, tree)

        await record.call(exercise.triage, work, told(record, who))

    await call("first", first)
    await call("again", again)
    await asyncio.gather(*(call(str(number), tree) for number, tree in enumerate(together)))


async def working(exercise, record, value):
    """The work takes a second, and gives a value."""

    async def work():
        with record.span("work"):
            await asyncio.sleep(1)
        return value

    await record.call(exercise.triage, work, told(record))


async def giving_an_error(exercise, record):
    """The work gives a ValueError as its value; it raises nothing."""

    async def work():
        with record.span("work"):
            value = ValueError("v1")
            record.name(value, "v1")
            return value

    await record.call(exercise.triage, work, told(record))


async def failing_tasks(exercise, record, errors):
    """The work runs a TaskGroup, all tasks of which fail at the same instant."""
    gong = asyncio.Event()

    async def fail(name):
        with record.span(name):
            await gong.wait()
            raise grow(record, name)

    async def work():
        async with asyncio.TaskGroup() as group:
            for name in errors:
                group.create_task(fail(name))
            await asyncio.sleep(1)
            gong.set()

    await record.call(exercise.triage, work, told(record))


async def interrupted(exercise, record, cancel_at):
    """triage is cancelled while the work goes on."""

    async def work():
        with record.span("work"):
            await asyncio.sleep(2)

    await record.call(exercise.triage, work, told(record), cancel_at=[cancel_at])
