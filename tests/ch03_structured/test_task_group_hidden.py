"""task_group with other numbers and values, several failures, slow and failing cleanups, and interrupted."""

import asyncio

from test_task_group import (
    after_the_end,
    check_the_end,
    check_the_error,
    check_what_was_said,
    explain,
    in_turn,
    said,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_no_names(run):
    trace = await run("loading", plan={}, names=[])
    assert trace.result == {}, "without names the result is an empty dict"
    assert trace.elapsed == seconds(0), "there was nothing to wait for"
    check_what_was_said(trace)


async def test_any_number_of_loads(run, rng):
    async def check(count):
        names = [f"load{number}" for number in range(count)]
        delays = [0.437 + 0.337 * step for step in rng.sample(range(count), count)]
        plan = {name: {"takes": round(delay, 3)} for name, delay in zip(names, delays, strict=True)}
        trace = await run("loading", plan=plan, names=names)
        assert sorted(trace.who()) == sorted(names), "load must be called exactly once for each name"
        assert trace.starts() == dict.fromkeys(names, 0), in_turn(trace, names)
        assert trace.result == {name: name.upper() for name in names}, (
            "the result must hold the value for each name"
        )
        assert trace.elapsed == max(job["takes"] for job in plan.values()), (
            "load_all must return as soon as the slowest load is over: it has to wait for that, and not to look now "
            "and then"
        )
        check_what_was_said(trace)

    await asyncio.gather(*map(check, (1, 3, 40)))


async def test_called_again_and_twice_at_a_time(run):
    plan = {"a": {"takes": 0.5}, "b": {"takes": 0.9}, "c": {"takes": 0.6}}
    trace = await run.play(
        "again_and_together", plan=plan, lists=[["a", "b"], ["c"]], together=[["a"], ["c"]]
    )
    first, again, *both = (call.result for call in trace.calls)
    assert (first, again) == ({"a": "A", "b": "B"}, {"c": "C"}), (
        "load_all was called again, and something was left over from the first call"
    )
    assert both == [{"a": "A"}, {"c": "C"}], (
        "two calls of load_all at the same time got into one another; each has values of its own"
    )


async def test_values_may_be_anything(run):
    values = {"a": None, "b": 0, "c": [], "d": False}
    plan = {name: {"takes": None, "gives": value} for name, value in values.items()}
    plan["e"] = {"takes": None, "gives_error": "ValueError"}
    trace = await run.play("loading", plan=plan, names=list(plan))
    assert trace.error is None, (
        explain(trace) or f"every load gave a value, but load_all raised {trace.error}"
    )
    assert isinstance(trace.result, dict), "the result is a dict with the value of each load, by name"
    error = trace.result.pop("e", None)
    assert trace.result == values, "None, 0 and the like are values that a load may give"
    assert getattr(error, "known", None) == "the value of e", (
        "a load gave an exception object, and this is its value"
    )
    check_what_was_said(trace)


async def test_failures_at_any_time_and_of_any_kind(run, rng):
    async def check(kind, stop):
        plan = {
            "early": {"takes": round(stop - 0.4, 1)},
            "slow": {"takes": 9, "cleans": 1.4},
            "bad": {"takes": stop, "fails": kind},
            "prompt": {"takes": 7},
            "tidy": {"takes": 8, "cleans": 0.5},
        }
        trace = await run.play("loading", plan=plan, names=rng.sample(sorted(plan), 5), then=0.9)
        check_the_error(trace, "bad")
        check_the_end(trace, stop, "bad")

    stops = {
        kind: round(rng.uniform(0.7, 1.6), 1)
        for kind in ("ValueError", "KeyError", "TimeoutError", "OSError")
    }
    await asyncio.gather(*(check(kind, stop) for kind, stop in stops.items()))


async def test_a_load_that_fails_without_waiting(run):
    plan = {"a": {"takes": None, "fails": "ValueError"}, "b": {"takes": 2}}
    trace = await run.play("loading", plan=plan, names=["a", "b"], then=0.5)
    check_the_error(trace, "a")
    assert trace.elapsed == seconds(0), (
        "the first load failed at once, and the other one must not hold up the error"
    )
    assert said(trace) == ["scheduling done"], (
        "whatever becomes of the loads, the scheduling was done, and no more"
    )
    assert [span.who for span in trace.spans if span.ending == "open"] == [], after_the_end(trace)


async def test_two_fail_at_once(run):
    plan = {
        "a": {"takes": 1, "fails": "ValueError"},
        "b": {"takes": 1, "fails": "KeyError"},
        "c": {"takes": 2},
    }
    trace = await run.play("loading", plan=plan, names=["a", "b", "c"], then=1.5)
    check_the_error(trace, "a", "b")
    check_the_end(trace, 1, "ab")


async def test_a_cleanup_may_fail_too(run):
    plan = {
        "a": {"takes": 1, "fails": "ValueError"},
        "b": {"takes": 3, "cleans": 0.4, "breaks": "OSError"},
        "c": {"takes": 3, "cleans": 13},
    }
    trace = await run.play("loading", plan=plan, names=["a", "b", "c"], then=1)
    assert trace.call.ending == "raised", "two loads raised, but no error reached the caller of load_all"
    expected = {"the error of a", "the cleanup error of b"}
    assert {leaf.known for leaf in trace.error.leaves()} & expected != set(), (
        "the error that comes out must be one that a load raised"
    )
    check_the_end(trace, 1, "a")


async def test_a_cancelled_caller_waits_for_its_loads(run):
    plan = {
        "a": {"takes": 3},
        "b": {"takes": 0.4},
        "c": {"takes": 3, "cleans": 0.5},
        "d": {"takes": 2, "cleans": 1.2},
    }
    trace = await run.play("interrupted", plan=plan, names=["a", "b", "c", "d"], cancel_at=0.8, then=2.5)
    assert trace.cancelled, "load_all was cancelled, but the cancellation did not come out of it"
    check_the_end(trace, 0.8)
