"""gather_results with other numbers, no keys, equal keys, several failures, odd values, and interrupted."""

import asyncio

from test_gather_results import explain, in_turn, known_in, plain, stopped, too_late, wrong_list

from kata.judge import seconds

__all__ = ["explain"]

KINDS = ["ValueError", "KeyError", "TimeoutError", "NoSuchPage", "ExceptionGroup"]


def expected_of(plan, keys):
    return [
        f"the error of {key}" if "fails" in plan[key] else plan[key].get("gives", key.upper()) for key in keys
    ]


def random_pages(rng, count):
    """Pages that end at different times, at least 0.3 s apart, in no order."""
    keys = [f"page{number}" for number in range(count)]
    steps = rng.sample(range(count), count)
    return keys, {
        key: {"takes": round(0.437 + 0.337 * step, 3)} for key, step in zip(keys, steps, strict=True)
    }


async def test_no_keys(run):
    for scenario in ("settling", "fetching"):
        trace = await run(scenario, plan={}, keys=[], as_tuple=True)
        assert trace.result == [], "without keys the result is an empty list"
        assert trace.elapsed == seconds(0), "there was nothing to wait for"


async def test_any_number_of_keys(run, rng):
    async def check(scenario, count):
        keys, plan = random_pages(rng, count)
        trace = await run(scenario, plan=plan, keys=keys)
        assert plain(trace.result) == expected_of(plan, keys), wrong_list(
            plain(trace.result), expected_of(plan, keys)
        )
        assert trace.starts() == dict.fromkeys(keys, 0), in_turn(trace, keys)
        assert trace.elapsed == max(page["takes"] for page in plan.values()), (
            "it must return as soon as the slowest fetch is over: it has to wait for that, and not to look now and then"
        )

    await asyncio.gather(
        *(check(scenario, count) for scenario in ("settling", "fetching") for count in (1, 4, 40))
    )


async def test_called_again_and_twice_at_a_time(run):
    plan = {"a": {"takes": 0.5}, "b": {"takes": 0.9}}
    for function in ("settle", "first_error"):
        trace = await run.play(
            "again_and_together",
            function=function,
            plan=plan,
            lists=[["a", "b"], ["b"]],
            together=[["a"], ["b"]],
        )
        first, again, *both = (plain(call.result) for call in trace.calls)
        assert first == ["A", "B"], wrong_list(first, ["A", "B"])
        assert again == ["B"], f"{function} was called again, and something was left over from the first call"
        assert both == [["A"], ["B"]], (
            f"two calls of {function} at the same time got into one another; each has fetches of its own"
        )
        assert sorted(trace.who()) == ["a", "a", "b", "b", "b"], "each call fetches its own keys, once each"


async def test_the_same_key_twice_and_an_empty_one(run):
    plan = {"a": {"takes": 1}, "b": {"takes": 0.5}, "": {"takes": 0.8, "gives": "home"}}
    for scenario in ("settling", "fetching"):
        trace = await run(scenario, plan=plan, keys=["a", "b", "", "a", "a"])
        assert sorted(trace.who()) == ["", "a", "a", "a", "b"], (
            "fetch must be called once for each item of keys"
        )
        assert plain(trace.result) == ["A", "B", "home", "A", "A"], (
            "a key that stands there twice is fetched twice, and has two places in the list"
        )


async def test_settle_with_errors_of_all_kinds(run, rng):
    keys, plan = random_pages(rng, 6)
    for key, kind in zip(keys[1:], KINDS, strict=True):
        plan[key]["fails"] = kind
    trace = await run("settling", plan=plan, keys=keys)
    assert sorted(trace.who()) == keys, (
        "fetch must be called once for each key, also if it fails: nobody tries again"
    )
    assert plain(trace.result) == expected_of(plan, keys), wrong_list(
        plain(trace.result), expected_of(plan, keys)
    )
    assert trace.elapsed == max(page["takes"] for page in plan.values()), (
        "settle must wait for every fetch, also after some have failed"
    )


async def test_settle_when_everything_fails_without_waiting(run):
    plan = {key: {"takes": None, "fails": "KeyError"} for key in "abc"}
    trace = await run("settling", plan=plan, keys=["a", "b", "c"])
    assert sorted(trace.who()) == ["a", "b", "c"], (
        "a failed fetch must not keep the others from being fetched"
    )
    assert plain(trace.result) == expected_of(plan, "abc"), wrong_list(
        plain(trace.result), expected_of(plan, "abc")
    )


async def test_values_may_be_anything(run):
    values = {"a": None, "b": 0, "c": "", "d": []}
    plan = {key: {"takes": None, "gives": value} for key, value in values.items()}
    for scenario in ("settling", "fetching"):
        trace = await run(scenario, plan=plan, keys=list(values))
        assert trace.result == list(values.values()), (
            "None, 0 and the like are values that a fetch may return"
        )


async def test_an_exception_object_that_is_returned_is_a_value(run):
    trace = await run.play("fetching_objects", keys=["a", "b"])
    assert trace.call.ending == "returned", (
        "a fetch returned an exception object, which is a value; only a fetch that raises has failed"
    )
    assert plain(trace.result) == ["the value of a", "the value of b"], "what a fetch returns is its value"


async def test_errors_come_out_of_first_error_whatever_their_kind(run):
    async def check(kind):
        plan = {
            "a": {"takes": 1.2},
            "b": {"takes": 0.4, "fails": kind},
            "c": {"takes": 2},
            "d": {"takes": None},
        }
        trace = await run.play("fetching", plan=plan, keys=["a", "b", "c", "d"], then=2)
        trace.allow("leftovers")
        assert trace.call.ending == "raised", f"b raised {kind}, but first_error did not"
        assert known_in(trace.error) == ["the error of b"], (
            f"b raised {kind}, and this very exception must come out"
        )
        assert trace.elapsed == seconds(0.4), too_late(trace, "b", {"a": 1.2, "c": 2})
        assert {key: trace.endings()[key] for key in "acd"} == dict.fromkeys("acd", "done"), stopped(
            trace, "b", "acd"
        )

    await asyncio.gather(*map(check, KINDS))


async def test_a_failure_without_waiting_stops_nobody_from_starting(run):
    plan = {"a": {"takes": None, "fails": "ValueError"}, "b": {"takes": 0.5}, "c": {"takes": 1}}
    trace = await run.play("fetching", plan=plan, keys=["a", "b", "c"], then=1.5)
    trace.allow("leftovers")
    assert trace.call.ending == "raised", "a failed, but first_error returned as if nothing had happened"
    assert trace.elapsed == seconds(0), too_late(trace, "a", {"b": 0.5, "c": 1})
    assert trace.starts() == {"a": 0, "b": 0, "c": 0}, in_turn(trace, "abc")
    assert {key: trace.endings()[key] for key in "bc"} == {"b": "done", "c": "done"}, stopped(
        trace, "a", "bc"
    )


async def test_later_errors_are_dropped_in_silence(run):
    plan = {
        "a": {"takes": 1.6, "fails": "KeyError"},
        "b": {"takes": 0.4, "fails": "ValueError"},
        "c": {"takes": 1, "fails": "KeyError"},
        "d": {"takes": 2.2},
    }
    trace = await run.play("fetching", plan=plan, keys=["a", "b", "c", "d"], then=2.5)
    trace.allow("leftovers")
    assert trace.call.ending == "raised", "b failed, but first_error returned as if nothing had happened"
    assert trace.elapsed == seconds(0.4), too_late(trace, "b", {"a": 1.6, "c": 1, "d": 2.2})
    assert known_in(trace.error) == ["the error of b"], (
        "three fetches failed; the error that comes out is the one that came first in time"
    )
    assert trace.endings()["d"] == "done", stopped(trace, "b", "d")
    plan = {key: {"takes": None, "fails": "KeyError"} for key in "ab"}
    trace = await run.play("fetching", plan=plan, keys=["a", "b"])
    trace.allow("leftovers")
    assert trace.call.ending == "raised", "a and b failed at once, but first_error returned all the same"


async def test_whoever_cancels_the_caller_cancels_the_fetches(run):
    plan = {"a": {"takes": 2}, "b": {"takes": 0.4}, "c": {"takes": 1.6}}

    async def check(function):
        trace = await run.play(
            "interrupted", function=function, plan=plan, keys=["a", "b", "c"], cancel_at=0.8, then=2
        )
        trace.allow("leftovers")
        assert trace.cancelled, (
            f"{function} was cancelled, but CancelledError did not come out of it: "
            "a cancellation is not one of the errors that are collected or handled here"
        )
        assert trace.endings() == {"a": "cancelled", "b": "done", "c": "cancelled"}, (
            f"{function} was cancelled, but a fetch that was under way went on without it"
        )
        assert trace.elapsed == seconds(0.8), f"{function} was cancelled at 0.8 s but went on"
        assert trace.ends() == {"a": 0.8, "b": 0.4, "c": 0.8}, (
            f"{function} was cancelled at 0.8 s, and so must the fetches be that are under way then"
        )

    await asyncio.gather(check("settle"), check("first_error"))
