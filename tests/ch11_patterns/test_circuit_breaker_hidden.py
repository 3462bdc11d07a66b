"""circuit_breaker with other numbers, other errors, calls that overlap, and cancellation at every await."""

import asyncio

from test_circuit_breaker import BREAKER, DOWN, check, explain, not_at_once

__all__ = ["explain"]


async def test_failures_of_any_kind_count(run):
    for kind in ("OSError", "ValueError", "KeyError", "TimeoutError", "ServiceDown"):
        trace = await run("calling", failures=1, reset_after=1, calls=[[0, 0, kind], [0.5, 0, "ok"]])
        assert trace.happened("refused", "call 1"), (
            f"{kind} came out of op, and the breaker stayed closed: every Exception is a failure"
        )
    calls = [[0, 0, "same"], [0.4, 0, "same"], [0.8, 0, "ok"]]
    trace = await run("calling", failures=2, reset_after=2, calls=calls)
    assert trace.happened("refused", "call 2"), (
        "two ops raised one and the same exception object, and that did not count as two failures"
    )


async def test_the_refusal_of_another_breaker_is_a_failure(run):
    trace = await run("one_inside_the_other")
    assert trace.happened("refused", "the inner call"), (
        "op raised the CircuitOpen of another breaker, and it did not come out as it is"
    )
    assert trace.happened("refused", "the next"), (
        "op raised the CircuitOpen of another breaker, and this one stayed closed: every Exception is a failure"
    )


async def test_failures_may_lie_far_apart(run):
    calls = [[0, 0, "OSError"], [13, 0, "OSError"], [13.4, 0, "OSError"], [13.8, 0, "ok"]]
    trace = await run("calling", failures=3, reset_after=2, calls=calls)
    assert trace.happened("refused", "call 3"), (
        "three failures with no success between them, 13 s apart, and the breaker stayed closed: "
        "failures do not grow old"
    )


async def test_any_number_of_calls_for_any_time(run):
    lasting = [13] + [0.8] * 39  # so that even one after the other they end within the time of a run
    trace = await run("calling", **BREAKER, calls=[[0, seconds, "ok"] for seconds in lasting])
    assert [span.start for span in trace.spans] == [0] * 40, not_at_once(trace)
    for number, end in enumerate(lasting):
        check(trace, f"call {number}", "returned", end)


async def test_one_failure_may_be_enough(run):
    trace = await run(
        "calling", failures=1, reset_after=1, calls=[[0, 0, "KeyError"], [0.5, 0, "ok"], [1.4, 0, "ok"]]
    )
    check(trace, "call 0", "raised", 0)
    check(trace, "call 1", "refused", 0.5)
    check(trace, "call 2", "returned", 1.4)


async def test_one_failure_less_is_not_enough(run):
    trace = await run("calling", failures=3, reset_after=4, calls=[*DOWN[:2], [2, 0, "ok"]])
    check(trace, "call 2", "returned", 2)


async def test_failures_of_calls_that_overlap_count_too(run):
    calls = [
        [0, 1, "OSError"],
        [0.4, 1, "ValueError"],
        [0.8, 1, "TimeoutError"],
        [2.2, 0, "ok"],
        [6.2, 0, "ok"],
    ]
    trace = await run("calling", **BREAKER, calls=calls)
    for number, at in enumerate((1, 1.4, 1.8)):
        check(trace, f"call {number}", "raised", at)
    check(trace, "call 3", "refused", 2.2)
    check(trace, "call 4", "returned", 6.2)


async def test_a_success_counts_when_it_ends(run):
    calls = [[0, 1, "ok"], [0.5, 0, "OSError"], [1.5, 0, "OSError"], [2, 0, "ok"]]
    trace = await run("calling", failures=2, reset_after=4, calls=calls)
    check(trace, "call 0", "returned", 1)
    check(trace, "call 3", "returned", 2)


async def test_refused_calls_change_nothing(run):
    refused = [[2 + number * 0.4, 0, "ok"] for number in range(8)]
    trace = await run("calling", **BREAKER, calls=[*DOWN, *refused, [6, 0, "ok"]])
    for number, (at, _, _) in enumerate(refused, 3):
        check(trace, f"call {number}", "refused", at)
    check(trace, "call 11", "returned", 6)


async def test_a_long_probe(run):
    trace = await run("calling", **BREAKER, calls=[*DOWN, [6, 6.5, "ok"], [11, 0, "ok"], [13, 0, "ok"]])
    assert "call 4" not in trace.who(), (
        "the probe was still under way after more than reset_after, and another call was let through"
    )
    check(trace, "call 3", "returned", 12.5)
    check(trace, "call 4", "refused", 11)
    check(trace, "call 5", "returned", 13)


async def test_probe_after_probe(run):
    calls = [
        [6, 0, "OSError"],
        [10.4, 0.5, "KeyError"],
        [14.4, 0, "ok"],
        [15.3, 0, "ok"],
        [15.6, 0, "OSError"],
    ]
    trace = await run("calling", **BREAKER, calls=[*DOWN, *calls, [16, 0, "OSError"], [16.4, 0, "ok"]])
    check(trace, "call 3", "raised", 6)
    check(trace, "call 4", "raised", 10.9)
    check(trace, "call 5", "refused", 14.4)
    check(trace, "call 6", "returned", 15.3)
    check(trace, "call 7", "raised", 15.6)
    check(trace, "call 8", "raised", 16)
    check(trace, "call 9", "returned", 16.4)


async def test_after_the_probe_it_can_open_again(run):
    calls = [
        [6, 0, "ok"],
        [6.4, 0, "OSError"],
        [6.8, 0, "OSError"],
        [7.2, 0, "OSError"],
        [7.6, 0, "ok"],
        [11.6, 0, "ok"],
    ]
    trace = await run("calling", **BREAKER, calls=[*DOWN, *calls])
    for number, at in ((4, 6.4), (5, 6.8), (6, 7.2)):
        check(trace, f"call {number}", "raised", at)
    check(trace, "call 7", "refused", 7.6)
    check(trace, "call 8", "returned", 11.6)


async def test_a_cancelled_call_is_no_success_either(run):
    calls = [*DOWN[:2], [1, 2, "ok"], [2, 0, "OSError"], [2.4, 0, "ok"]]
    trace = await run("calling", **BREAKER, calls=calls, cancelled=[[2, 0.5]])
    check(trace, "call 3", "raised", 2)
    assert "call 4" not in trace.who(), (
        "three failures, a cancelled call among them, and the breaker stayed closed: "
        "a cancelled call is no failure, and no success either"
    )
    check(trace, "call 4", "refused", 2.4)


async def test_several_cancelled_probes(run):
    calls = [
        *DOWN,
        [6, 2, "ok"],
        [7, 2, "OSError"],
        [7.2, 0, "ok"],
        [8, 0.5, "OSError"],
        [9, 0, "ok"],
        [13, 0, "ok"],
    ]
    trace = await run("calling", **BREAKER, calls=calls, cancelled=[[3, 0.5], [4, 0.6]])
    check(trace, "call 3", "cancelled", 6.5)
    check(trace, "call 4", "cancelled", 7.6)
    check(trace, "call 5", "refused", 7.2)
    check(trace, "call 6", "raised", 8.5)
    check(trace, "call 7", "refused", 9)
    check(trace, "call 8", "returned", 13)


async def test_cancelled_at_every_await(run):
    for trace in await run.sweep("probing", reset_after=1):
        assert trace.calls[0].ending == "cancelled", (
            "the probe was cancelled, but the cancellation did not come out"
        )
        assert trace.endings().get("the probe") in (None, "cancelled"), (
            "the probe was cancelled, and its op went on"
        )
        assert trace.happened("returned", "the next"), (
            "the probe was cancelled, and the next call was refused: nobody took back that a probe was under way"
        )


async def test_any_value_is_a_success(run):
    for value in (None, False, [], "error"):
        calls = [[0, 0, "OSError"], [0.4, 0, "ok"], [0.8, 0, "OSError"], [1.2, 0, "ok"]]
        trace = await run("calling", failures=2, reset_after=2, calls=calls, value=value)
        check(trace, "call 1", "returned", 0.4)
        check(trace, "call 3", "returned", 1.2)
    calls = [[0, 0, "OSError"], [0.4, 0, "gives"], [0.8, 0, "OSError"], [1.2, 0, "ok"]]
    trace = await run("calling", failures=2, reset_after=2, calls=calls)
    values = [event.data["value"] for event in trace.happened("returned", "call 1")]
    assert [getattr(value, "known", None) for value in values] == ["the error of call 1"], (
        "op returned an exception, and did not raise it: that is a value like any other, and call did not return it"
    )
    check(trace, "call 3", "returned", 1.2)


async def test_many_calls_in_one_instant(run):
    trace = await run.shuffled("calling", **BREAKER, calls=[*DOWN, *[[6, 0.5, "OSError"]] * 20, [7, 0, "ok"]])
    begun = [span.who for span in trace.spans if span.start == 6]
    assert len(begun) == 1, f"the time was over, and {len(begun)} calls were let through at once"
    assert trace.when("refused") == [6] * 19 + [7], (
        "while a probe is under way, all others are refused at once"
    )


async def test_two_breakers_have_nothing_in_common(run):
    second = [[2.5, 0, "ok"], *[[2.8, 0, "OSError"]] * 3, [5.4, 1, "ok"]]
    trace = await run("two", failures=3, reset_after=2, first=[*DOWN, [5, 1, "ok"]], second=second)
    assert trace.happened("returned", "second 0"), "one breaker was open, and another one refused a call"
    assert trace.happened("returned", "second 4"), (
        "two breakers were half-open, and the probe of the one kept away that of the other"
    )


async def test_random_histories(run, rng):
    async def one():
        failures, reset_after = rng.randint(1, 4), round(rng.uniform(1, 3), 2)
        calls, expected, now, row, until = [], [], 0.0, 0, None
        for _ in range(14):
            pause = rng.choice([0.35, 0.5, reset_after + 0.4])
            now = round(now + pause, 3)
            if until is not None and abs(now - until) < 0.3:
                now = round(now + 0.4, 3)
            takes, ending = rng.choice([0, 0.2]), rng.choice(["ok", "OSError", "KeyError"])
            calls.append([now, takes, ending])
            if until is not None and now < until:
                expected.append(["refused", now])
                continue
            now = round(now + takes, 3)
            if ending == "ok":
                row, until = 0, None
            else:
                row = row + 1 if until is None else failures
                until = now + reset_after if row >= failures else None
            expected.append(["returned" if ending == "ok" else "raised", now])
        trace = await run("calling", failures=failures, reset_after=reset_after, calls=calls)
        for number, (what, at) in enumerate(expected):
            check(trace, f"call {number}", what, at)

    await asyncio.gather(*(one() for _ in range(5)))
