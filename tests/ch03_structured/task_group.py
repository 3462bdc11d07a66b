"""Scenarios of task_group: a depot from which things are loaded, and some loads fail or are slow to stop.

A plan says for each name how many seconds its load `takes` (None: it ends without waiting), what it `gives` (its name
in capitals, if not said), as what kind of error it `fails`, if it does, how many seconds it `cleans` up when it is
cancelled, and as what kind of error its cleanup `breaks`, if it does. With `gives_error` it gives an exception object.
"""

import asyncio
import contextlib

ERRORS = {"ValueError": ValueError, "KeyError": KeyError, "TimeoutError": TimeoutError, "OSError": OSError}


async def clean_up(seconds):
    """Takes its time, also when somebody asks a second time to stop."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(end - loop.time())


class Depot:
    """The load function, and what is said meanwhile."""

    def __init__(self, record, plan):
        self.record = record
        self.plan = plan
        self.begun = 0
        self.over = 0

    def say(self, text):
        self.record.event("say", text, begun=self.begun, over=self.over)

    async def load(self, name):
        job = self.plan[name]
        self.begun += 1
        try:
            with self.record.span(name):
                try:
                    if job["takes"] is not None:
                        await asyncio.sleep(job["takes"])
                except asyncio.CancelledError:
                    self.record.event("asked to stop", name)
                    await clean_up(job.get("cleans", 0))
                    if "breaks" in job:
                        raise self.error(job["breaks"], f"the cleanup error of {name}") from None
                    raise
                if "fails" in job:
                    raise self.error(job["fails"], f"the error of {name}")
            if "gives_error" in job:
                return self.error(job["gives_error"], f"the value of {name}")
            return job.get("gives", name.upper())
        finally:
            self.over += 1

    def error(self, kind, text):
        error = ERRORS[kind](text)
        self.record.name(error, text)
        return error


async def loading(exercise, record, plan, names, then=0):
    """load_all, called to its end; `then` seconds pass in which somebody may still be at work."""
    depot = Depot(record, plan)
    await record.call(exercise.load_all, depot.load, names, depot.say)
    await asyncio.sleep(then)


async def again_and_together(exercise, record, plan, lists, together):
    """load_all, called with one list of names after the other, and then with several at a time."""

    async def call(names):
        depot = Depot(record, plan)
        await record.call(exercise.load_all, depot.load, names, depot.say)

    for names in lists:
        await call(names)
    await asyncio.gather(*map(call, together))


async def interrupted(exercise, record, plan, names, cancel_at, then=0):
    """The same, and load_all is cancelled on the way."""
    depot = Depot(record, plan)
    await record.call(exercise.load_all, depot.load, names, depot.say, cancel_at=[cancel_at])
    await asyncio.sleep(then)
