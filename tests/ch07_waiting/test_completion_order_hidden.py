"""completion_order with other jobs, values and errors, equal instants, and consumers who leave at any moment."""

import asyncio

from test_completion_order import (
    CLEANING,
    FAILING,
    PLAN,
    after_the_end,
    at,
    check_closed,
    check_outcomes,
    check_the_end,
    check_the_jobs,
    due,
    explain,
    pairs,
    plain,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_without_jobs(run):
    trace = await run("consuming", plan=[])
    assert pairs(trace) == [], "without jobs there are no outcomes"
    check_the_end(trace, 0)


async def test_any_number_of_jobs(run, rng):
    async def check(count, scenario="consuming"):
        steps = rng.sample(range(count), count)
        plan = [{"takes": round(0.437 + 0.413 * step, 3), "gives": f"value {step}"} for step in steps]
        for number in rng.sample(range(count), count // 3):
            plan[number]["fails"] = rng.choice(["ValueError", "KeyError", "TimeoutError", "OSError"])
        trace = await run(scenario, plan=plan)
        check_outcomes(trace, due(plan))
        check_the_jobs(trace, plan)
        check_the_end(trace, max(job["takes"] for job in plan))

    await asyncio.gather(*map(check, (1, 4, 7)), check(24, "consuming_to_the_end_and_beyond"))


async def test_jobs_that_are_over_at_the_same_instant(run):
    plan = [{"takes": takes, "gives": takes} for takes in (0.8, 0.4, 0.4, 0.8, 0.4)]
    plan[1] = {"takes": 0.4, "fails": "TimeoutError"}
    trace = await run.shuffled("consuming", plan=plan)
    assert trace.call.error is None, explain(trace)
    check_outcomes(trace, due(plan))
    check_the_jobs(trace, plan)
    check_the_end(trace, 0.8)


async def test_jobs_that_do_not_wait(run):
    plan = [{"takes": None, "gives": "a"}, {"takes": None, "fails": "KeyError"}, {"takes": 0.5, "gives": "c"}]
    trace = await run("consuming", plan=plan)
    check_outcomes(trace, due(plan))
    check_the_jobs(trace, plan)
    check_the_end(trace, 0.5)


async def test_any_exception_is_an_outcome(run):
    plan = [{"takes": 0.3, "fails": "StopAsyncIteration"}, {"takes": 0.6, "fails": "ExceptionGroup"}]
    plan.append({"takes": 0.9, "gives": "last"})
    trace = await run("consuming", plan=plan)
    check_outcomes(trace, due(plan))
    check_the_end(trace, 0.9)


async def test_values_may_be_anything(run):
    values = [None, 0, "", False, [], None]
    plan = [{"takes": 0.3, "gives": value} for value in values]
    trace = await run("consuming", plan=plan)
    check_outcomes(trace, due(plan))
    check_the_end(trace, 0.3)


async def test_an_exception_that_is_returned_is_a_value(run):
    trace = await run("giving_an_error")
    assert [plain(event.data["pair"][1]) for event in trace.happened("outcome") if pairs(trace)] == [
        "the returned exception"
    ], "an exception that a job returns is its value"


async def test_the_same_job_may_stand_there_twice(run):
    takes = [0.9, 0.3, 0.6]
    trace = await run("the_same_job", takes=takes)
    assert trace.who() == ["call 0", "call 1", "call 2"], (
        "jobs held one function three times, and it must be called once for each place"
    )
    found = pairs(trace)
    assert sorted(number for _, number, _ in found) == [0, 1, 2], (
        "one function stood in jobs three times: a function does not tell which place it stands at"
    )
    assert [(when, outcome) for when, _, outcome in found] == [(0.3, 0.3), (0.6, 0.6), (0.9, 0.9)], (
        "each outcome must come as soon as it is there"
    )


async def test_a_consumer_who_asks_late(run):
    trace = await run("consuming", plan=PLAN, wait=0.5, pause=0.4)
    check_the_jobs(trace, PLAN)
    begin = min(trace.starts().values())
    check_outcomes(trace, {number: (begin + when, outcome) for number, (when, outcome) in due(PLAN).items()})


async def test_two_streams_at_once(run):
    plans = [PLAN, FAILING]
    trace = await run("two_streams", plans=plans)
    for number, plan in enumerate(plans):
        check_outcomes(trace, due(plan), f"consumer {number}")
    assert trace.elapsed == seconds(3), "two streams have nothing to do with each other"


async def test_closed_after_any_number_of_outcomes(run):
    async def check(stop_after, stop):
        trace = await run("consuming", plan=CLEANING, stop_after=stop_after, then=2)
        assert len(pairs(trace)) == stop_after, "an outcome must come as soon as it is there"
        check_closed(trace, CLEANING, stop)

    await asyncio.gather(check(2, 1.4), check(3, 2.1))


async def test_closed_before_anything_was_asked_for(run):
    async def check(wait):
        trace = await run("consuming", plan=CLEANING, stop_after=0, wait=wait, then=3)
        assert not trace.leftovers, after_the_end(trace)
        late = [span.who for span in trace.spans if span.end > trace.call.end or span.ending == "done"]
        assert late == [], after_the_end(trace)

    await asyncio.gather(check(0), check(0.5))


async def test_errors_that_nobody_has_asked_for(run):
    plan = [
        {"takes": 0.4, "gives": "first"},
        {"takes": 0.4, "fails": "ValueError"},
        {"takes": 0.4, "fails": "KeyError"},
        {"takes": 0.8, "fails": "OSError"},
        {"takes": 3, "gives": "late", "cleans": 0.5},
    ]
    trace = await run("consuming", plan=plan, stop_after=1, pause=0)
    assert len(pairs(trace)) == 1, "an outcome must come as soon as it is there"
    check_closed(trace, plan, stop=0.4)


async def test_errors_while_the_consumer_was_busy(run):
    plan = [
        {"takes": 0.3, "gives": "first"},
        {"takes": 0.6, "fails": "ValueError"},
        {"takes": 0.7, "gives": "third"},
        {"takes": 0.9, "fails": "KeyError"},
        {"takes": 4, "gives": "late", "cleans": 0.5},
    ]
    trace = await run("consuming", plan=plan, pause=1.2, stop_after=2)
    assert trace.when("outcome") == [0.3, 1.5], "what ended while the consumer was busy must come at once"
    check_closed(trace, plan, stop=1.5)


async def test_jobs_that_fail_while_they_clean_up(run):
    plan = [
        {"takes": 0.4, "gives": "first"},
        {"takes": 2, "cleans": 0.3, "careless": True},
        {"takes": 2.5, "cleans": 0.7},
        {"takes": 3, "careless": True},
        *({"takes": 0.4, "gives": "as soon"} for _ in range(20)),
    ]
    closed = await run("consuming", plan=plan, stop_after=1, then=1)
    check_closed(closed, plan, stop=0.4)
    cancelled = await run.play("consuming", plan=plan, cancel_at=[0.9], then=1)
    check_cancelled(cancelled, plan, 0.9)


async def test_a_consumer_who_is_cancelled_while_it_waits(run):
    trace = await run.play("consuming", plan=CLEANING, cancel_at=[1.1], then=2)
    check_cancelled(trace, CLEANING, 1.1)


async def test_a_consumer_who_is_cancelled_while_it_works(run):
    trace = await run.play("consuming", plan=CLEANING, pause=0.7, cancel_at=[1.1], then=2)
    check_cancelled(trace, CLEANING, 1.1)


async def test_a_consumer_who_is_cancelled_at_any_await(run):
    plan = [
        {"takes": 0.9, "gives": "tea", "cleans": 0.8},
        {"takes": 0.5, "gives": "water"},
        {"takes": 1.3, "gives": "cake", "cleans": 0.4},
    ]
    traces = await run.sweep("consuming", plan=plan, then=1)
    cut = [trace for trace in traces if trace.call.cancels and trace.call.cancels[0] < 1.3]
    for trace in traces:
        if trace not in cut:
            trace.allow("leftovers", "warnings")  # it was cancelled while it cleaned up
    assert cut != [], "the consumer never had to wait for an outcome"
    for trace in cut:
        check_cancelled(trace, plan, trace.call.cancels[0])


def check_cancelled(trace, plan, when):
    assert trace.call.ending != "raised", (
        explain(trace) or "the consumer was cancelled, and an error came out"
    )
    assert trace.cancelled, (
        f"the consumer was cancelled at {at(when)} s, and no CancelledError came out of its wait: it was caught on the "
        "way, and went no further"
    )
    check_closed(trace, plan, when)
