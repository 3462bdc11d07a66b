"""single_flight with other keys and values, with callers who give up, and with loads that fail."""

import asyncio

from test_single_flight import check, check_caller, check_loads, ends, explain, loads

__all__ = ["explain"]

FEW_TURNS = 60  # of the event loop, for three who wait and do not look again and again


async def test_any_value_may_be_kept(run):
    for value in (None, 0, "", False, []):
        trace = await run("asking", callers=[[0, "tea"], [0, "tea"], [1.5, "tea"]], gives=[value])
        assert len(loads(trace)) == 1, f"{value!r} is a value like any other, and was loaded again"
        check(trace)
    trace = await run.play("an_exception_as_value")
    assert len(trace.spans) == 1, (
        "an exception that load returns, and does not raise, is a value, and is kept"
    )
    for call in trace.calls:
        assert getattr(call.result, "known", None) == "the returned exception", (
            "an exception that load returns, and does not raise, is a value, and get returns it"
        )


async def test_any_key_may_be_asked_for(run):
    trace = await run("asking", callers=[[0, key] for key in (None, 0, "", "0", None, 0, "")])
    assert len(loads(trace)) == 4, "None, 0, '' and '0' are four keys"
    check(trace)


async def test_it_is_the_key_that_is_asked_for(run):
    trace = await run("asking", callers=[[0, "tea"], [0.4, "tea"], [1.8, "tea"]], own=True)
    assert len(loads(trace)) == 1, (
        f"each caller brought a load function of his own, and tea was loaded {len(loads(trace))} times: "
        "whoever asks for the same key gets what the first one loads"
    )
    check(trace)


async def test_a_load_may_get_another_key(run):
    trace = await run("asking", callers=[[0, "menu"], [0.4, "menu"], [1.4, "tea"]], inner={"menu": "tea"})
    assert ends(trace) == {"caller 1": 2, "caller 2": 2, "caller 3": 2}, (
        "the load of menu takes 1 s and then gets tea, which takes 1 s more"
    )


async def test_two_of_them_have_nothing_to_do_with_each_other(run):
    trace = await run("asking", callers=[[0, "tea"], [0.4, "tea"], [1.8, "tea"]], apart=True)
    assert trace.starts()["caller 3"] == 1.8
    assert ends(trace) == {"caller 1": 1, "caller 2": 1.4, "caller 3": 2.8}, (
        "a SingleFlight knew what was asked of another one"
    )


async def test_waiting_costs_nothing(run):
    trace = await run("asking", callers=[[0, "tea"]] * 3, takes=13)
    assert trace.turns < FEW_TURNS, (
        "get looked again and again whether the value was there; it must wait for it"
    )
    check(trace)


async def test_values_are_kept_for_good(run):
    keys = list(range(40))
    trace = await run("asking", callers=[[at, key] for at in (0, 13) for key in keys], takes=0.5)
    assert len(loads(trace)) == 40, "40 keys were loaded, and some of them again: a value is kept for good"
    check(trace)


async def test_random_crowds(run, rng):
    async def one():
        callers = [[round(rng.uniform(0, 4), 2), rng.choice("abc")] for _ in range(8)]
        fails = rng.randint(0, 2)
        trace = await run.play("asking", callers=callers, takes=round(rng.uniform(0.4, 1.5), 2), fails=fails)
        check(trace)

    await asyncio.gather(*(one() for _ in range(6)))


async def test_a_cancelled_waiter_does_not_disturb_the_load(run):
    trace = await run.play("asking", callers=[[0, "tea"], [0, "tea", 0.5], [0.2, "tea"]])
    check(trace)
    assert len(loads(trace)) == 1, "somebody who only waited was cancelled, and the load began anew"
    assert ends(trace) == {"caller 1": 1, "caller 2": 0.5, "caller 3": 1}, (
        "the load began at 0 and was not cancelled: the value comes at 1"
    )


async def test_two_cancelled_callers(run):
    for second in (0.5, 0.8):
        trace = await run.play(
            "asking", callers=[[0, "tea", 0.5], [0, "tea", second], [0, "tea"], [0.3, "tea"]]
        )
        check(trace)


async def test_a_caller_who_is_cancelled_before_he_begins(run):
    trace = await run.play("asking", callers=[[0, "tea", None], [0.3, "tea"], [0.3, "tea"]])
    check(trace)


async def test_all_are_cancelled_and_somebody_asks_later(run):
    async def one(*callers):
        trace = await run.play("asking", callers=list(callers))
        trace.allow("leftovers")
        check(trace)

    await asyncio.gather(
        one([0, "tea", 0.5], [0.8, "tea"]),
        one([0, "tea", 0.5], [2, "tea"], [2, "tea"]),
        one([0, "tea", 0.3], [0, "tea", 0.6], [0.7, "tea"]),
        one([0, "tea", 0.3], [0.6, "tea", 0.1], [0.8, "tea"]),
        one([0, "tea", 0.4], [0.4, "tea"]),
    )


async def test_a_cancelled_load_takes_its_time_to_end(run):
    trace = await run.play("asking", callers=[[0, "tea", 0.5], [0.8, "tea"]], closes=1)
    trace.allow("leftovers")
    check_loads(trace)
    check_caller(trace, trace.span("caller 2"))


async def test_all_are_cancelled_and_the_load_fails(run):
    trace = await run.play("asking", callers=[[0, "tea", 0.5], [2, "tea"], [3.5, "tea"]], fails=1)
    trace.allow("leftovers", "warnings")
    check(trace)


async def test_a_caller_who_is_cancelled_at_any_await(run):
    traces = await run.sweep("asking", callers=[[0, "tea"], [0, "tea"], [0.4, "tea"]], swept=True)
    assert traces != [], "the load takes time, and get has not waited for anything"
    for trace in traces:
        check(trace.allow("leftovers"))


async def test_a_failed_load_and_somebody_who_comes_during_the_next_one(run):
    trace = await run.play("asking", callers=[[0, "tea"], [0.2, "tea"], [1.4, "tea"], [1.8, "tea"]], fails=1)
    check(trace)


async def test_those_who_hear_of_an_error_ask_again_at_once(run):
    for crowd in (1, 3):
        trace = await run("asking", callers=[[0.4, "tea"]] * crowd, fails=1, again=True)
        check_loads(trace)
        for span in trace.spans:
            if "key" in span.data:
                check_caller(trace, span)
        assert len(loads(trace)) == 2, "the first load fails, and the second one brings the value for all"


async def test_loads_that_fail_several_times(run):
    trace = await run.play(
        "asking", callers=[[0, "tea"], [0, "tea"], [4.5, "tea"], [6.5, "tea"], [8.5, "tea"]], fails=4
    )
    check(trace)


async def test_ties_in_any_order(run):
    callers = [[0.4, "a"], [0.4, "b"], [0.4, "a", 0.5], [0.4, "a"], [0.4, "b", 0.5], [0.4, "b"], [0.9, "a"]]
    for _ in range(3):
        trace = await run.shuffled("asking", callers=callers, takes=1)
        check(trace)
