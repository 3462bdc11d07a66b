"""retry_backoff: when each attempt begins, how the last one ends, and what is never tried again."""

from itertools import pairwise

from kata.judge import seconds

THREE_FAIL = [[0, "OSError"], [0, "OSError"], [0, "OSError"], [0, "ok"]]
ALL_FAIL = [[0, "OSError"]]


async def test_an_attempt_that_ends_well_is_the_last(run):
    trace = await run("retrying", plan=[[0.4, "ok"]], attempts=5, base=1)
    assert trace.who() == ["attempt 1"], explain(trace) or count(trace, 1)
    assert trace.result == "the answer", "retry must return what the attempt gave"
    assert trace.elapsed == seconds(0.4), "the first attempt ended well at 0.4: there is nothing to wait for"


async def test_each_pause_is_twice_as_long(run):
    trace = await run("retrying", plan=THREE_FAIL, attempts=6, base=1)
    assert begins(trace) == instants(0, 1, 3, 7), pauses(trace)
    assert trace.result == "the answer", "retry must return what the last attempt gave"
    assert trace.elapsed == seconds(7), "the fourth attempt ended well at 7: there is nothing to wait for"


async def test_the_last_error_comes_out_without_a_pause(run):
    trace = await run.play("retrying", plan=ALL_FAIL, attempts=4, base=1)
    assert len(trace.spans) == 4, explain(trace) or count(trace, 4)
    assert begins(trace) == instants(0, 1, 3, 7), pauses(trace)
    assert_error(trace, "the error of attempt 4")
    assert trace.elapsed == seconds(7), (
        f"the last attempt failed at 7 and its error came out at {trace.elapsed}: "
        "a pause is there for the attempt after it, and there was none"
    )


async def test_a_pause_begins_when_the_attempt_has_ended(run):
    trace = await run(
        "retrying",
        plan=[[0.7, "OSError"], [0.4, "OSError"], [0.5, "ok"]],
        attempts=3,
        base=1,
    )
    assert begins(trace) == instants(0, 1.7, 4.1), (
        "the time that an attempt took was taken off the pause, which begins when the attempt has ended"
        if begins(trace) == instants(0, 1, 3)
        else pauses(trace)
    )


async def test_no_pause_is_longer_than_max_delay(run):
    trace = await run(
        "retrying", plan=[*THREE_FAIL[:3], [0, "OSError"], [0, "ok"]], attempts=5, base=1, max_delay=3
    )
    assert begins(trace) == instants(0, 1, 3, 6, 9), (
        "a pause was longer than max_delay" if begins(trace) == instants(0, 1, 3, 7, 15) else pauses(trace)
    )


async def test_jitter_has_the_last_word(run):
    trace = await run("retrying", plan=THREE_FAIL, attempts=6, base=1, max_delay=3, jitter=[0.5, 0.2])
    check_jitter(trace, [1, 2, 3])
    assert begins(trace) == instants(0, 0.7, 1.9, 3.6), (
        "jitter was asked, and its answer not used: what it returns is how long the pause takes"
        if begins(trace) == instants(0, 1, 3, 6)
        else pauses(trace)
    )


async def test_any_other_error_comes_out_at_once(run):
    trace = await run.play(
        "retrying", plan=[[0, "OSError"], [0.3, "ValueError"], [0, "ok"]], attempts=5, base=1
    )
    assert len(trace.spans) == 2, (
        "attempt 2 raised ValueError, which is not in retry_on, and was tried again"
        if len(trace.spans) > 2
        else count(trace, 2)
    )
    assert_error(trace, "the error of attempt 2")
    assert trace.elapsed == seconds(1.3), "an error that is not in retry_on comes out at once"


async def test_cancelled_during_a_pause(run):
    trace = await run.play("retrying", plan=ALL_FAIL, attempts=4, base=1, cancel_at=[1.6])
    assert_cancelled(trace, 1.6, "attempt 2")


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    errors = trace.error.leaves() if trace.calls and trace.error is not None else []
    for error in errors:
        if error.type == "RuntimeError" and "already awaited" in error.text:
            return (
                "cannot reuse already awaited coroutine: op was called once, and what it gave was awaited again; "
                "a coroutine object runs once"
            )
        if error.type == "RuntimeError" and "No active exception" in error.text:
            return "the except block was over, and with it the exception: a bare raise had nothing to raise again"
        if error.type == "OverflowError":
            return (
                f"{trace.spans[-1].who} failed, and working out the pause raised OverflowError: a power of factor "
                "soon exceeds what a float can hold, and max_delay was only applied afterwards"
            )
        if error.type == "UnboundLocalError":
            return "`except ... as error` forgets its name at the end of the block: UnboundLocalError"
        if error.type == "TypeError" and "await" in error.text:
            return f"TypeError: {error.text}: op is called first, and what it gives is awaited"
        if error.known and len(trace.spans) < trace.inputs.get("attempts", 0) and retried(trace, error):
            return too_few(trace, error)
    if any("op" in warning["text"] for warning in trace.never_awaited()):
        return "op was called, and what it gave was not awaited: that alone only makes a coroutine object"
    return None


def retried(trace, error):
    """Whether this error is one after which there must be another attempt."""
    return any(error.is_a(name) for name in trace.inputs.get("retry_on") or ["OSError"])


def too_few(trace, error):
    last, attempts = trace.spans[-1], trace.inputs["attempts"]
    if trace.call.end > last.end:
        return (
            f"retry paused after {last.who} and did not call op again: what it then awaited was over already, "
            "and had failed"
        )
    return f"{error.type} came out after {last.who}, though it is in retry_on and {attempts} attempts may be made"


def pauses(trace):
    """Why the attempts did not begin when they should."""
    gaps = [after - before for before, after in pairwise(begins(trace))]
    first, factor = trace.inputs["base"], trace.inputs.get("factor", 2)
    if len(gaps) > 1 and all(gap == 0 for gap in gaps):
        return "the attempts came one right after the other, without any pause"
    if len(gaps) > 1 and factor != 1 and all(gap == first for gap in gaps):
        return f"all pauses are {first} s long; each should be {factor} times as long as the one before"
    if gaps and gaps[0] == first * factor and gaps[0] != first:
        return (
            f"the first pause is `base` seconds long, {first} s; here it was {factor} times as long already"
        )
    return f"the pauses are wrong: the attempts began at {', '.join(map(str, begins(trace)))}"


def count(trace, expected):
    made, more = len(trace.spans), expected - 1
    if made == expected + 1 and trace.inputs.get("attempts") == expected:
        return (
            f"{made} attempts: the first one counts too, so {expected} attempts are the first and {more} more"
        )
    if made > expected + 1 and trace.inputs.get("attempts") == expected:
        return f"attempts is {expected}, and op was called {made} times"
    return f"there must be {expected} attempt{'s' if expected > 1 else ''}, and there were {made}"


def check_jitter(trace, delays):
    asked = [event.data["delay"] for event in trace.happened("jitter")]
    assert asked, "jitter was never called: it decides on each pause"
    assert len(asked) == len(delays), (
        f"jitter was called {len(asked)} times for {len(delays)} pauses: once for each pause, and not without one"
    )
    assert [round(delay, 6) for delay in asked] == [round(delay, 6) for delay in delays], (
        "jitter was given a delay that is longer than max_delay"
        if max(asked) > max(delays)
        else "jitter was given the wrong delays: what it made of one pause must not change the next"
    )


def assert_error(trace, name):
    assert trace.call.ending == "raised", (
        f"all attempts failed, and retry returned {trace.result!r}: whoever called it believes that it worked"
        if trace.call.ending == "returned"
        else f"{name} must come out of retry"
    )
    known = [leaf.known for leaf in trace.error.leaves()]
    assert len(known) == 1 or name not in known, (
        f"the errors of {len(known)} attempts came out in one group, and {name} must come out of retry by itself"
    )
    assert known == [name], explain(trace) or (
        f"the error of an earlier attempt came out; {name} must"
        if known and known[0] is not None
        else f"{name} must come out of retry, and no other exception instead of it"
    )


def assert_cancelled(trace, at, last):
    trace.allow("leftovers", "warnings")
    later = [span.who for span in trace.spans if span.start > at]
    assert later == [], (
        f"retry was cancelled at {at}, and {later[0]} began after that: "
        "a cancellation is no failure, and nobody wants another attempt"
    )
    assert trace.cancelled, f"retry was cancelled at {at}, but the cancellation did not come out of it"
    assert trace.elapsed == seconds(at), f"retry was cancelled at {at} and went on until {trace.elapsed}"
    assert trace.who()[-1] == last, f"by {at} {last} must have begun"
    assert trace.spans[-1].end <= at, f"retry was cancelled at {at}, and {last} went on"


# What there is to see in a trace.


def begins(trace):
    return [span.start for span in trace.spans]


def instants(*values):
    return [seconds(value) for value in values]
