"""retry_backoff with other numbers and other exceptions, with extreme pauses, and broken off at every await."""

import asyncio
from itertools import accumulate

from test_retry_backoff import (
    ALL_FAIL,
    THREE_FAIL,
    assert_cancelled,
    assert_error,
    begins,
    check_jitter,
    count,
    explain,
    instants,
    pauses,
)

from kata.judge import seconds

__all__ = ["explain"]


def delays(number, base, factor, max_delay):
    return [min(base * factor**exponent, max_delay) for exponent in range(number)]


async def test_random_pauses(run, rng):
    async def one():
        failures = rng.randint(1, 4)
        how = {
            "base": round(rng.uniform(0.3, 0.6), 3),
            "factor": round(rng.uniform(1.2, 2.2), 3),
            "max_delay": round(rng.uniform(0.9, 1.5), 3),
        }
        plan = [[round(rng.uniform(0.1, 0.5), 3), "OSError"] for _ in range(failures)] + [[0.1, "ok"]]
        trace = await run("retrying", plan=plan, attempts=failures + rng.randint(1, 3), **how)
        steps = [takes + delay for (takes, _), delay in zip(plan, delays(failures, **how), strict=False)]
        assert begins(trace) == instants(*accumulate(steps, initial=0)), pauses(trace)
        assert trace.result == "the answer", "retry must return what the last attempt gave"

    await asyncio.gather(*(one() for _ in range(6)))


async def test_jitter_may_take_the_pause_away_or_make_it_longer_than_max_delay(run):
    none, longer = await asyncio.gather(
        run("retrying", plan=THREE_FAIL, attempts=4, base=1, jitter=[0, 0]),
        run("retrying", plan=THREE_FAIL, attempts=4, base=1, max_delay=1, jitter=[1, 0.5]),
    )
    assert none.elapsed == seconds(0), "jitter returned 0: these pauses take no time"
    assert begins(longer) == instants(0, 1.5, 3, 4.5), (
        "max_delay holds for what jitter is given; what jitter returns is taken as it is"
    )


async def test_random_jitter(run, rng):
    how = {"base": round(rng.uniform(0.3, 0.5), 3), "factor": 1.7, "max_delay": 1.1}
    jitter = [round(rng.uniform(0.2, 0.6), 3), round(rng.uniform(0.5, 0.9), 3)]
    trace = await run("retrying", plan=[*THREE_FAIL[:3], *THREE_FAIL], attempts=7, jitter=jitter, **how)
    expected = delays(6, **how)
    check_jitter(trace, expected)
    real = [delay * jitter[0] + jitter[1] for delay in expected]
    assert begins(trace) == instants(*accumulate(real, initial=0)), pauses(trace)


async def test_jitter_is_not_asked_for_a_pause_that_is_not_made(run):
    trace = await run.play("retrying", plan=ALL_FAIL, attempts=3, base=0.5, jitter=[1, 0])
    check_jitter(trace, [0.5, 1])


async def test_a_single_attempt(run):
    good, bad = await asyncio.gather(
        run("retrying", plan=[[0.2, "ok"]], attempts=1, base=1),
        run.play("retrying", plan=[[0.2, "OSError"]], attempts=1, base=1),
    )
    assert good.result == "the answer", "retry must return what the attempt gave"
    assert len(bad.spans) == 1, count(bad, 1)
    assert_error(bad, "the error of attempt 1")
    assert bad.elapsed == seconds(0.2), "there is no second attempt, so there is no pause"


async def test_the_last_attempt_may_end_well(run):
    trace = await run("retrying", plan=THREE_FAIL, attempts=4, base=0.5)
    assert trace.result == "the answer", "4 attempts, and the fourth ends well: its result is that of retry"
    assert trace.elapsed == seconds(3.5), pauses(trace)


async def test_max_delay_may_be_shorter_than_base(run):
    trace = await run("retrying", plan=THREE_FAIL, attempts=4, base=2, max_delay=0.5)
    assert begins(trace) == instants(0, 0.5, 1, 1.5), (
        "no pause may be longer than max_delay, the first one neither"
    )


async def test_pauses_that_grow_without_end_stay_at_max_delay(run):
    trace = await run.play(
        "retrying", plan=ALL_FAIL, attempts=50, base=0.01, factor=1e10, max_delay=0.02, jitter=[0, 0.02]
    )
    assert len(trace.spans) == 50, explain(trace) or count(trace, 50)
    check_jitter(trace, [0.01] + [0.02] * 48)


async def test_pauses_may_stay_as_they_are_or_shrink(run):
    none, same, shrinking = await asyncio.gather(
        run("retrying", plan=THREE_FAIL, attempts=4, base=0),
        run("retrying", plan=THREE_FAIL, attempts=4, base=0.5, factor=1),
        run("retrying", plan=THREE_FAIL, attempts=4, base=2, factor=0.5, max_delay=10),
    )
    assert begins(none) == instants(0, 0, 0, 0), "base is 0, and each pause takes 0 s"
    assert begins(same) == instants(0, 0.5, 1, 1.5), "with factor 1 all pauses are equally long"
    assert begins(shrinking) == instants(0, 2, 3, 3.5), (
        "each pause is `factor` times as long as the one before"
    )


async def test_an_attempt_and_a_pause_may_last_long(run):
    attempt, pause = await asyncio.gather(
        run.play("retrying", plan=[[13, "ok"]], attempts=2, base=0.5),
        run.play("retrying", plan=[[0, "OSError"], [0, "ok"]], attempts=2, base=13),
    )
    assert begins(attempt) == instants(0), (
        "attempt 1 takes 13 s and ends well; nobody has set it a time limit"
    )
    assert begins(pause) == instants(0, 13), "base is 13 s and there is no max_delay: the pause takes 13 s"


async def test_only_what_is_in_retry_on_is_tried_again(run):
    plan = [[0, "KeyError"], [0, "ValueError"], [0, "OSError"], [0, "ok"]]
    trace = await run.play("retrying", plan=plan, attempts=5, base=0.5, retry_on=["KeyError", "ValueError"])
    assert len(trace.spans) == 3, (
        "attempt 3 raised OSError, which is not in this retry_on" if len(trace.spans) > 3 else count(trace, 3)
    )
    assert_error(trace, "the error of attempt 3")
    assert trace.elapsed == seconds(1.5), "an error that is not in retry_on comes out at once"


async def test_a_group_with_something_else_in_it(run):
    trace = await run.play("retrying", plan=[[0.3, "a group"], [0, "ok"]], attempts=3, base=0.5)
    assert len(trace.spans) == 1, (
        "attempt 1 raised an ExceptionGroup of an OSError and a ValueError, and was tried again: "
        "the ValueError is not in retry_on"
    )
    out = [leaf.type for leaf in trace.error.leaves()] if trace.error is not None else []
    assert "ValueError" in out, (
        "attempt 1 raised an ExceptionGroup with a ValueError, which did not come out of retry"
    )


async def test_with_an_empty_retry_on_nothing_is_tried_again(run):
    trace = await run.play("retrying", plan=ALL_FAIL, attempts=5, base=0.5, retry_on=[])
    assert len(trace.spans) == 1, "retry_on is empty, so there is one attempt"
    assert_error(trace, "the error of attempt 1")


async def test_a_subclass_is_tried_again_too(run):
    plan = [[0, "ConnectionResetError"], [0, "TimeoutError"], [0, "ok"]]
    trace = await run("retrying", plan=plan, attempts=5, base=0.5)
    assert len(trace.spans) == 3, "ConnectionResetError and TimeoutError are OSErrors, and are tried again"


async def test_each_attempt_may_fail_in_its_own_way(run):
    plan = [[0, "TimeoutError"], [0, "OSError"], [0, "ConnectionResetError"]]
    trace = await run.play("retrying", plan=plan, attempts=3, base=0.5)
    assert_error(trace, "the error of attempt 3")


async def test_any_value_is_a_result(run):
    for value in (None, False, 0, "", []):
        trace = await run("retrying", plan=[[0, "OSError"], [0, "ok"]], value=value, attempts=3, base=0.5)
        assert len(trace.spans) == 2, f"{value!r} is a result like any other, and no failure"
        assert trace.result == value, "retry must return what the last attempt gave"
    trace = await run("an_exception_as_result")
    assert len(trace.spans) == 1, "an exception that op returns, and does not raise, is a result"
    assert trace.result.known == "the returned exception", "retry must return what the attempt gave"


async def test_cancelled_during_an_attempt(run):
    trace = await run.play(
        "retrying", plan=[[0.3, "OSError"], [1, "ok"]], attempts=4, base=0.5, cancel_at=[1.3]
    )
    assert_cancelled(trace, 1.3, "attempt 2")


async def test_cancelled_during_the_first_and_during_the_last_attempt(run):
    plan = [[0.8, "OSError"]]
    first, last = await asyncio.gather(
        run.play("retrying", plan=plan, attempts=2, base=0.5, cancel_at=[0.4]),
        run.play("retrying", plan=plan, attempts=2, base=0.5, cancel_at=[1.7]),
    )
    assert_cancelled(first, 0.4, "attempt 1")
    assert_cancelled(last, 1.7, "attempt 2")


async def test_cancelled_at_every_await(run):
    plan = [[0.3, "OSError"], [0.3, "OSError"], [0.3, "ok"]]
    for trace in await run.sweep("retrying", plan=plan, attempts=3, base=0.5):
        trace.allow("leftovers", "warnings")
        assert trace.cancelled, "retry was cancelled, but the cancellation did not come out of it"


async def test_a_time_limit_of_the_caller(run):
    trace = await run.play("under_a_timeout", limit=2, attempts=5, base=1)
    assert trace.elapsed == seconds(2), (
        f"the caller's time limit was 2 s, and retry went on until {trace.elapsed}: "
        "a cancellation is no failure, and nobody wants another attempt"
    )
    assert trace.cancelled or (trace.error is not None and trace.error.type == "TimeoutError"), (
        "the caller's time limit passed, and the caller must get its TimeoutError"
    )


async def test_two_calls_have_nothing_in_common(run):
    trace = await run("two_at_a_time")
    assert trace.when("attempt", "a") == instants(0, 1, 3), (
        "two calls of retry ran at a time and disturbed each other"
    )
    assert trace.when("attempt", "b") == instants(0, 0.7), (
        "two calls of retry ran at a time and disturbed each other"
    )
    assert trace.result == ["a", "b"], "each call must return its own result"
