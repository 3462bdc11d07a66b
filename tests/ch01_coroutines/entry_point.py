"""Scenarios of entry_point: one job alone, and whole programs that own their event loop."""

import asyncio
import builtins
import functools
import inspect


async def one_job(exercise, record, delay, numbers, cancel_at=(), beside=None):
    """random_add, awaited on a loop that runs already; `beside`: the delay of another one, which is under way."""

    async def another():
        await exercise.random_add(beside, numbers)

    if beside is not None:
        record.background(another())
        await asyncio.sleep(0)
    await record.call(exercise.random_add, delay, numbers, cancel_at=cancel_at)


def loaded(exercise, record):
    """The file is loaded, and that is all."""


def program(exercise, record, jobs, times=1):
    """A program whose entry point is run_all; no loop runs when it is called."""
    watch_random_add(exercise, record)
    for _ in range(times):
        record.call_plain(exercise.run_all, [(delay, numbers) for delay, numbers in jobs])


def failing_program(exercise, record, jobs, bad, error):
    """The same; the last number of job `bad` cannot be added."""
    watch_random_add(exercise, record)
    error = getattr(builtins, error)("this number is rotten")
    record.name(error, "the error of the job")
    rotten = Rotten(error)
    given = [(delay, [1, rotten] if at == bad else numbers) for at, (delay, numbers) in enumerate(jobs)]
    record.call_plain(exercise.run_all, given)


def watch_random_add(exercise, record):
    """Every random_add that run_all begins is noted as a span, if it finds it by its name."""
    names = getattr(exercise.run_all, "__globals__", {})
    random_add = names.get("random_add")
    if not inspect.iscoroutinefunction(random_add):
        return

    @functools.wraps(random_add)
    async def watched(*args, **kwargs):
        delay = args[0] if args else kwargs.get("delay")
        with record.span(f"random_add({delay})"[:40]):
            return await random_add(*args, **kwargs)

    names["random_add"] = watched


class Rotten:
    """A number that raises as soon as somebody calculates with it."""

    def __init__(self, error):
        self.error = error

    def spoil(self, *other):
        raise self.error

    __add__ = __radd__ = __int__ = __float__ = __index__ = spoil
