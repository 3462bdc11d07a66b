"""two_workers with other durations, in the other order, and interrupted."""

from kata.judge import seconds
from test_two_workers import BREAD, MILK, explain, one_after_the_other

__all__ = ["explain"]


async def test_it_works_with_workers_of_any_speed(run, rng):
    milk, bread = rng.uniform(0.5, 3), rng.uniform(3.5, 6)
    trace = await run("shopping", jobs={MILK: milk, BREAD: bread})
    assert trace.starts() == {MILK: 0, BREAD: 0}, one_after_the_other(trace) or "both workers must start at once"
    assert trace.ends() == {MILK: milk, BREAD: bread}, "you waited for a duration, not for the workers"
    assert trace.elapsed == seconds(bread), "you waited for a duration, not for the workers"


async def test_the_milk_may_take_longer(run, rng):
    milk, bread = rng.uniform(3.5, 6), rng.uniform(0.5, 3)
    trace = await run("shopping", jobs={MILK: milk, BREAD: bread})
    assert trace.ends() == {MILK: milk, BREAD: bread}, "main must wait for both workers"
    assert trace.elapsed == seconds(milk), "you waited for a duration, not for the workers"


async def test_workers_may_need_no_time_at_all(run):
    trace = await run("shopping", jobs={MILK: 0, BREAD: 0})
    assert trace.endings() == {MILK: "done", BREAD: "done"}, "both workers must have finished when main returns"
    assert trace.elapsed == seconds(0), "main took time although the workers took none"


async def test_a_cancelled_main_ends_cancelled(run):
    trace = await run.play("interrupted", jobs={MILK: 1, BREAD: 2}, cancel_at=0.5)
    trace.allow("leftovers")
    assert trace.cancelled, "main was cancelled, but the cancellation did not come out of it"
    assert trace.elapsed == seconds(0.5), "main was cancelled at 0.5 s but went on"
