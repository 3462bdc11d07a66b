"""virtual_clock with other programs, other numbers, and run again."""

import asyncio

from test_virtual_clock import (
    AT_ONCE,
    RESULT,
    check_closed,
    check_deadlock,
    check_left,
    check_notes,
    check_result,
    check_told,
    explain,
    near,
    virtually,
)

__all__ = ["explain"]


async def test_random_workers(run, rng):
    async def one(count):
        jobs = [[f"job {number}", round(rng.uniform(0, 900), 3)] for number in range(count)]
        trace = await virtually(run, "workers", jobs=jobs)
        begins = {f"{name} begins": 0 for name, _ in jobs}
        check_notes(trace, begins | {f"{name} ends": cost for name, cost in jobs})
        check_result(trace, [name for name, _ in jobs], max(cost for _, cost in jobs))

    await asyncio.gather(*(one(count) for count in (1, 5, 40)))


async def test_random_sleeps(run, rng):
    delays = [round(rng.uniform(0.01, 3), 5) for _ in range(30)]
    trace = await virtually(run, "sleeping", delays=delays)
    times, now = {}, 0
    for delay in delays:
        now += delay
        times[f"after {delay}"] = now
    check_notes(trace, times)
    check_result(trace, "slept", now)


async def test_long_and_short_sleeps(run):
    trace = await virtually(run, "workers", jobs=[["long", 5000], ["short", 0.003], ["none", 0]])
    check_notes(trace, {"none ends": 0, "short ends": 0.003, "long ends": 5000})
    check_result(trace, ["long", "short", "none"], 5000)
    assert float(trace.elapsed) < AT_ONCE, "virtual time must jump, however far it is"


async def test_no_sleep_at_all(run):
    trace = await virtually(run, "sleeping", delays=[])
    check_result(trace, "slept", 0)


async def test_cancelled_timers_do_not_count(run):
    trace = await virtually(run, "cancelled_timers")
    check_notes(trace, {"end": 2})
    check_result(trace, None, 2)


async def test_a_deadlock_of_many(run):
    names = [f"philosopher {number}" for number in range(5)]
    trace = await virtually(run, "stuck", play=True, names=names, before=0)
    check_deadlock(trace, names)


async def test_a_task_that_tidies_up_for_ever(run):
    trace = await virtually(run, "leaving", play=True, cleaning=None)
    trace.allow("warnings")  # a task that cannot end is left to Python
    check_told(trace, ["tidying"])
    check_closed(trace)


async def test_errors_that_look_like_something_else(run):
    for kind in ("TimeoutError", "RuntimeError"):
        trace = await virtually(run, "leaving", play=True, cleaning=0, fails=kind)
        assert trace.error is not None and trace.error.known == "the error of coro", (
            f"an exception of coro must come out of run_virtual, as it is: it was a {kind}"
        )
        check_left(trace, 1)
    trace = await virtually(run, "leaving", cleaning=0, fails="SystemExit")
    trace.allow("warnings")
    assert trace.happened("SystemExit came out"), (
        "coro raised SystemExit, and it did not come out of run_virtual"
    )
    check_left(trace, 1)


async def test_one_of_several_fails_while_it_tidies_up(run):
    trace = await virtually(run, "leaving_several", play=True, cleaning=[1, 2, 3])
    trace.allow("warnings")
    assert trace.error is None or trace.error.text != "the error of a task that was left", (
        "a task that was left failed while it tidied up, and its exception came out of run_virtual: coro had none"
    )
    tidied = [event.who for event in trace.happened("note")]
    assert len(tidied) == 3, (
        "one of the tasks that were left failed while it tidied up, and the others got no more time for that"
    )
    check_notes(trace, {f"task {number} has tidied up": 1 + number for number in (1, 2, 3)})
    assert isinstance(trace.result, tuple) and trace.result[0] == "left", RESULT
    check_closed(trace)


async def test_tidying_up_takes_virtual_time(run):
    trace = await virtually(run, "leaving", cleaning=30)
    check_left(trace, 31)
    assert isinstance(trace.result, tuple) and trace.result[0] == "left", RESULT
    assert near(trace.result[1], 1), (
        f"coro returned after 1 virtual second, and run_virtual said {trace.result[1]}: what others need to tidy up "
        "comes after that"
    )
    trace = await virtually(run, "leaving", play=True, cleaning=30, fails="KeyError")
    check_left(trace, 31)
    assert float(trace.elapsed) < AT_ONCE, "what is left tidies up in virtual time, too"


async def test_each_run_has_a_time_of_its_own(run):
    trace = await virtually(run, "sleeping", delays=[2.5], times=3)
    results = [call.result for call in trace.calls]
    assert all(isinstance(result, tuple) and len(result) == 2 for result in results), RESULT
    assert all(near(seconds, 2.5) for _, seconds in results), (
        "each run_virtual begins anew: its seconds are those of its own coroutine"
    )
    check_closed(trace)
