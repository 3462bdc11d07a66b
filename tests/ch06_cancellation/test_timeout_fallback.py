"""timeout_fallback: primary in time, primary too slow, primary's own error, a cancelled caller."""

from kata.judge import seconds

SLOW = {"takes": 3, "cleans": 0.8, "gives": "fresh"}
STORED = {"takes": 0.4, "gives": "stored"}


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls or trace.scenario != "asking":
        return None
    if trace.leftovers:
        return left_at_work(trace)
    kinds = [] if trace.error is None else [leaf.type for leaf in trace.error.leaves()]
    if "TimeoutError" in kinds and trace.endings().get("fallback") == "cancelled":
        return fallback_stopped(trace)
    if kinds == ["TimeoutError"] and trace.error.leaves()[0].known is None:
        return (
            "TimeoutError came out of with_fallback: inside the timeout block a limit that has passed is a "
            "CancelledError, and only where the block ends does it become a TimeoutError; it was not caught there"
        )
    if "CancelledError" in kinds and not trace.call.cancels:
        return (
            "CancelledError came out of with_fallback, though nobody had cancelled its caller: "
            "it is the one that stopped primary"
        )
    return None


def left_at_work(trace):
    """Who was still at work when with_fallback came back, and why."""
    call = trace.call
    how = {"returned": "returned", "raised": "raised"}.get(call.ending, "was cancelled")
    late = [span for span in trace.spans if span.ending == "open" or span.end > call.end]
    if not late:
        return None
    who = late[0].who
    if cancelled_by(trace, late[0]):
        return (
            f"with_fallback {how} while {who} was still cleaning up: cancel() only asks a task to stop, "
            "and somebody must wait until it has"
        )
    if call.cancels:
        return f"with_fallback {how}, but {who} went on without it: a task of its own must be cancelled, too"
    return (
        f"with_fallback {how}, but {who} was still at work: to stop waiting for a job does not stop the job"
    )


def cancelled_by(trace, span):
    """Whether this job had been cancelled when with_fallback came back: the end of the scenario came 1 s later."""
    cleans = trace.inputs.get(span.who, {}).get("cleans") or 0
    return span.ending == "cancelled" and span.end <= trace.call.end + cleans


def given_up_wrongly(trace, limit):
    """Why primary was not over at the time when it should have been."""
    primary = trace.span("primary")
    if left_at_work(trace):
        return left_at_work(trace)
    if primary.ending == "done":
        return f"primary went on to its end at {primary.end} s: its time must end at {limit} s, not be measured later"
    if primary.end < seconds(limit):
        return f"primary was stopped at {primary.end} s, but it had {limit} s"
    return f"primary must be cancelled at {limit} s, once, and then be left to clean up"


def fallback_too_early(trace):
    primary, fallback = trace.span("primary"), trace.span("fallback")
    if fallback.start < primary.end and fallback.start == primary.start:
        return "fallback was started together with primary: it is only wanted when primary has been given up"
    if fallback.start < primary.end:
        return (
            f"fallback began at {fallback.start} s while primary was still cleaning up, until {primary.end} s: "
            "cancel() only asks a task to stop, and somebody must wait until it has"
        )
    return "fallback must begin as soon as primary is over"


def fallback_stopped(trace):
    return (
        f"fallback was stopped at {trace.span('fallback').end} s: the limit is for primary, not for fallback"
    )


def check_given_up(trace, primary, fallback, limit):
    """primary was stopped by the limit, and then fallback did it."""
    over = limit + primary.get("cleans", 0)
    assert trace.who().count("primary") == 1, "primary must be called exactly once"
    assert trace.starts()["primary"] == 0, "primary must begin at once"
    assert (trace.span("primary").ending, trace.span("primary").end) == ("cancelled", over), given_up_wrongly(
        trace, limit
    )
    assert trace.who().count("fallback") == 1, (
        "fallback must be called exactly once when primary has been given up"
    )
    assert trace.span("fallback").start == over, fallback_too_early(trace)
    assert trace.span("fallback").ending == "done", fallback_stopped(trace)
    assert trace.result == fallback["gives"], "the result must be the value of fallback, whatever it is"
    assert trace.elapsed == over + fallback["takes"], "with_fallback must return as soon as fallback is over"


def check_raised(trace, who, at):
    """This one's own error came out."""
    told = f"{who} raised {trace.inputs[who]['fails']}"
    if who == "primary":
        assert trace.who() == ["primary"], (
            f"{told} in time, and fallback was called: an error of primary is not a limit that has passed"
        )
    assert trace.call.ending == "raised", f"{told}, but no exception reached the caller of with_fallback"
    came = trace.error
    while came.known is None and len(came.exceptions) == 1:
        came = came.exceptions[0]
    assert came.known == f"the error of {who}", (
        f"{told}, and another exception came out of with_fallback in its place: {came.type}"
    )
    assert trace.elapsed == seconds(at), f"{told} at {at} s, and it must come out at once"


def check_cancelled(trace, who, cleaned):
    """The caller was cancelled while this one was at work."""
    at = trace.call.cancels[0]
    if who == "primary":
        assert trace.who() == ["primary"], (
            f"the caller was cancelled at {at} s, and fallback was called: "
            "not every CancelledError means that the limit has passed"
        )
    assert trace.cancelled, (
        f"the caller was cancelled at {at} s, but no CancelledError came out of with_fallback: the call "
        f"{trace.call.ending}"
    )
    assert (trace.span(who).ending, trace.span(who).end) == ("cancelled", cleaned), left_at_work(trace) or (
        f"the caller was cancelled at {at} s, and {who} must be cancelled at once and clean up"
    )
    assert trace.elapsed == cleaned, left_at_work(trace) or f"with_fallback must end as soon as {who} is over"


async def test_a_primary_in_time_is_all_that_is_needed(run):
    trace = await run("asking", primary={"takes": 0.5, "gives": "fresh"}, fallback=STORED, limit=1)
    assert "primary" in trace.who(), (
        "primary never began: a coroutine function that is only called does nothing, it must be awaited, too"
    )
    assert trace.who() == ["primary"], "primary was over in time: it is called once, and fallback not at all"
    assert trace.span("primary").ending == "done", "primary was in time, but it was stopped"
    assert trace.result == "fresh", "the result must be the value of primary"
    assert trace.elapsed == seconds(0.5), "with_fallback must return as soon as primary is over"


async def test_a_primary_that_is_too_slow_is_stopped_and_then_comes_fallback(run):
    trace = await run("asking", primary=SLOW, fallback=STORED, limit=1)
    check_given_up(trace, SLOW, STORED, limit=1)


async def test_a_timeout_error_of_primary_itself_comes_out(run):
    trace = await run.play(
        "asking", primary={"takes": 0.5, "fails": "TimeoutError"}, fallback=STORED, limit=1
    )
    check_raised(trace, "primary", at=0.5)


async def test_a_cancelled_caller_gets_no_fallback(run):
    trace = await run.play("asking", primary=SLOW, fallback=STORED, limit=1.5, cancel_at=[0.4])
    check_cancelled(trace, "primary", cleaned=1.2)
