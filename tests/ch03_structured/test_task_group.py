"""task_group: all loads, or one error after which nothing is running any more."""

from kata.judge import seconds

SCHEDULED, DONE = "scheduling done", "Done."
FAILING = {"a": {"takes": 3}, "b": {"takes": 1, "fails": "ValueError"}, "c": {"takes": 2, "cleans": 0.5}}


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    call = trace.call
    if call.error is not None:
        kinds = {leaf.type for leaf in call.error.leaves()}
        if "InvalidStateError" in kinds:
            return (
                "the results were asked for while the loads were still under way: a TaskGroup waits at its end, and "
                "only for the tasks that its own create_task has made"
            )
        if any((leaf.known or "").startswith("the value of") for leaf in call.error.leaves()):
            return "a load gave an exception object as its value, and load_all raised it: that load has ended well"
        if any(leaf.type == "TimeoutError" and not leaf.known for leaf in call.error.leaves()):
            return f"load_all gave up at {at(call.end)} s: nobody has said how long a load may take"
        if not trace.inputs.get("names", True):
            return "load_all raised because there were no names; nothing to load is no error"
    if any(warning["kind"] == "never_retrieved" for warning in trace.warnings):
        if sum(span.ending == "raised" for span in trace.spans) > 1:
            return "several loads raised, and nobody looked at one of the errors: asyncio complains of it"
        return "nobody looked at an error that a task ended with: asyncio complains of it"
    if trace.leftovers:
        return after_the_end(trace)
    return None


def at(instant):
    """An instant as a sentence has it: 1.5"""
    return f"{round(float(instant), 1):g}"


def after_the_end(trace):
    """Who was still at work when load_all came back, and why."""
    call = trace.call
    late = [span for span in trace.spans if span.ending == "open" or span.end > call.end]
    cleaning = [
        span.who for span in late if any(not at > call.end for at in trace.when("asked to stop", span.who))
    ]
    if call.ending == "returned":
        return "load_all returned while loads were still under way: it did not wait for all of them"
    how = "raised" if call.ending == "raised" else "was cancelled"
    if cleaning:
        return (
            f"load_all {how} at {at(call.end)} s while {cleaning[0]} was still cleaning up: "
            "to cancel a task is only to ask it to stop, and to wait for it is another matter"
        )
    if late:
        return (
            f"load_all {how} at {at(call.end)} s, but {late[0].who} kept running: no cancellation reached it"
        )
    return f"load_all {how} without waiting until the loads that it had started were over"


def in_turn(trace, names):
    """Whether the loads ran one after the other."""
    starts, ends = trace.starts(), trace.ends()
    for name in names:
        if name in starts and starts[name] > 0:
            earlier = [other for other in names if other in ends and ends[other] == starts[name]]
            late = sum(start > 0 for start in starts.values())
            if earlier and late == len(starts) - 1:
                return f"{name} was loaded only when {earlier[0]} was over: they run one after the other"
            return f"{name} was loaded only at {at(starts[name])} s: all the loads must be under way at the same time"
    return "all the loads must begin at once, each of them exactly once"


def said(trace):
    return [event.who for event in trace.happened("say")]


def check_what_was_said(trace):
    """Of a call that has returned: both lines, each at its time."""
    count = len(trace.spans)
    assert sorted(said(trace)) == [DONE, SCHEDULED], (
        f'load_all must say "{SCHEDULED}" once and "{DONE}" once, and nothing else'
    )
    first, last = sorted(trace.happened("say"), key=lambda event: event.who == DONE)
    assert first.data["begun"] == 0, f'"{SCHEDULED}" must be said before any load has begun to run'
    assert last.data["over"] == count, f'"{DONE}" was said while loads were still under way'
    assert last.at == trace.call.end, f'"{DONE}" must be said as the last thing'


def check_the_error(trace, *names):
    """One of the errors of these loads has come out."""
    call = trace.call
    assert call.ending != "cancelled", (
        f"the load of {names[0]} raised, but what came out of load_all was CancelledError, though nobody had "
        "cancelled load_all"
    )
    assert call.ending == "raised", (
        f"the load of {names[0]} raised, but no error reached the caller of load_all: the call {call.ending}"
    )
    known = [leaf.known for leaf in call.error.leaves()]
    expected = [f"the error of {name}" for name in names]
    assert [name for name in known if name in expected] != [], (
        "the error that comes out must be the very exception that the load raised"
    )


def check_the_end(trace, stop, failed=""):
    """After a failure (or a cancellation) at `stop` the rest were cancelled and waited for, and then it was over."""
    plan = trace.inputs["plan"]
    others = {name: job for name, job in plan.items() if name not in failed}
    late = {name: job for name, job in others.items() if (job["takes"] or 0) > stop}
    for name in late:
        assert trace.endings()[name] != "done", (
            f"{name} was under way at {at(stop)} s and went on to its end: no cancellation reached it"
        )
    ends = {
        name: stop + job.get("cleans", 0) if name in late else job["takes"] or 0
        for name, job in others.items()
    }
    for name in ends:
        assert trace.endings()[name] != "open", after_the_end(trace)
    observed = {name: trace.ends()[name] for name in ends}
    assert observed == ends, (
        f"whatever was under way at {at(stop)} s must be cancelled at that instant, and nothing else"
    )
    end = max([stop, *ends.values()])
    assert not trace.call.end < end, (
        after_the_end(trace) or "load_all came back while a load was still running"
    )
    assert trace.call.end == end, "load_all must come back as soon as the last of its loads is over"
    assert said(trace) == [SCHEDULED], (
        f'of an attempt that fails, only "{SCHEDULED}" is said, and not "{DONE}"'
    )


async def test_all_loads_are_under_way_at_once(run):
    trace = await run("loading", plan={"milk": {"takes": 1}, "bread": {"takes": 2}}, names=["milk", "bread"])
    assert sorted(trace.who()) == ["bread", "milk"], "load must be called exactly once for each name"
    assert trace.starts() == {"milk": 0, "bread": 0}, in_turn(trace, ["milk", "bread"])
    assert trace.leftovers == [], after_the_end(trace)
    assert trace.result == {"milk": "MILK", "bread": "BREAD"}, (
        "the result is a dict with the value of each load, by name"
    )
    assert trace.elapsed == seconds(2), "load_all must return as soon as the slowest load is over"


async def test_scheduling_done_comes_first_and_done_comes_last(run):
    trace = await run("loading", plan={"milk": {"takes": 1}, "bread": {"takes": 2}}, names=["milk", "bread"])
    check_what_was_said(trace)


async def test_one_fails_and_the_rest_are_cancelled_and_cleaned_up(run):
    trace = await run.play("loading", plan=FAILING, names=["a", "b", "c"], then=3)
    assert trace.starts() == {"a": 0, "b": 0, "c": 0}, in_turn(trace, "abc")
    check_the_error(trace, "b")
    check_the_end(trace, stop=1, failed="b")
