"""Scenarios of loop_doctor: programs with faults, and the state of the interpreter before and after.

A program is a list of [what, argument], done in this order. The steps that block the loop do so by a system call of
which the player knows nothing: here it is the answer that has to notice.
"""

import asyncio
import gc
import logging
import select
import sys
import threading
import traceback
import warnings
from contextlib import contextmanager, suppress
from functools import partial

FIELDS = ("result", "error", "never_awaited", "never_retrieved", "slow_steps", "leftover_tasks")
PAUSE = 0.03
TIDYING = 1.3
LONG = 12


async def forgotten():
    """Never awaited."""


class Kitchen:
    async def brew(self):
        """Never awaited either."""


def block(seconds):
    select.select([], [], [], seconds)


async def blocks(seconds):
    block(seconds)


async def fails(error):
    raise error


def raises(error):
    raise error


class Program:
    """Something to diagnose."""

    def __init__(self, record, faults):
        self.record = record
        self.faults = faults
        self.last = 0

    async def main(self):
        held = []
        for what, argument in self.faults:
            step = getattr(self, what)(argument, held)
            if step is not None:
                await step
            await asyncio.sleep(PAUSE)
        block(self.last)
        return "done"

    def error(self, text):
        error = ValueError(text)
        error.fault = text
        return error

    # Faults.

    def forget(self, times, held):
        for _ in range(times):
            forgotten()

    def forget_method(self, times, held):
        Kitchen().brew()

    def forget_nested(self, times, held):
        async def nested():
            """Never awaited either."""

        nested()

    def forget_in_a_circle(self, times, held):
        circle = [forgotten()]
        circle.append(circle)

    def forget_at_the_end(self, times, held):
        held.append(forgotten())

    async def lose(self, text, held):
        task = asyncio.create_task(fails(self.error(text)))
        await asyncio.sleep(PAUSE)
        del task

    async def lose_held(self, text, held):
        held.append(asyncio.create_task(fails(self.error(text))))

    async def lose_in_a_circle(self, text, held):
        circle = [asyncio.create_task(fails(self.error(text)))]
        circle.append(circle)

    def lose_future(self, text, held):
        asyncio.get_running_loop().create_future().set_exception(self.error(text))

    async def block(self, seconds, held):
        block(seconds)

    async def block_in_a_task(self, seconds, held):
        await asyncio.create_task(blocks(seconds))

    async def block_in_tasks(self, all_seconds, held):
        """Tasks whose steps come one right after the other."""
        await asyncio.gather(*map(blocks, all_seconds))

    async def block_in_a_callback(self, seconds, held):
        asyncio.get_running_loop().call_soon(block, seconds)

    def block_in_a_timer(self, seconds, held):
        asyncio.get_running_loop().call_later(PAUSE / 3, block, seconds)

    def block_at_the_end(self, seconds, held):
        self.last = seconds

    def leave(self, name, held):
        async def left():
            try:
                await asyncio.sleep(LONG)
            except asyncio.CancelledError:
                self.record.event("cancelled", name)
                raise

        held.append(asyncio.create_task(left(), name=name))

    def leave_untidy(self, name, held):
        async def left():
            try:
                await asyncio.sleep(LONG)
            except asyncio.CancelledError:
                self.record.event("tidies up", name)
                await asyncio.sleep(TIDYING)
                self.record.event("has tidied up", name)
                raise

        held.append(asyncio.create_task(left(), name=name))

    def fail(self, text, held):
        raise self.error(text)

    def interrupt(self, text, held):
        raise KeyboardInterrupt(text)

    async def await_cancelled(self, text, held):
        task = asyncio.create_task(asyncio.sleep(LONG))
        task.cancel()
        await task

    # No faults.

    async def sleep(self, seconds, held):
        await asyncio.sleep(seconds)

    async def await_it(self, times, held):
        for _ in range(times):
            await forgotten()

    async def close_it(self, times, held):
        forgotten().close()

    async def look_at_it(self, text, held):
        task = asyncio.create_task(fails(self.error(text)))
        with suppress(ValueError):
            await task

    async def gather_it(self, text, held):
        await asyncio.gather(fails(self.error(text)), forgotten(), return_exceptions=True)

    async def cancel_it(self, name, held):
        task = asyncio.create_task(asyncio.sleep(LONG), name=name)
        await asyncio.sleep(PAUSE)
        task.cancel()
        await asyncio.wait([task])

    async def use_a_thread(self, seconds, held):
        await asyncio.to_thread(block, seconds)

    def fail_in_a_callback(self, text, held):
        asyncio.get_running_loop().call_soon(raises, self.error(text))

    async def many_steps(self, count, held):
        for _ in range(count):
            block(0.01)
            await asyncio.sleep(0)


def examined(exercise, record, programs, **how):
    """One call of diagnose for each program, one after the other."""
    for faults in programs:
        program = Program(record, faults)

        def diagnose(main, **how):
            try:
                report = exercise.diagnose(main, **how)
            except asyncio.CancelledError:
                record.event("a cancellation came out")
                return None
            except KeyboardInterrupt:
                return None
            except BaseException as error:
                name_faults(record, error)
                raise
            if not all(hasattr(report, field) for field in FIELDS):
                return report
            name_faults(record, report.error)
            if isinstance(report.never_retrieved, list | tuple):
                name_faults(record, *report.never_retrieved)
            return {field: getattr(report, field) for field in FIELDS}

        with as_usual():
            before = state()
            record.call_plain(diagnose, program.main, **how)
            after = state()
        record.event("changed", places=sorted(name for name in before if before[name] != after[name]))
        gc.collect()


def name_faults(record, *errors):
    """Not before they are found: who names an error holds it, and with its traceback the frames of those who ran it."""
    for error in errors:
        if isinstance(error, BaseExceptionGroup):
            name_faults(record, *error.exceptions)
        elif hasattr(error, "fault"):
            record.name(error, error.fault)


@contextmanager
def as_usual():
    """While this lasts, Python's warnings are those of any program: the player, who hears them first, stands back.

    And as in many a program, somebody has set filters, hooks and a logger already. They disturb nobody.
    """
    stock = warnings._warn_unawaited_coroutine
    depth = sys.get_coroutine_origin_tracking_depth()
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    logger, handler = logging.getLogger("asyncio"), logging.NullHandler()
    level = logger.level
    warnings._warn_unawaited_coroutine = warn_of
    sys.set_coroutine_origin_tracking_depth(0)
    sys.excepthook, sys.unraisablehook, threading.excepthook = map(partial, hooks)
    logger.addHandler(handler)
    logger.addFilter(everything)
    logger.setLevel(logging.INFO)
    try:
        with warnings.catch_warnings():
            warnings.resetwarnings()
            warnings.simplefilter("default")
            warnings.filterwarnings("ignore", "nobody says this")
            yield
    finally:
        logger.setLevel(level)
        logger.removeFilter(everything)
        logger.removeHandler(handler)
        sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
        sys.set_coroutine_origin_tracking_depth(depth)
        warnings._warn_unawaited_coroutine = stock


def everything(record):
    """A filter of a logger that lets everything through."""
    return True


def warn_of(coroutine):
    """What the module warnings does when a coroutine was never awaited."""
    lines = [f"coroutine '{coroutine.__qualname__}' was never awaited"]
    if coroutine.cr_origin is not None:
        lines.append("\nCoroutine created at (most recent call last)\n")
        places = [(name, line, function, None) for name, line, function in reversed(coroutine.cr_origin)]
        lines += traceback.format_list([traceback.FrameSummary(*place[:3]) for place in places])
    warnings.warn("".join(lines).rstrip("\n"), category=RuntimeWarning, stacklevel=2, source=coroutine)


def state():
    """Everything that a diagnosis may have to change, and must put back."""
    found = {
        "the warning filters": list(warnings.filters),
        "warnings.showwarning": warnings.showwarning,
        "sys.excepthook": sys.excepthook,
        "sys.unraisablehook": sys.unraisablehook,
        "threading.excepthook": threading.excepthook,
        "sys's coroutine origin tracking": sys.get_coroutine_origin_tracking_depth(),
        "the garbage collector": gc.isenabled(),
        "logging.disable": logging.root.manager.disable,
        "sys.stdout": sys.stdout,
        "sys.stderr": sys.stderr,
        "a function of the module warnings": functions(warnings),
        "a function of asyncio": [functions(asyncio), functions(asyncio.tasks), functions(asyncio.events)],
        "asyncio's class Handle": functions(asyncio.Handle),
        "the logger of asyncio's event loops": asyncio.base_events.logger,
        "a class of asyncio's event loops": [*map(functions, asyncio.SelectorEventLoop.__mro__)],
    }
    for name in (None, "asyncio", "py.warnings"):
        logger = logging.getLogger(name)
        who = "the root logger" if name is None else f"the logger {name!r}"
        found[f"the level of {who}"] = logger.level
        found[f"the handlers of {who}"] = list(logger.handlers)
        found[f"the filters of {who}"] = list(logger.filters)
        found[who] = (logger.propagate, logger.disabled)
    return found


def functions(place):
    return {name: value for name, value in vars(place).items() if callable(value)}
