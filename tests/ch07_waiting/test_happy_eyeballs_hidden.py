"""happy_eyeballs with other attempts, delays and values, early and late failures, and cancelled callers."""

import asyncio

from test_happy_eyeballs import (
    ALL_FAIL,
    EARLY_FAILURE,
    SLOW,
    at,
    check_all_failed,
    check_over,
    check_starts,
    check_won,
    explain,
    how_it_ended,
)

from kata.judge import seconds

__all__ = ["explain"]

KINDS = ["ValueError", "KeyError", "TimeoutError", "OSError"]


async def test_any_race(run, rng):
    async def check(before, after, as_tuple=False):
        delay = rng.choice([0.6, 0.8, 1])
        plan = []
        for _ in range(before):
            if rng.random() < 0.5:
                plan.append({"takes": round(delay * rng.choice([0.4, 0.6]), 2), "fails": rng.choice(KINDS)})
            else:
                plan.append({"takes": 9, "cleans": rng.choice([0, 0.4, 0.8])})
        plan.append({"takes": round(delay * (rng.choice([0, 1, 2]) + 0.5), 2), "gives": "won"})
        plan += [{"takes": 9, "cleans": rng.choice([0, 0.5])} for _ in range(after)]
        trace = await run.play("racing", plan=plan, delay=delay, then=0.8, as_tuple=as_tuple)
        check_won(trace, plan, delay)

    await asyncio.gather(check(0, 3), check(2, 3), check(4, 2, as_tuple=True))


async def test_no_attempts_in_a_tuple(run):
    trace = await run.play("racing", plan=[], delay=1, as_tuple=True)
    assert trace.error is not None and trace.error.is_a("ValueError"), (
        f"attempts was an empty tuple, and staggered_race {how_it_ended(trace)}; it must raise a ValueError"
    )


async def test_an_earlier_attempt_may_win(run):
    plan = [{"takes": 2.6}, {"takes": 0.4, "fails": "OSError"}, {"takes": 9, "cleans": 0.5}]
    trace = await run.play("racing", plan=plan, delay=1, then=0.8)
    check_won(trace, plan, 1)


async def test_the_last_one_fails_while_an_earlier_one_is_under_way(run):
    won = [{"takes": 1.9}, {"takes": 0.4, "fails": "OSError"}]
    failed = [{"takes": 1.9, "fails": "OSError"}, {"takes": 0.4, "fails": "OSError"}]
    traces = await asyncio.gather(*(run.play("racing", plan=plan, delay=0.7) for plan in (won, failed)))
    check_won(traces[0], won, 0.7)
    check_all_failed(traces[1], failed, 0.7)


async def test_all_are_slow_and_the_last_one_wins(run):
    plan = [SLOW, SLOW, {"takes": 2.2, "gives": "late"}]
    trace = await run.play("racing", plan=plan, delay=0.4)
    check_won(trace, plan, 0.4)


async def test_a_single_attempt(run):
    won, failed = await asyncio.gather(
        run.play("racing", plan=[{"takes": 1.1}], delay=0.4),
        run.play("racing", plan=[{"takes": 0.9, "fails": "KeyError"}], delay=0.4),
    )
    check_won(won, [{"takes": 1.1}], 0.4)
    check_all_failed(failed, [{"takes": 0.9, "fails": "KeyError"}], 0.4)


async def test_attempts_that_do_not_wait(run):
    at_once = [{"takes": None, "gives": "first"}, SLOW, SLOW]
    failing = [
        {"takes": None, "fails": "OSError"},
        {"takes": None, "fails": "KeyError"},
        {"takes": 0.5},
        SLOW,
    ]
    traces = await asyncio.gather(
        run.play("racing", plan=at_once, delay=0.4, then=1), run.play("racing", plan=failing, delay=1, then=1)
    )
    assert traces[0].result == "first", "the first attempt succeeded at once"
    assert traces[0].elapsed == seconds(0), "the first attempt succeeded at once"
    assert traces[0].who() == ["a"], "the first attempt succeeded at once, and another one began"
    check_won(traces[1], failing, 1)


async def test_any_value_wins(run):
    async def check(value):
        plan = [{"takes": 9}, {"takes": 0.6, "gives": value}, SLOW]
        trace = await run.play("racing", plan=plan, delay=0.4)
        check_starts(trace, plan, 0.4)
        assert trace.call.ending == "returned" and trace.result != "A", (
            f"an attempt returned {value!r}, which is a success like any other, and staggered_race did not return it"
        )
        check_won(trace, plan, 0.4)

    await asyncio.gather(*map(check, (None, 0, "", False)))


async def test_an_exception_that_is_returned_is_a_value(run):
    trace = await run.play("giving_an_error", delay=0.5)
    assert (
        trace.call.ending == "returned" and getattr(trace.result, "known", None) == "the returned exception"
    ), "an attempt returned an exception, which is a success like any other: only what is raised is a failure"
    assert trace.elapsed == seconds(0), "the first attempt succeeded at once"


async def test_two_succeed_at_the_same_instant(run):
    plan = [{"takes": 1.5}, {"takes": 1}]
    trace = await run.shuffled("racing", plan=plan, delay=0.5)
    check_won(trace, plan, 0.5)


async def test_some_fail_in_the_instant_of_the_winner(run):
    plan = [{"takes": 2}, *({"takes": takes, "fails": "OSError"} for takes in (1.5, 1, 0.5))]
    traces = [await run.play("racing", plan=plan, delay=0.5)]
    traces += [await run.shuffled("racing", plan=plan, delay=0.5) for _ in range(2)]
    for trace in traces:
        check_won(trace, plan, 0.5)


async def test_the_same_attempt_several_times(run):
    trace = await run.play("the_same_attempt", takes=[0.3, 9, 0.9], fails=[0], delay=0.7)
    assert trace.starts() == {"call 0": 0, "call 1": 0.3, "call 2": 1}, (
        "attempts held one function three times, and each place is an attempt of its own"
    )
    assert trace.result == 2, "the third call succeeded"


async def test_called_again(run):
    plans = [EARLY_FAILURE, ALL_FAIL[:2]]
    trace = await run.play("one_after_another", plans=plans, delay=1)
    assert trace.calls[0].result == "B", "b succeeded first"
    known = [str(leaf.known) for leaf in trace.error.leaves()] if trace.error else []
    assert sorted(known) == ["the error of a", "the error of b"], (
        "staggered_race was called again, and something was left over from the first call"
    )


async def test_two_races_at_the_same_time(run):
    plans = [
        [{"takes": 9}, {"takes": 0.3, "fails": "OSError"}, {"takes": 0.6, "gives": "first"}],
        [{"takes": 1.9, "gives": "second"}, {"takes": 9}, {"takes": 9}],
        ALL_FAIL,
    ]
    trace = await run.play("at_the_same_time", plans=plans, delay=0.8)
    observed = [call.result for call in trace.calls[:2]]
    errors = [leaf.known for leaf in trace.calls[2].error.leaves()] if trace.calls[2].error else []
    assert observed == ["first", "second"] and set(errors) == {f"the error of 2{name}" for name in "abc"}, (
        "several races were on at the same time, and one of them changed how another one ended: each call is a race of "
        "its own"
    )
    assert [call.end for call in trace.calls] == [seconds(1.7), seconds(1.9), seconds(1.2)], (
        "several races were on at the same time, and they ended when they would not have ended alone"
    )


CANCELLED = [
    {"takes": 9, "cleans": 0.8},
    {"takes": 0.3, "fails": "OSError"},
    {"takes": 9, "cleans": 0.4},
    SLOW,
    SLOW,
]


async def test_a_cancelled_caller(run):
    trace = await run.play("racing", plan=CANCELLED, delay=0.7, cancel_at=[1.4], then=1.5)
    check_cancelled(trace, CANCELLED)
    assert trace.starts() == {"a": 0, "b": 0.7, "c": 1}, (
        "the caller was cancelled at 1.4 s, and d was due at 1.7 s"
    )


async def test_a_caller_who_is_cancelled_at_any_await(run):
    plan = [{"takes": 9, "cleans": 0.6}, {"takes": 0.3, "fails": "OSError"}, {"takes": 1.1}, {"takes": 9}]
    traces = await run.sweep("racing", plan=plan, delay=0.5, then=1)
    cut = [trace for trace in traces if trace.call.cancels and trace.call.cancels[0] < 1.9]
    assert cut != [], "staggered_race never waited for anything"
    for trace in traces:
        if trace in cut:
            check_cancelled(trace, plan)
        else:
            trace.allow("leftovers", "warnings")  # it was cancelled while it cleaned up


def check_cancelled(trace, plan):
    when = trace.call.cancels[0]
    assert trace.call.ending != "raised", (
        f"staggered_race was cancelled at {at(when)} s, and {trace.error} came out: a cancellation is no failure"
    )
    assert trace.cancelled, (
        f"staggered_race was cancelled at {at(when)} s, but the cancellation did not come out of it"
    )
    late = [span.who for span in trace.spans if span.start > when]
    assert late == [], f"staggered_race was cancelled at {at(when)} s, and {late[:1]} began after that"
    check_over(trace, plan, trace.starts(), when, "the caller was cancelled")
