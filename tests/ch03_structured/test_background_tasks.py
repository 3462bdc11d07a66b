"""background_tasks: what is spawned runs to its end, its errors are kept, and close waits for all of it."""

from kata.judge.trace import Error


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.error_of_run is not None and trace.error_of_run.type == "CancelledError":
        return (
            "close has cancelled a task that was not spawned here: the tasks of the loop are not all its own"
        )
    if trace.calls and trace.call.error is not None:
        error = trace.call.error
        if error.type == "CancelledError" and not trace.call.cancels:
            return "a spawned coroutine was cancelled, and close took that for its own cancellation"
        if error.type == "ValueError" and not error.known and "empty" in error.text:
            return "everything was over, and close raised ValueError because there was nothing to wait for"
        if any(leaf.known for leaf in error.leaves()):
            return "close raised what a spawned coroutine raised; that belongs in errors, and close goes on waiting"
    for warning in trace.warnings:
        if warning["kind"] == "never_awaited" and "spawn" in warning["text"]:
            return "spawn is called as a plain function: as a coroutine function it starts nothing until it is awaited"
        if warning["kind"] == "callback" and "CancelledError" in warning["text"]:
            return "a cancelled task has no exception to give: task.exception() raised CancelledError in a callback"
        if warning["kind"] == "destroyed":
            return "nobody kept a reference to the task: it was destroyed in the middle of its work"
        if warning["kind"] == "never_retrieved":
            return (
                "a coroutine failed, and nobody looked at the exception of its task: asyncio complains of it"
            )
    if trace.ending == "deadlock":
        waiting = [name for name in trace.inputs.get("names", []) if name not in trace.starts()]
        return (
            f"{waiting[0]} was spawned and never began; what is spawned must begin at once"
            if waiting
            else None
        )
    return None


def in_turn(trace):
    """Whether one of the coroutines began only when another one was over."""
    starts, ends = trace.starts(), trace.ends()
    if trace.inputs.get("late") or any(
        "spawns" in errand for errand in trace.inputs.get("plan", {}).values()
    ):
        return None
    for name in starts:
        earlier = [other for other in ends if ends[other] > 0 and ends[other] == starts[name]]
        if earlier:
            return f"{name} began only when {earlier[0]} was over: what is spawned must begin at once"
    return None


def named(errors):
    """A list of errors by the names that the errands gave them."""
    if not isinstance(errors, list):
        return errors
    return [(item.known or f"another {item.type}") if isinstance(item, Error) else item for item in errors]


def errors_in(trace, what, key="errors"):
    return named(trace.happened(what)[0].data[key])


def unfinished(trace):
    """Who was not over when close returned."""
    end = trace.call.end
    return [span.who for span in trace.spans if span.ending == "open" or span.end > end]


def check_errors(trace, what, expected):
    """The list `errors` at that moment."""
    observed = errors_in(trace, what)
    missing = [name for name in expected if name not in observed]
    strange = [name for name in observed if name not in expected]
    if strange and strange[0] == "another CancelledError":
        assert observed == expected, (
            "a coroutine that ends in CancelledError has not failed: it does not belong in errors"
        )
    if strange and not missing and what == "before close":
        assert observed == expected, "an exception belongs in errors from the moment at which it was raised"
    if missing and any(name.startswith("another") for name in strange):
        assert observed == expected, "errors must hold the very exceptions that were raised"
    if missing and what == "before close":
        assert observed == expected, (
            explain(trace)
            or f"{missing[0]} is not in errors: an exception belongs there from the moment it was raised"
        )
    if missing:
        assert observed == expected, explain(trace) or f"{missing[0]} got lost: it is not in errors"
    assert observed == expected, (
        "errors must hold each exception once, in the order in which they were raised"
    )


def check_nobody_was_stopped(trace, plan):
    """Only those were cancelled that end so by themselves; what becomes of them when close is over is not its doing."""
    for span in trace.spans:
        if (
            span.ending == "cancelled"
            and not plan[span.who].get("cancelled")
            and not span.end > trace.call.end
        ):
            failed = [
                other.who for other in trace.spans if other.ending == "raised" and other.end == span.end
            ]
            assert span.ending == "done", (
                f"{span.who} was cancelled when {failed[0]} failed: one that fails must not stop the others"
                if failed
                else f"{span.who} was cancelled: what is spawned must run to its end, and close waits for that"
            )


def check_all_over(trace, plan):
    """Everything that was spawned is over, and close has waited no longer than that."""
    for name in plan:
        if name not in trace.who():
            others = [other for other in plan if name in plan[other].get("spawns", [])]
            when = f"{name} was spawned by {others[0]}, but it" if others else f"{name} was spawned, but it"
            assert sorted(set(trace.who())) == sorted(plan), explain(trace) or f"{when} never began"
    assert sorted(trace.who()) == sorted(plan), "each coroutine must run exactly once"
    check_nobody_was_stopped(trace, plan)
    late = unfinished(trace)
    if late:
        began = [
            name for name in late if not trace.starts()[name] < trace.call.start and trace.starts()[name] > 0
        ]
        assert late == [], (
            f"close returned while {began[0]} was still running, which was spawned while close was waiting"
            if began
            else f"close returned while {late[0]} was still running"
        )
    last = max([trace.call.start, *(span.end for span in trace.spans)])
    assert trace.call.end == last, (
        "close asked again and again whether everything was over, instead of waiting for it"
        if trace.turns > 1000
        else "close must return as soon as everything that was spawned is over, and not look for it now and then"
    )


async def test_spawn_starts_the_work_and_close_waits_for_it(run):
    plan = {"a": {"takes": 1.5}, "b": {"takes": 0.5}, "c": {"takes": 1}}
    trace = await run("running", plan=plan, names=["a", "b", "c"])
    assert trace.when("spawned") == [0], "spawn must return at once"
    assert trace.starts() == {"a": 0, "b": 0, "c": 0}, (
        explain(trace) or in_turn(trace) or "what is spawned must begin at once"
    )
    check_all_over(trace, plan)
    assert trace.starts() == {"a": 0, "b": 0, "c": 0}, (
        "what is spawned must begin at once, and not only with close"
    )


async def test_a_task_that_nobody_else_knows_of_is_kept_alive(run):
    trace = await run("alone")
    assert trace.who() == ["the lonely one"], (
        explain(trace) or "what is spawned must begin at once, and not only with close"
    )
    assert [event.data["alive"] for event in trace.happened("looked")] == [True], (
        "nobody kept a reference to the task: the garbage collector destroyed it in the middle of its work"
    )
    assert trace.endings() == {"the lonely one": "done"}, "what is spawned must run to its end"


async def test_errors_are_kept_in_the_order_in_which_they_were_raised(run):
    plan = {
        "a": {"takes": 1.5, "fails": "KeyError"},
        "b": {"takes": 0.4, "fails": "ValueError"},
        "c": {"takes": 2},
        "d": {"takes": 0.8, "fails": "OSError"},
    }
    trace = await run("running", plan=plan, names=["a", "b", "c", "d"], wait=1.2)
    check_nobody_was_stopped(trace, plan)
    check_errors(trace, "before close", ["the error of b", "the error of d"])
    check_all_over(trace, plan)
    check_errors(trace, "after close", ["the error of b", "the error of d", "the error of a"])


async def test_what_is_over_is_let_go_of(run):
    trace = await run("bringing", count=200)
    (look,) = trace.happened("looked")
    assert look.data["brought"] == 200, "what is spawned must run by itself, without waiting for close"
    assert look.data["kept"] == 0, (
        f"{look.data['kept']} finished tasks are still held, and what they returned with them"
    )
    assert look.data["held"] == 0, (
        "a task that is over is still held: a variable of a call that goes on holds what it last named, too"
        if look.data["held"] == 1
        else f"{look.data['held']} tasks that are over are still held"
    )
