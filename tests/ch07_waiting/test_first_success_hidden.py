"""first_success with other attempts and values, equal instants, limits of all kinds, and cancelled callers."""

import asyncio

from test_first_success import (
    ALL_FAIL,
    RACE,
    at,
    check_all_failed,
    check_over,
    check_too_late,
    check_won,
    explain,
    how_it_ended,
)

from kata.judge import seconds

__all__ = ["explain"]

KINDS = ["ValueError", "KeyError", "TimeoutError", "OSError"]


async def test_any_number_of_attempts(run, rng):
    async def check(count, failures, as_tuple=False):
        steps = rng.sample(range(count), count)
        plan = [{"takes": round(0.337 + 0.413 * step, 3)} for step in steps]
        for place, step in enumerate(steps):
            if step < failures:
                plan[place]["fails"] = rng.choice(KINDS)
            elif rng.random() < 0.5:
                plan[place]["cleans"] = rng.choice([0.4, 0.8])
        trace = await run.play("racing", plan=plan, then=1, as_tuple=as_tuple)
        if failures == count:
            check_all_failed(trace, plan)
        else:
            check_won(trace, plan)

    await asyncio.gather(check(1, 0), check(1, 1), check(4, 0), check(6, 3), check(5, 4), check(4, 4))
    await check(20, 3, as_tuple=True)


async def test_no_attempts_in_a_tuple(run):
    trace = await run.play("racing", plan=[], as_tuple=True)
    assert trace.error is not None and trace.error.is_a("ValueError"), (
        f"attempts was an empty tuple, and first_success {how_it_ended(trace)}; it must raise a ValueError"
    )


async def test_any_value_wins(run):
    async def check(value):
        plan = [{"takes": 0.9, "gives": "late"}, {"takes": 0.4, "gives": value}]
        trace = await run.play("racing", plan=plan)
        assert trace.call.ending == "returned" and trace.result != "late", (
            f"an attempt returned {value!r}, which is a success like any other, and it did not win"
        )
        check_won(trace, plan)

    await asyncio.gather(*map(check, (None, 0, "", False)))


async def test_an_exception_that_is_returned_is_a_value(run):
    trace = await run.play("giving_an_error")
    assert (
        trace.call.ending == "returned" and getattr(trace.result, "known", None) == "the returned exception"
    ), "an attempt returned an exception, which is a success like any other: only what is raised is a failure"
    assert trace.elapsed == seconds(0), "an attempt succeeded at once"


async def test_attempts_that_do_not_wait(run):
    plans = [
        [{"takes": None, "fails": "KeyError"}, {"takes": None, "gives": 7}, {"takes": 2}],
        [{"takes": None, "fails": "KeyError"}, {"takes": None, "fails": "OSError"}],
    ]
    won, failed = await asyncio.gather(*(run.play("racing", plan=plan) for plan in plans))
    check_won(won, plans[0])
    check_all_failed(failed, plans[1])


async def test_several_end_at_the_same_instant(run):
    plan = [
        {"takes": 0.5, "fails": "ValueError"},
        {"takes": 0.5, "gives": "one"},
        {"takes": 0.5, "fails": "KeyError"},
        {"takes": 0.5, "gives": "another"},
        {"takes": 0.5, "fails": "OSError"},
        {"takes": 1.5, "cleans": 0.5},
    ]
    for _ in range(2):
        trace = await run.shuffled("racing", plan=plan)
        check_won(trace, plan)


async def test_all_fail_at_the_same_instant(run):
    plan = [{"takes": 0.5, "fails": kind} for kind in [*KINDS, *KINDS]]
    trace = await run.shuffled("racing", plan=plan)
    check_all_failed(trace, plan)


async def test_a_limit_that_is_not_needed(run):
    won, failed = await asyncio.gather(
        run.play("racing", plan=RACE, limit=1.6, then=1.5),
        run.play("racing", plan=ALL_FAIL, limit=1.6, then=1),
    )
    check_won(won, RACE)
    check_all_failed(failed, ALL_FAIL)


async def test_a_timeout_error_of_an_attempt_is_a_failure(run):
    plan = [{"takes": 0.4, "fails": "TimeoutError"}, {"takes": 0.9}, {"takes": 1.5}]
    trace = await run.play("racing", plan=plan, limit=1.3, then=0.7)
    check_won(trace, plan)


async def test_a_limit_for_a_single_attempt(run):
    plan = [{"takes": 2, "cleans": 0.4}]
    trace = await run.play("racing", plan=plan, limit=0.5, then=1.2)
    check_too_late(trace, plan, 0.5)


async def test_a_limit_of_no_time(run):
    trace = await run.play("racing", plan=[{"takes": 0.5}, {"takes": 1}], limit=0, then=1.2)
    assert trace.call.ending != "returned", (
        f"the limit was 0 s, and {trace.result!r} came out at {at(trace.call.end)} s: only None means no limit"
    )
    assert trace.error is not None and [leaf.is_a("TimeoutError") for leaf in trace.error.leaves()] == [
        True
    ], "the limit was 0 s, and no TimeoutError came out"
    assert trace.call.end == 0, f"the limit was 0 s, and the TimeoutError came out at {at(trace.call.end)} s"


async def test_the_same_attempt_several_times(run):
    trace = await run.play("the_same_attempt", takes=[0.8, 0.3, 0.5], fails=[1])
    assert trace.who() == ["call 0", "call 1", "call 2"], (
        "attempts held one function three times, and it must be called once for each place"
    )
    assert trace.result == 2, (
        "the same function may stand in attempts several times; its third call succeeded first"
    )
    assert trace.elapsed == seconds(0.5), "the value must come out when the first call succeeds"


async def test_called_again(run):
    plans = [[{"takes": 0.3, "fails": "KeyError"}, {"takes": 0.5, "gives": "first"}], ALL_FAIL[:2]]
    trace = await run.play("one_after_another", plans=plans)
    assert trace.calls[0].result == "first", "b succeeded"
    known = [leaf.known for leaf in trace.error.leaves()] if trace.error else []
    assert known == ["the error of a", "the error of b"], (
        "first_success was called again, and something was left over from the first call"
    )


async def test_two_races_at_the_same_time(run):
    won = [{"takes": 0.3, "fails": "OSError"}, {"takes": 0.6, "gives": "first"}, {"takes": 2}]
    plans = [won, [{"takes": 0.9, "gives": "second"}, {"takes": 1.2}], ALL_FAIL]
    trace = await run.play("at_the_same_time", plans=plans)
    ours = ["0a", "0b", "0c", "1a", "1b", "2a", "2b", "2c"]
    assert sorted(trace.who()) == ours, "each attempt must be called only once"
    observed = [call.result for call in trace.calls[:2]]
    errors = [leaf.known for leaf in trace.calls[2].error.leaves()] if trace.calls[2].error else []
    assert observed == ["first", "second"] and errors == [f"the error of 2{name}" for name in "abc"], (
        "several races were on at the same time, and one of them changed how another one ended: each call is a race of "
        "its own"
    )
    assert [call.end for call in trace.calls] == [seconds(0.6), seconds(0.9), seconds(1)], (
        "several races were on at the same time, and they ended when they would not have ended alone"
    )


async def test_a_cancelled_caller(run):
    plan = [{"takes": 0.3, "fails": "OSError"}, {"takes": 2, "cleans": 0.5}, {"takes": 2.4, "cleans": 0.9}]
    before, limited, ends_meanwhile = await asyncio.gather(
        run.play("racing", plan=plan, cancel_at=[0.7], then=1.8),
        run.play("racing", plan=plan, limit=5, cancel_at=[0.7], then=1.8),
        run.play("racing", plan=plan, limit=1.1, cancel_at=[0.7], then=1.8),
    )
    for trace in (before, limited):
        check_cancelled(trace, plan)
    assert ends_meanwhile.call.end != 1.1, (
        "first_success was cancelled at 0.7 s, and at 1.1 s, the limit, it was over: the limit broke off the wait for "
        "the attempts that were cleaning up"
    )
    check_cancelled(ends_meanwhile, plan)


async def test_a_caller_who_is_cancelled_at_any_await(run):
    plan = [
        {"takes": 0.3, "fails": "ValueError"},
        {"takes": 1},
        {"takes": 0.6, "fails": "KeyError"},
        {"takes": 1.6, "cleans": 0.5},
        {"takes": 1.8, "cleans": 0.2},
    ]
    traces = await run.sweep("racing", plan=plan, then=0.8)
    cut = [trace for trace in traces if trace.call.cancels and trace.call.cancels[0] < 1]
    for trace in traces:
        if trace not in cut:
            trace.allow("leftovers", "warnings")  # it was cancelled while it cleaned up
    assert cut != [], "first_success never waited for a winner"
    for trace in cut:
        check_cancelled(trace, plan)


async def test_a_limit_around_it(run):
    plan = [{"takes": 2, "cleans": 0.4}, {"takes": 0.3, "fails": "OSError"}]
    trace = await run.play("racing_under_a_limit", plan=plan, around=0.8, then=1.5)
    assert [leaf.type for leaf in trace.error.leaves()] == ["TimeoutError"] if trace.error else False, (
        f"the time of an asyncio.timeout around first_success was over at 0.8 s, and the caller {how_it_ended(trace)}"
    )
    check_over(trace, plan, 0.8, "the time of a timeout around first_success was over")


async def test_a_caller_who_goes_on_under_a_limit_of_his_own(run):
    plan = [{"takes": 0.8}, {"takes": 1.2, "cleans": 0.3}]
    trace = await run.play("going_on_under_a_limit", plan=plan, limit=0.4, around=3)
    assert trace.happened("the race was over"), "at the limit of 0.4 s no TimeoutError came out"
    assert not trace.cancelled, (
        "the caller's own asyncio.timeout was over, and a CancelledError came out of it: the caller's task counted as "
        "cancelled, since first_success had cancelled it and had not taken that back"
    )
    assert trace.error is not None and trace.error.type == "TimeoutError" and trace.elapsed == seconds(3), (
        f"the caller's own asyncio.timeout was to end his task at 3 s, and he {how_it_ended(trace)} at "
        f"{at(trace.call.end)} s"
    )


def check_cancelled(trace, plan):
    when = trace.call.cancels[0]
    assert trace.call.ending != "raised", (
        f"first_success was cancelled at {at(when)} s, and what came out is {trace.error}: a cancellation is no failure"
    )
    if all("CancelledError" in warning["text"] for warning in trace.warnings):
        trace.allow("warnings")  # Python 3.11 complains of a gather that is cancelled in wait_for
    assert trace.cancelled, (
        f"first_success was cancelled at {at(when)} s, but the cancellation did not come out of it"
    )
    begun = [job for name, job in zip("abcdefgh", plan, strict=False) if name in trace.who()]
    check_over(trace, begun, when, "the caller was cancelled")
