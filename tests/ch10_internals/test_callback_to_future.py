"""callback_to_future: one answer to each call, at the moment of the callback, and none that comes too late."""

from collections import Counter

from kata.judge import seconds

A_FUTURE = "call returned a Future, and nobody had awaited it: whoever awaits call gets no answer"
FEW = 25  # turns of the event loop; a single call needs fewer than ten


async def test_the_answer_comes_back(run):
    trace = await run("one", replies=[[0.637, "ok", "tea, please"]])
    assert not trace.happened("returned a future"), A_FUTURE
    assert trace.result == "tea, please", "call returns the text that on_ok was called with"
    assert trace.turns < FEW, polls(trace)
    assert trace.elapsed == seconds(0.637), "call must end at the moment at which on_ok is called"
    assert len(trace.happened("send")) == 1, "the request must be sent once"
    assert not trace.happened("abort"), "there was an answer: nothing is to be aborted"


async def test_the_error_is_raised(run):
    trace = await run.play("one", replies=[[1, "err", "no tea"]])
    assert trace.error is not None, "the library called on_err, but call did not raise"
    assert trace.error.known == "no tea", "call must raise the very exception that on_err was called with"
    assert trace.elapsed == seconds(1), "call must end at the moment at which on_err is called"
    assert not trace.happened("abort"), (
        "the library reported an error: that request is over, and nothing is to be aborted"
    )


async def test_the_library_calls_back_before_send_returns(run):
    trace = await run("one", replies=[["send", "ok", "ready"]])
    assert trace.result == "ready", "on_ok was called before send returned; its answer is the answer of call"
    assert trace.elapsed == seconds(0), "the answer was there at once"


async def test_two_calls_at_the_same_time(run):
    trace = await run(
        "several", requests=[[0, "tea", [[1, "ok", "TEA"]]], [0.4, "coffee", [[1.6, "ok", "COFFEE"]]]]
    )
    assert answers(trace) == {"tea": "TEA", "coffee": "COFFEE"}, (
        "each call must get the answer to its own request"
    )
    assert trace.ends() == {"tea": 1, "coffee": 2}, "each call ends when its own request is answered"


async def test_only_the_first_callback_counts(run):
    trace = await run(
        "one", replies=[[0.5, "ok", "first"], [0.5, "ok", "second"], [0.9, "err", "third"]], after=1.2
    )
    assert not raised(trace), raised(trace)
    assert trace.result == "first", "the library called back several times; only the first time counts"


async def test_cancelled_while_it_waits(run):
    trace = await run.play("one", replies=[[1, "ok", "late"]], cancel_at=[0.5], after=1)
    assert trace.cancelled, "call was cancelled, but did not end cancelled"
    assert trace.elapsed == seconds(0.5), "call was cancelled at 0.5 and must end then"
    assert aborted(trace) == ["tea"], how_often(trace)
    assert not raised(trace), raised(trace)


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    callbacks = [event for event in trace if event.what.startswith("on_")]
    if trace.ending == "spin":
        return polls(trace)
    if trace.happened("returned a future"):
        return A_FUTURE
    if any("InvalidStateError" in warning["text"] for warning in trace.warnings):
        return too_late(trace)
    if trace.ending != "deadlock":
        return None
    if any(task["waits"] == "a blocking call" for task in trace.stuck):
        return (
            f"the event loop's thread was blocked{line(trace.stuck)}: the callback that would end this wait "
            "comes on the very same thread, so it never comes"
        )
    if not callbacks:
        return None
    first = callbacks[0]
    if raised(trace):
        return raised(trace)
    if trace.happened("a callback gave a coroutine"):
        return (
            f"the library called {first.what}, and that gave a coroutine object: no line of an `async def` runs when "
            "it is called, and the library awaits nothing"
        )
    if trace.scenario == "several":
        waiting = sorted(
            Counter(event.who for event in callbacks)
            - Counter(event.who for event in trace.happened("came out"))
        )
        if waiting and len(trace.happened("send")) > 1:
            return (
                f"the library has answered {' and '.join(waiting)}, but that call waits for ever{line(trace.stuck)}: "
                "several calls were under way, and what is shared by all of them belongs to the latest"
            )
        return None
    if first.at == trace.happened("send")[0].at:
        return (
            f"{first.what} was called before send had returned, and nobody was listening yet: call waits for ever"
            f"{line(trace.stuck)}"
        )
    if first.what == "on_err":
        return f"on_err was called, and call waits on{line(trace.stuck)}: an error ends a request, too"
    return None


def polls(trace):
    return (
        f"the event loop turned {trace.turns} times during one call: it asked again and again whether the "
        "answer was there, but waiting must keep nobody busy"
    )


def raised(trace):
    """A callback of the answer raised in the library."""
    for event in trace.happened("a callback raised"):
        error = event.data["error"]
        if error.is_a("InvalidStateError"):
            return too_late(trace)
        return f"the function that was handed to send raised {error} when the library called it"
    return None


def too_late(trace):
    before = "after the call was cancelled" if trace.cancelled else "a second time"
    return (
        f"the library called back {before}, and that raised InvalidStateError: a future takes one result, and none "
        "once it is cancelled"
    )


def how_often(trace):
    count = len(aborted(trace))
    if not count:
        return "call was cancelled, but nobody told the library: the request was not aborted"
    if aborted(trace) == [None]:
        return "abort must get the handle that send returned"
    return f"the request was aborted {count} times"


# What there is to see in a trace.


def answers(trace):
    return {event.who: event.data["answer"] for event in trace.happened("came out")}


def aborted(trace):
    return [event.who for event in trace.happened("abort")]


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
