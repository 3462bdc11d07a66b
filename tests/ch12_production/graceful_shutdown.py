"""Scenarios of graceful_shutdown: jobs of some length, a moment to stop, and signals.

A job is [name, seconds]. `cleans` says how long a job takes to end when it is cancelled, `fails` what some jobs raise
at their end, whether they are cancelled or not.
"""

import asyncio
import builtins
import os
import select
import signal
import threading
from dataclasses import dataclass

PATIENCE = 8  # seconds after which a sleeping loop wakes by itself
AFTERWARDS = 0.4  # seconds that a job goes on for after it has set stop
AFTER_A_SIGNAL = 0.15  # real seconds, in which one that comes again may be heard
POLLS = 120  # of 0.05 real seconds each, for which the sender of a signal waits for an effect


@dataclass
class Job:
    name: str
    seconds: float = 0


def told(summary):
    try:
        return {
            "done": sorted(summary.done),
            "cancelled": sorted(summary.cancelled),
            "unstarted": list(summary.unstarted),
        }
    except (AttributeError, TypeError):
        return summary


async def serving(
    exercise,
    record,
    jobs,
    workers,
    grace,
    stop_at=None,
    stop_by=None,
    fails=None,
    cleans=None,
    cancel_at=(),
    frozen=False,
):
    """One call of serve. `stop_at`: seconds until stop is set, 0 for before; `stop_by`: the job that sets it;
    `frozen`: the jobs are a tuple."""
    stop = asyncio.Event()

    def set_stop():
        record.event("stop")
        stop.set()

    def fail(job):
        if fails and job.name in fails:
            raise getattr(builtins, fails[job.name])(f"{job.name} cannot be done")

    async def handle(job):
        with record.span(job.name):
            try:
                await asyncio.sleep(job.seconds)
            except asyncio.CancelledError:
                if cleans and job.name in cleans:
                    try:
                        await asyncio.sleep(cleans[job.name])
                    except asyncio.CancelledError:
                        record.event("cancelled again", job.name)
                        raise
                fail(job)
                raise
            fail(job)
            if job.name == stop_by:
                set_stop()
                await asyncio.sleep(AFTERWARDS)

    async def serve(jobs, handle, stop, **how):
        return told(await exercise.serve(jobs, handle, stop, **how))

    if stop_at == 0:
        set_stop()
    elif stop_at is not None:
        asyncio.get_running_loop().call_later(stop_at, set_stop)
    given = [Job(name, seconds) for name, seconds in jobs]
    given = tuple(given) if frozen else given
    await record.call(serve, given, handle, stop, workers=workers, grace=grace, cancel_at=cancel_at)
    if [job.name for job in given] != [name for name, _ in jobs]:
        record.event("jobs changed", left=len(given))
    if record.last["leftovers"]:
        await asyncio.sleep(8)  # long enough to see what becomes of them


async def two_services(exercise, record, jobs, grace, stop_at):
    """Two calls of serve at the same time, with one worker each; stop is only set for the first."""

    async def handle(job):
        with record.span(job.name):
            await asyncio.sleep(job.seconds)

    async def services():
        stops = [asyncio.Event() for _ in jobs]
        asyncio.get_running_loop().call_later(stop_at, stops[0].set)
        return await asyncio.gather(
            *(
                exercise.serve([Job(*job) for job in line], handle, stop, workers=1, grace=grace)
                for line, stop in zip(jobs, stops, strict=True)
            )
        )

    async def both():
        return [told(summary) for summary in await services()]

    await record.call(both)


class Signals:
    """Takes the signals first, so that one which nobody listens to does not kill the process."""

    def __init__(self, record, names):
        self.record = record
        self.numbers = [signal.Signals[name] for name in names]

    def __enter__(self):
        self.before = {number: signal.signal(number, self.unheard) for number in self.numbers}
        return self

    def __exit__(self, *exc_info):
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def unheard(self, number, frame):
        self.record.event("unheard", signal.Signals(number).name)

    def send(self, number):
        self.record.event("sent", signal.Signals(number).name)
        os.kill(os.getpid(), number)


async def stopped_by_a_signal(exercise, record, names, sent):
    """A service whose first job sends signals to its own process, and goes on until it sees that stop is set."""
    with Signals(record, names) as signals:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        record.call_plain(exercise.stop_on_signals, loop, stop, *signals.numbers)
        if stop.is_set():
            record.event("already set")

        async def handle(job):
            with record.span(job.name):
                for name in sent:
                    signals.send(signal.Signals[name])
                    try:
                        async with asyncio.timeout(PATIENCE):
                            await stop.wait()
                    except TimeoutError:
                        stop.set()
                    else:
                        await asyncio.sleep(AFTER_A_SIGNAL)
                        record.event("heard" if stop.is_set() else "taken back", name)

        async def serve(jobs, handle, stop, **how):
            return told(await exercise.serve(jobs, handle, stop, **how))

        await record.call(serve, [Job("first"), Job("second")], handle, stop, workers=1, grace=5)
        for number in signals.numbers:
            loop.remove_signal_handler(number)


async def asleep(exercise, record, name):
    """A signal comes while the event loop sleeps, and has nothing to do for a long time."""
    with Signals(record, [name]) as signals:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        (number,) = signals.numbers
        record.call_plain(exercise.stop_on_signals, loop, stop, number)
        if stop.is_set():
            record.event("already set")
        woken = []

        def sender():
            real_pause(0.2)
            signals.send(number)
            for _ in range(POLLS):  # without letting any clock pass that is not the machine's own
                if woken:
                    break
                real_pause(0.05)

        thread = threading.Thread(target=sender)
        thread.start()
        try:
            async with asyncio.timeout(PATIENCE):
                await stop.wait()
        except TimeoutError:
            record.event("slept on")
        else:
            record.event("heard", name)
        woken.append(True)
        while thread.is_alive():  # to join it would block the loop
            await asyncio.sleep(0.05)
        loop.remove_signal_handler(number)


def real_pause(seconds):
    select.select([], [], [], seconds)


def before_the_loop_runs(exercise, record, name):
    """stop_on_signals is called for a loop that does not run yet."""
    loop = asyncio.new_event_loop()
    with Signals(record, [name]) as signals:
        stop = asyncio.Event()
        (number,) = signals.numbers
        record.call_plain(exercise.stop_on_signals, loop, stop, number)
        if stop.is_set():
            record.event("already set")

        async def main():
            signals.send(number)
            try:
                async with asyncio.timeout(PATIENCE):
                    await stop.wait()
                    record.event("heard", name)
            except TimeoutError:
                pass
            loop.remove_signal_handler(number)

        if record.last["error"] is None:
            loop.run_until_complete(main())
    loop.close()
