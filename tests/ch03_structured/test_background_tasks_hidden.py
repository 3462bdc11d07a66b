"""background_tasks with nothing to do, with much to do, with children, cancellations, and two objects."""

import asyncio

from test_background_tasks import check_all_over, check_errors, errors_in, explain

from kata.judge import seconds

__all__ = ["explain"]


async def test_close_with_nothing_spawned(run):
    trace = await run("running", plan={}, names=[])
    assert trace.elapsed == seconds(0), "nothing was spawned, so close has nothing to wait for"


async def test_close_when_everything_is_over(run):
    plan = {"a": {"takes": 0.3}, "b": {"takes": 0.6, "fails": "TimeoutError"}}
    trace = await run("running", plan=plan, names=["a", "b"], wait=1)
    check_errors(trace, "before close", ["the error of b"])
    assert trace.elapsed == seconds(0), "everything was over, so close has nothing to wait for"
    check_errors(trace, "after close", ["the error of b"])


async def test_any_number_of_errands(run, rng):
    async def check(count):
        names = [f"errand{number}" for number in range(count)]
        delays = [round(0.437 + 2.113 * step, 3) for step in rng.sample(range(count), count)]
        plan = {name: {"takes": delay} for name, delay in zip(names, delays, strict=True)}
        for name in rng.sample(names, count // 2):
            plan[name]["fails"] = rng.choice(["ValueError", "KeyError", "TimeoutError", "OSError"])
        trace = await run("running", plan=plan, names=names)
        check_all_over(trace, plan)
        failed = sorted(
            (name for name in names if "fails" in plan[name]), key=lambda name: plan[name]["takes"]
        )
        check_errors(trace, "after close", [f"the error of {name}" for name in failed])

    await asyncio.gather(*map(check, (1, 4, 7)))


async def test_what_is_spawned_while_close_waits(run):
    plan = {
        "parent": {"takes": 0.5, "spawns": ["child", "sibling"]},
        "child": {"takes": 0.7, "spawns": ["grandchild"], "fails": "ValueError"},
        "sibling": {"takes": 0.3, "fails": "ValueError"},
        "grandchild": {"takes": 0.9, "fails": "ExceptionGroup"},
    }
    trace = await run("running", plan=plan, names=["parent"], then=2)
    trace.allow("leftovers")  # check_all_over names who is left
    check_all_over(trace, plan)
    check_errors(
        trace, "after close", [f"the error of {name}" for name in ("sibling", "child", "grandchild")]
    )


async def test_what_somebody_else_spawns_while_close_waits(run):
    plan = {"a": {"takes": 1}, "late": {"takes": 1.5}, "very late": {"takes": 0.4}}
    trace = await run("running", plan=plan, names=["a"], late=[["late", 0.5], ["very late", 1.3]], then=1.5)
    trace.allow("leftovers")  # check_all_over names who is left
    check_all_over(trace, plan)


async def test_a_cancelled_coroutine_has_not_failed(run):
    plan = {
        "a": {"takes": 0.5, "cancelled": "it"},
        "b": {"takes": 1, "fails": "ValueError"},
        "c": {"takes": 1.5},
        "d": {"takes": 2.5, "cancelled": "it"},  # the last one, so that close waits for it whatever it does
        "e": {"takes": 2, "cancelled": "what it awaits"},
    }
    trace = await run.play("running", plan=plan, names=["a", "b", "c", "d", "e"], then=1)
    assert trace.call.ending == "returned", (
        explain(trace) or f"close must return, and not raise {trace.error}"
    )
    check_all_over(trace, plan)
    check_errors(trace, "after close", ["the error of b"])


async def test_two_objects_have_nothing_in_common(run):
    plan = {"short": {"takes": 0.5, "fails": "ValueError"}, "long": {"takes": 1.5, "fails": "KeyError"}}
    trace = await run("two", plan=plan)
    trace.allow("leftovers")  # what the second object runs is none of the first one's business
    assert trace.calls[0].end == trace.ends()["short"], (
        "the first object waited for what was spawned by the second one"
        if not trace.calls[0].end < trace.ends()["long"]
        else "close must return as soon as everything that was spawned is over, and not look for it now and then"
    )
    assert errors_in(trace, "both closed", "first") == ["the error of short"], (
        "the errors of the second object turned up in the first one: they share a list"
    )
    assert errors_in(trace, "both closed", "second") == ["the error of long"], (
        "each object must have errors of its own"
    )
    assert trace.calls[1].end == trace.ends()["long"], "close must wait for what its own object has spawned"


async def test_a_cancelled_close_ends_cancelled(run):
    plan = {"a": {"takes": 1.5}, "b": {"takes": 0.4, "fails": "ValueError"}}
    trace = await run.play("interrupted", plan=plan, names=["a", "b"], cancel_at=0.8, then=1.5)
    trace.allow("leftovers")
    assert trace.cancelled, "close was cancelled, but the cancellation did not come out of it"
