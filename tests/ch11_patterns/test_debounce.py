"""debounce: which calls lead to a run, when it begins, and that it goes on to its end."""

from kata.judge import seconds

BURST = {
    "steps": [[0, "call", "a"], [0.6, "call", "b"], [1.2, "call", "c"], [3, "call", "d"]],
    "wait": 1,
    "work": {"c": 2.4, "d": 1.6},
    "until": 6.5,
}


async def test_only_the_last_call_after_a_quiet_period(run):
    trace = await run("typing", **BURST)
    assert trace.starts() == {"c": 2.2, "d": 4}, which(trace)


async def test_a_run_is_not_disturbed_by_later_calls(run):
    trace = await run("typing", **BURST)
    check_undisturbed(trace)
    assert trace.ends() == {"c": 4.6, "d": 5.6}, (
        "c was at work when d was due: a run that is under way keeps no other one waiting"
    )


async def test_flush_makes_the_pending_call_now(run):
    steps = [[0, "call", "a"], [0.4, "flush"]]
    trace = await run("typing", steps=steps, wait=1, work={"a": 0.9}, until=3.5)
    assert trace.who(), "flush was called while a was pending, and a was never run"
    assert trace.who() == ["a"], "flush has made the pending call; it must not be made again later"
    assert trace.starts() == {"a": 0.4}, "flush was called at 0.4 and must make the pending call at once"
    assert flushes(trace)[0].end == seconds(1.3), (
        "flush must return when the run that it began is over, at 1.3"
    )


async def test_the_arguments_are_those_of_the_call(run):
    calls = [
        [["a", 1], {"loud": True}, "quiet"],
        [[], {}, "flush"],
        [["b"], {"often": 3}, "next"],
        [[None], {"how": "low"}, "quiet"],
        [[], {}, "quiet"],
    ]
    trace = await run("arguments", wait=0.5, calls=calls)
    ran = [[event.data["args"], event.data["kwargs"]] for event in trace.happened("ran")]
    assert ran == [[args, kwargs] for args, kwargs, what in calls if what != "next"], not_the_arguments(ran)


async def test_flush_without_a_pending_call(run):
    steps = [[0, "flush"], [0.4, "call", "a"], [1.8, "flush"], [3.5, "flush"]]
    trace = await run("typing", steps=steps, wait=1, work={"a": 1.2}, until=4)
    assert trace.who() == ["a"], (
        "a had begun when flush was called: nothing was pending any more, and flush made the call again"
    )
    assert [call.elapsed for call in flushes(trace)] == [0, 0, 0], (
        "nothing was pending, so flush must return at once: a run that is under way is no pending call"
    )


async def test_close_drops_the_pending_call(run):
    steps = [[0, "call", "a"], [0.5, "close"]]
    trace = await run("typing", steps=steps, wait=1, until=3)
    assert trace.who() == [], (
        "close made the pending call; it must drop it"
        if trace.spans[0].start == seconds(0.5)
        else "the debouncer was closed at 0.5, and the call that was pending was made all the same"
    )
    assert closes(trace)[0].elapsed == seconds(0), "nothing was under way, so close must return at once"


async def test_close_waits_for_what_is_under_way(run):
    steps = [[0, "call", "a"], [1.6, "call", "b"], [2, "close"]]
    trace = await run("typing", steps=steps, wait=1, work={"a": 2}, until=4)
    check_undisturbed(trace)
    assert trace.who() == ["a"], "b was pending when the debouncer was closed: it must be dropped"
    assert closes(trace)[0].end >= 3, (
        "close returned while a was still at work: it must wait until that is over"
    )
    assert closes(trace)[0].end == seconds(3), "a was over at 3; close must return then"


async def test_close_leaves_nothing_behind(run):
    steps = [[0, "call", "a"], [0.2, "call", "b"], [0.4, "call", "c"]]
    trace = await run("typing", steps=steps, wait=1, until=0.8)
    assert trace.who() == [], "c was pending when the debouncer was closed at 0.8: it must be dropped"
    assert trace.elapsed == seconds(0), "nothing was under way, so close must return at once"


async def test_an_error_is_reported_once(run):
    trace = await run.play(
        "failing", steps=[[0, "call", "a"], [2, "call", "b"]], wait=0.5, until=4, fails=["a"]
    )
    check_reports(trace)
    assert trace.who() == ["a", "b"], "a failed, and the later call of b must work as before"


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    for warning in trace.warnings:
        if warning["kind"] == "never_awaited" and "__call__" in warning["text"]:
            return "the debouncer is called as a plain function: as a coroutine function it does nothing until awaited"
        if warning["kind"] == "never_awaited" and "func" in warning["text"]:
            return "func was called, and what it gave was not awaited: that only makes a coroutine object"
        if warning["kind"] == "destroyed":
            return "nobody kept a reference to the task: it was destroyed in the middle of its work"
    for call in trace.calls[1:]:
        if call.ending == "cancelled" and not call.cancels:
            return f"CancelledError came out of {method(call)}, though nobody had cancelled it"
        if call.error is not None and "empty" in call.error.text.lower():
            return f"nothing was under way, and {method(call)} raised because there was nothing to wait for"
    if trace.calls and trace.calls[0].leftovers:
        if left_at_work(trace):
            return left_at_work(trace)
        count = len(trace.calls[0].leftovers)
        tasks = "a task" if count == 1 else f"{count} tasks"
        return (
            f"close returned, and {tasks} of the debouncer went on{line(trace.calls[0].leftovers)}: "
            "a call that is dropped or replaced must leave nothing behind"
        )
    return None


def which(trace):
    """Which call was made too often, too early, or not at all, where there were several."""
    calls = {event.who: event.at for event in trace.happened("call")}
    starts, wait = trace.starts(), trace.inputs["wait"]
    if not trace.spans:
        return explain(trace) or "no call ever led to a run of func"
    early = [name for name in trace.who() if name in calls and starts[name] == calls[name]]
    if early:
        return f"{early[0]} ran at the moment of the call: it is due when {wait} s have passed without another call"
    first = min(calls, key=lambda name: float(calls[name]))
    begin = trace.spans[0]
    if begin.start == calls[first] + wait and len(calls) > 1:
        others = len(trace.spans) >= len(calls)
        return (
            f"each call was made, {wait} s late: a call that another one follows within {wait} s must not be made"
            if others
            else f"func ran at {begin.start}, {wait} s after the first call: each call begins the quiet period anew"
        )
    repeated = [name for name in trace.who() if trace.who().count(name) > 1]
    if repeated:
        return f"{repeated[0]} was run {trace.who().count(repeated[0])} times: one call is made once"
    return f"a run must begin {wait} s after the last call, if no other call comes, and for that call alone"


def not_the_arguments(ran):
    if [[None], {"often": 3, "how": "low"}] in ran:
        return "func got a keyword argument of an earlier call, which the last one had replaced"
    if [[], {}] not in ran[1:2]:
        return "a call without any arguments is one like any other: flush must make it when it is pending"
    return "func must be called with the arguments of the call, positional and keyword"


def left_at_work(trace):
    """Who was at work when a close returned."""
    for call in closes(trace):
        if call.ending == "returned":
            for span in trace.spans:
                if span.start <= call.start and (span.ending == "open" or span.end > call.end):
                    return (
                        f"close returned while {span.who} was still at work: it must wait until that is over"
                    )
    return None


def check_undisturbed(trace):
    for span in trace.spans:
        assert span.ending != "cancelled", (
            f"{span.who} was at work and was cancelled at {span.end}: "
            "what has begun is no longer pending, and goes on to its end"
        )
        assert span.ending == "done", f"{span.who} began and must go on to its end"
    for call in trace.calls:
        assert call.error is None, explain(trace) or f"{call.text} raised {call.error}"


def check_reports(trace):
    trace.allow("warnings")
    known = [f"the error of {name}" for name in trace.inputs["fails"]]
    others = [
        call
        for call in trace.calls
        if call.error and any(leaf.known not in known for leaf in call.error.leaves())
    ]
    assert not others, explain(trace) or f"{others[0].text} raised {others[0].error}"
    for name in trace.inputs["fails"]:
        check_report(trace, name)


def check_report(trace, name):
    known = f"the error of {name}"
    out = sum(leaf.known == known for call in trace.calls[1:] if call.error for leaf in call.error.leaves())
    reported = len(trace.happened("reported", name))
    assert out + reported >= 1, (
        f"{name} raised an error, and nobody heard of it: it must be reported, or come out of the flush or the close "
        "that waits for it"
    )
    assert out + reported == 1, f"{name} raised one error, and it was reported {out + reported} times"


# What there is to see in a trace.


def flushes(trace):
    return [call for call in trace.calls if "flush" in call.text]


def closes(trace):
    return [call for call in trace.calls if "close" in call.text]


def method(call):
    return call.text.partition("(")[0].rpartition(".")[2]


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
