"""cancel_cleanup: consume closes its source and ends cancelled; stop waits until a task is over."""

from kata.judge import seconds

GAPS = [0.4] * 5
FEW_TURNS = 40  # of the event loop, for somebody who waits and does not look again and again,
A_FEW_MORE = 10  # and for each second that it takes


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.scenario == "consuming":
        return went_on(trace) or (still_closing(trace) if trace.leftovers else None)
    if trace.ending == "deadlock" and trace.scenario == "stopping_a_consumer":
        return never_asked(trace)
    if trace.error is not None and trace.scenario in (
        "stopping",
        "stopping_a_consumer",
        "stopping_a_cancelled_one",
    ):
        return foreign_cancellation(trace)
    return None


def foreign_cancellation(trace):
    if trace.error is not None and trace.error.type == "InvalidStateError":
        return "stop looked at the result of a task that was still at work: cancel() only asks it to end"
    if trace.cancelled and not trace.call.cancels:
        return (
            "CancelledError came out of stop, though nobody had cancelled its caller: "
            "whoever awaits a task gets what the task ended with, its CancelledError too"
        )
    return None


def never_asked(trace):
    if all(span.ending != "cancelled" for span in trace.spans):
        return "stop waits for the end of a task that works for ever: nobody has asked that task to end"
    return None


def went_on(trace):
    """Whether consume took no notice of being cancelled."""
    for at in trace.call.cancels:
        later = [
            span for span in trace.spans if span.who.startswith("read") and float(span.start) >= float(at)
        ]
        if later:
            return (
                f"consume was cancelled at {at} s, and went on reading at {later[0].start} s: "
                "a CancelledError that is caught inside the loop ends nothing"
            )
    return None


def still_closing(trace):
    """Whether the source was left to close by itself."""
    closes = [span for span in trace.spans if span.who == "close"]
    if any(span.ending == "open" or span.end > trace.call.end for span in closes) or (
        not closes and trace.leftovers
    ):
        return (
            f"consume ended at {trace.call.end} s while its source was still closing: "
            "what takes time must be awaited in the cleanup, too"
        )
    return None


def not_closed(trace):
    """Why the source has not been closed, by one call of close that came to its end."""
    closes = [span for span in trace.spans if span.who == "close"]
    if trace.never_awaited():
        return "close() was called but not awaited, and a coroutine function that is only called does nothing"
    if len(closes) > 1:
        return "the source must be closed once"
    if closes and closes[0].ending != "done":
        return still_closing(trace) or "close() must come to its end"
    return still_closing(trace) or (
        "consume ended without closing its source: a CancelledError passes by the lines that follow, and by "
        "`except Exception` as well, for it is a BaseException"
    )


def check_consumed(trace, at, closing, items):
    """consume was cancelled at this time, and did everything that it has to do then."""
    assert went_on(trace) is None, went_on(trace)
    assert [span.ending for span in trace.spans if span.who == "close"] == ["done"], not_closed(trace)
    assert trace.span("close").start == at, (
        f"consume was cancelled at {at} s: the source must be closed then, neither earlier nor later"
    )
    assert trace.elapsed == at + closing, (
        still_closing(trace) or "consume must end as soon as the source is closed"
    )
    reads = [span for span in trace.spans if span.who.startswith("read")]
    assert [(span.ending, span.end) for span in reads[-1:]] == [("cancelled", at)], (
        f"consume was cancelled at {at} s, and a read went on without it: a task of its own must be cancelled, too"
        if reads
        else "consume must read from its source"
    )
    (log,) = trace.happened("log")
    assert log.data["items"] == items, "every item that was read must be in the log"


def lost(trace):
    return (
        f"consume was cancelled, but it {trace.call.ending}: a CancelledError that is caught and not "
        "raised again is lost, and the task's cancelled() says False"
    )


def check_stopped(trace, asked, over):
    """stop asked the task once, and came back when it was over."""
    assert trace.when("asked", "task") == asked, how_often(trace, asked)
    check_back(trace, over)


def how_often(trace, asked):
    times = trace.when("asked", "task")
    if not times:
        return "stop did not ask the task to end, or only when it was over"
    if len(times) > 1:
        return (
            f"the task was asked again at {times[1]} s while it was still busy with the first request: "
            "a second cancel() tears its tidying up"
        )
    return f"stop must ask the task to end at once, at {asked[0]} s"


def check_back(trace, over):
    (back,) = trace.happened("back")
    assert back.data["over"] is True, (
        f"stop came back at {trace.call.end} s, but the task was not over: cancel() only asks, "
        "and a task may need time to end"
    )
    assert trace.turns < FEW_TURNS + A_FEW_MORE * float(trace.elapsed), (
        "stop looked again and again whether the task was over; it must wait for it"
    )
    assert trace.call.end == over, f"the task was over at {over} s, and that is when stop must come back"


async def test_consume_closes_its_source_and_ends_cancelled(run):
    trace = await run.play("consuming", gaps=GAPS, closing=0.5, cancel_at=1)
    assert trace.cancelled, went_on(trace) or lost(trace)
    check_consumed(trace, 1, 0.5, ["item 1", "item 2"])


async def test_stop_comes_back_when_the_task_has_tidied_up(run):
    trace = await run("stopping", task={"works": 3, "cleans": 0.6}, after=0.5)
    check_stopped(trace, asked=[0.5], over=1.1)
    assert trace.result is None, "a task that ended cancelled has no result: stop must return None"


async def test_an_error_of_the_tidying_up_comes_out_of_stop(run):
    task = {"works": 3, "cleans": 0.6, "breaks": "ValueError"}
    trace = await run.play("stopping", task=task, after=0.5)
    check_stopped(trace, asked=[0.5], over=1.1)
    check_error(trace, "the cleanup error of task")


def check_error(trace, name):
    assert trace.call.ending == "raised", (
        foreign_cancellation(trace)
        or f"the task failed, but stop {trace.call.ending}: nobody hears of the error"
    )
    assert trace.error.known == name, (
        f"the task failed, and {trace.error.type} came out of stop in place of this very exception"
    )


async def test_a_caller_of_stop_can_be_cancelled_too(run):
    trace = await run.play("stopping", task={"works": 3, "cleans": 1}, after=0.5, cancel_at=[0.4])
    trace.allow("leftovers")
    check_cancelled(trace)


def check_cancelled(trace):
    assert trace.cancelled, (
        "the caller of stop was cancelled while it waited, and this was taken for the cancellation of the task: "
        "no CancelledError came out"
    )
    assert trace.call.end <= max(seconds(trace.span("task").end), trace.call.cancels[0]), (
        "the caller of stop was cancelled and the task was over, but stop still waited"
    )


async def test_stop_and_consume_together(run):
    trace = await run.play("stopping_a_consumer", gaps=GAPS, closing=0.5, after=1)
    assert trace.call.ending == "returned", foreign_cancellation(trace) or (
        f"consume was cancelled by stop, but it did not end cancelled: {trace.error} came out"
    )
    (stopped,) = trace.happened("stopped")
    assert stopped.data["over"] is True, "stop came back while consume was still closing its source"
    assert stopped.data["cancelled"] is True, (
        "consume was cancelled by stop, but the task's cancelled() says False"
    )
    assert trace.result is None, "consume ended cancelled: stop must return None"
    assert stopped.data["log"] == ["item 1", "item 2"], "every item that was read must be in the log"
    assert trace.elapsed == seconds(0.5), "stop must come back as soon as the source is closed"
