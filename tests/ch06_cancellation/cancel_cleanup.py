"""Scenarios of cancel_cleanup: a source that takes time to close, and tasks that end in many ways.

A task says how many seconds it `works`, what it `gives` then, as what kind of error it `fails`, if it does; and of what
it does when it is asked to end: how many seconds it `cleans` up, as what kind of error the cleanup `breaks`, or how
many seconds it goes on to `finish` its work first. A `stubborn` one takes no notice when it is asked again. With
`gives_error` its result is an exception, of that kind.
"""

import asyncio


class Alarm(BaseException):
    """An error of an odd kind."""


ERRORS = {
    "ValueError": ValueError,
    "KeyError": KeyError,
    "TimeoutError": TimeoutError,
    "OSError": OSError,
    "Alarm": Alarm,
}


class Source:
    """Gives the first of `items`, else "item 1", after the first of `gaps`, and so on; then nothing any more."""

    def __init__(self, record, gaps, closing, items=()):
        self.record = record
        self.gaps = gaps
        self.closing = closing
        self.items = items
        self.reads = 0

    async def read(self):
        self.reads += 1
        with self.record.span(f"read {self.reads}"):
            if self.reads > len(self.gaps):
                await asyncio.get_running_loop().create_future()
            await asyncio.sleep(self.gaps[self.reads - 1])
            return self.items[self.reads - 1] if self.reads <= len(self.items) else f"item {self.reads}"

    async def close(self):
        with self.record.span("close"):
            await asyncio.sleep(self.closing)


def error(record, kind, name):
    raised = ERRORS[kind](name)
    record.name(raised, name)
    return raised


async def work(
    record,
    who,
    works=0,
    gives=None,
    gives_error=None,
    fails=None,
    cleans=None,
    breaks=None,
    finish=None,
    stubborn=False,
):
    """One of the tasks that get stopped."""
    with record.span(who):
        try:
            await asyncio.sleep(works)
        except asyncio.CancelledError:
            record.event("asked", who)
            try:
                await asyncio.sleep(finish or cleans or 0)
            except asyncio.CancelledError:
                record.event("asked", who)
                if not stubborn:
                    raise
            if breaks is not None:
                raise error(record, breaks, f"the cleanup error of {who}") from None
            if finish is None:
                raise
        if fails is not None:
            raise error(record, fails, f"the error of {who}")
    return gives if gives_error is None else error(record, gives_error, f"the result of {who}")


async def consuming(exercise, record, gaps, closing, cancel_at, items=()):
    """consume, until it is cancelled."""
    log = []
    await record.call(exercise.consume, Source(record, gaps, closing, items), log, cancel_at=[cancel_at])
    record.event("log", items=list(log))
    if record.last["leftovers"]:
        await asyncio.sleep(2 * closing)  # long enough to see what becomes of them


async def consuming_under_a_limit(exercise, record, gaps, closing, limit):
    """consume, until its caller's time is over."""
    log = []

    async def caller():
        async with asyncio.timeout(limit):
            await exercise.consume(Source(record, gaps, closing), log)

    await record.call(caller)
    record.event("log", items=list(log))


async def stopping_a_consumer(exercise, record, gaps, closing, after):
    """stop, for a task that runs consume."""
    log = []
    task = record.background(exercise.consume(Source(record, gaps, closing), log), "consumer")
    await asyncio.sleep(after)
    await record.call(exercise.stop, task)
    record.event("stopped", over=task.done(), cancelled=task.cancelled(), log=list(log))
    if not task.done():
        await asyncio.wait({task})


async def stopping(exercise, record, task, after=None, cancel_at=()):
    """stop, for a task that has been at work for `after` seconds; None: it has not begun."""
    doomed = record.background(work(record, "task", **task), "task")
    if after is not None:
        await asyncio.sleep(after)
    await record.call(exercise.stop, doomed, cancel_at=cancel_at)
    record.event("back", over=doomed.done())
    await over(doomed)


async def stopping_a_task_that_strikes_back(exercise, record, task):
    """stop, for a task that cancels the caller of stop as the last thing it does."""

    async def striking():
        try:
            return await work(record, "task", **task)
        finally:
            caller.cancel()

    doomed = record.background(striking(), "task")
    await asyncio.sleep(0.2)
    caller = record.background(record.call(exercise.stop, doomed), "caller")
    await over(caller)
    await over(doomed)


async def stopping_a_cancelled_one(exercise, record, task, after, cleaned):
    """stop, for a task that somebody else has cancelled, and that has had `cleaned` seconds to clean up."""
    doomed = record.background(work(record, "task", **task), "task")
    await asyncio.sleep(after)
    doomed.cancel()
    await asyncio.sleep(cleaned)
    await record.call(exercise.stop, doomed)
    record.event("back", over=doomed.done())
    await over(doomed)


async def stopping_in_a_finally(exercise, record, tasks, cancel_at):
    """An owner of several tasks, who stops them one after the other when it is cancelled, maybe more than once."""
    doomed = {who: record.background(work(record, who, **task), who) for who, task in tasks.items()}

    async def owner():
        try:
            with record.span("owner"):
                await asyncio.sleep(60)
        finally:
            for who, task in doomed.items():
                value = await exercise.stop(task)
                record.event("stopped", who, value=value, over=task.done())

    await record.call(owner, cancel_at=cancel_at)
    for task in doomed.values():
        task.cancel()
        await over(task)


async def over(task):
    await asyncio.wait({task})
    if not task.cancelled():
        task.exception()
