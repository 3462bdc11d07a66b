"""two_workers with other durations, in the other order, several times at once, and interrupted."""

from test_two_workers import BREAD, DURATION, MILK, TOO_LATE, explain, one_after_the_other

from kata.judge import seconds

__all__ = ["explain"]

FEW_TURNS = 40  # of the event loop, for somebody who waits and does not look again and again,
A_FEW_MORE = 10  # and for each second that it takes


def check(trace, jobs):
    """Both began at once, both were waited for, and nothing else was."""
    assert trace.starts() == {MILK: 0, BREAD: 0}, (
        one_after_the_other(trace) or "both workers must start at once"
    )
    assert trace.ends() == jobs, explain(trace) or "a worker was stopped before it had finished"
    assert trace.elapsed == seconds(max(jobs.values())), TOO_LATE


def some_seconds(rng, least, most):
    return round(rng.uniform(least, most), 1)


async def test_it_works_with_workers_of_any_speed(run, rng):
    # The last one gives a main that asks again and again the time to be noticed.
    for milk, bread in [(0.4, 1.45), (some_seconds(rng, 0.5, 2), some_seconds(rng, 13, 14))]:
        jobs = {MILK: milk, BREAD: bread}
        trace = await run("shopping", jobs=jobs)
        check(trace, jobs)
    assert trace.turns < FEW_TURNS + A_FEW_MORE * bread, (
        f"the loop was kept busy: it turned {trace.turns} times, as if somebody asked again and again"
    )


async def test_the_milk_may_take_longer(run, rng):
    for milk, bread in [(5, 2), (some_seconds(rng, 1.5, 2.5), some_seconds(rng, 0.3, 1))]:
        jobs = {MILK: milk, BREAD: bread}
        check(await run("shopping", jobs=jobs), jobs)


async def test_workers_may_need_no_time_at_all(run):
    trace = await run("shopping", jobs={MILK: 0, BREAD: 0})
    assert trace.endings() == {MILK: "done", BREAD: "done"}, (
        explain(trace) or "both workers must have finished when main returns"
    )
    assert trace.elapsed == seconds(0), f"main took time although the workers took none: {DURATION}"


async def test_several_mains_do_not_meet(run, rng):
    milk, bread = some_seconds(rng, 0.5, 1.5), some_seconds(rng, 2, 3)
    trace = await run(
        "households", jobs={"Ann": {MILK: milk, BREAD: bread}, "Bob": {MILK: bread, BREAD: milk}}
    )
    assert trace.starts() == {f"{whose}: {job}": 0 for whose in ("Ann", "Bob") for job in (MILK, BREAD)}, (
        "two mains at the same time must send two workers each, at once: nothing may be kept from one call to the next"
    )
    assert [call.end for call in trace.calls] == [bread, bread], "each main must wait for its own two workers"


async def test_a_cancelled_main_ends_cancelled(run):
    for instant in (0.5, 1.5):  # when both workers are under way, and when one is
        trace = await run.play("interrupted", jobs={MILK: 1, BREAD: 2}, cancel_at=instant)
        trace.allow("leftovers", "warnings")
        assert trace.cancelled, "main was cancelled, but the cancellation did not come out of it"
        assert trace.elapsed == seconds(instant), f"main was cancelled at {instant} s but went on"


async def test_main_can_run_on_another_event_loop_later(run):
    trace = await run("again", jobs={MILK: 0.5, BREAD: 1})
    assert trace.who().count(MILK) == trace.who().count(BREAD) == 2, (
        "each main must send both workers, on whatever event loop it runs"
    )
    assert [call.elapsed for call in trace.calls] == [1, 1], "each main must wait for its own two workers"
