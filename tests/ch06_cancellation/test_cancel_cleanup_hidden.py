"""cancel_cleanup with other numbers, tasks that end in other ways, and callers in a hurry."""

import asyncio

from test_cancel_cleanup import (
    GAPS,
    check_back,
    check_cancelled,
    check_consumed,
    check_error,
    check_stopped,
    explain,
    lost,
    went_on,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_consume_at_any_time(run, rng):
    async def check(count):
        gaps = [round(rng.uniform(0.3, 0.6), 2) for _ in range(count + 5)]
        closing = round(rng.uniform(0.4, 1.2), 2)
        at = round(sum(gaps[:count]) + gaps[count] / 2, 3)
        items = ["x", "x", "", "y"]
        trace = await run.play("consuming", gaps=gaps, closing=closing, cancel_at=at, items=items)
        assert trace.cancelled, went_on(trace) or lost(trace)
        check_consumed(trace, at, closing, items[:count])

    await asyncio.gather(*map(check, (0, 1, 4)))


async def test_a_source_that_takes_long_to_close(run):
    trace = await run.play("consuming", gaps=GAPS, closing=11, cancel_at=0.6)
    assert trace.cancelled, went_on(trace) or lost(trace)
    check_consumed(trace, 0.6, 11, ["item 1"])


async def test_a_limit_around_consume(run):
    trace = await run.play("consuming_under_a_limit", gaps=GAPS, closing=0.5, limit=1)
    assert trace.call.ending == "raised", (
        "the time of an asyncio.timeout around consume was over, and no TimeoutError came of it: "
        "consume must let the CancelledError go on, as it was"
    )
    assert [leaf.type for leaf in trace.error.leaves()] == ["TimeoutError"], (
        "the time of an asyncio.timeout around consume was over, and no TimeoutError came of it: "
        "consume must let the CancelledError go on, as it was"
    )
    check_consumed(trace, 1, 0.5, ["item 1", "item 2"])


async def test_a_task_that_finishes_its_work_first(run, rng):
    finish = round(rng.uniform(1, 2), 2)
    task = {"works": 5, "finish": finish, "gives": "all done"}
    trace = await run("stopping", task=task, after=0.4)
    check_stopped(trace, asked=[0.4], over=0.4 + finish)
    assert trace.result == "all done", (
        "the task had been asked to end, and ended with a result: stop returns it"
    )


async def test_a_task_that_takes_long_to_tidy_up(run):
    trace = await run("stopping", task={"works": 20, "cleans": 11}, after=0.4)
    check_stopped(trace, asked=[0.4], over=11.4)
    assert trace.result is None, "a task that ended cancelled has no result: stop must return None"


async def test_a_task_that_fails_when_it_was_asked_to_end(run):
    task = {"works": 5, "finish": 0.6, "fails": "KeyError"}
    trace = await run.play("stopping", task=task, after=0.4)
    check_stopped(trace, asked=[0.4], over=1)
    check_error(trace, "the error of task")


async def test_a_task_that_is_over_already(run):
    for value in ("done", None, 0):
        trace = await run("stopping", task={"works": 0.2, "gives": value}, after=0.5)
        assert trace.result == value, "the task was over already: stop returns its result"
        assert trace.elapsed == seconds(0), "the task was over already: there was nothing to wait for"
    trace = await run.play("stopping", task={"works": 0.2, "fails": "OSError"}, after=0.5)
    check_error(trace, "the error of task")
    trace = await run("stopping_a_cancelled_one", task={"works": 3, "cleans": 0.2}, after=0.2, cleaned=0.5)
    assert trace.result is None, "the task had ended cancelled already: stop returns None"
    assert trace.elapsed == seconds(0), "the task was over already: there was nothing to wait for"


async def test_a_task_that_has_not_begun(run):
    trace = await run("stopping", task={"works": 1})
    assert trace.who() == [], "the task had not begun when stop was called, and it must not begin any more"
    assert trace.result is None, "the task ended cancelled: stop must return None"
    check_back(trace, over=0)


async def test_errors_of_all_kinds(run):
    async def check(kind):
        task = {"works": 3, "cleans": 0.4, "breaks": kind}
        trace = await run.play("stopping", task=task, after=0.2)
        check_stopped(trace, asked=[0.2], over=0.6)
        check_error(trace, "the cleanup error of task")

    await asyncio.gather(*map(check, ("KeyError", "OSError", "TimeoutError", "Alarm")))


async def test_a_caller_who_is_cancelled_while_the_task_finishes_its_work(run):
    task = {"works": 5, "finish": 1.2, "gives": "all done"}
    trace = await run.play("stopping", task=task, after=0.3, cancel_at=[0.5])
    trace.allow("leftovers")
    check_cancelled(trace)


async def test_stop_in_the_finally_of_a_cancelled_task(run):
    tasks = {"first": {"works": 5, "cleans": 0.4}, "second": {"works": 5, "finish": 0.7, "gives": "all done"}}
    trace = await run.play("stopping_in_a_finally", tasks=tasks, cancel_at=[0.5])
    assert trace.when("asked", "first") == [0.5], (
        "stop was called in a finally, and did not ask the task to end"
    )
    stopped = {event.who: event for event in trace.happened("stopped")}
    assert list(stopped) == ["first", "second"], (
        "stop was called in the finally of a cancelled task. It took that old cancellation for a new one and raised "
        "CancelledError, so the task that was to be stopped next went on"
    )
    assert [event.data["over"] for event in stopped.values()] == [True, True], (
        "stop was called in a finally, and came back before the task was over"
    )
    assert {who: event.data["value"] for who, event in stopped.items()} == {
        "first": None,
        "second": "all done",
    }, "stop was called in a finally, and must return what it returns elsewhere"
    assert trace.cancelled, "stop was called in a finally, and the cancellation of its caller was lost"
    assert trace.elapsed == seconds(1.6), "stop must come back as soon as the task is over"


async def test_a_caller_who_is_cancelled_again_in_its_finally(run):
    tasks = {"first": {"works": 5, "cleans": 1}}
    trace = await run.play("stopping_in_a_finally", tasks=tasks, cancel_at=[0.5, 0.9])
    trace.allow("leftovers")
    assert trace.happened("stopped") == [], (
        "stop was called in the finally of a cancelled task, and that was cancelled again while it waited in stop: "
        "CancelledError must come out, as it does elsewhere, but stop returned"
    )
    assert trace.cancelled, "the caller of stop was cancelled twice, and no CancelledError came out"


async def test_a_result_that_is_an_exception(run):
    task = {"works": 5, "finish": 0.4, "gives_error": "ValueError"}
    trace = await run.play("stopping", task=task, after=0.3)
    assert getattr(trace.result, "known", trace.result) == "the result of task", (
        "the task returned an exception, as a value like any other, and stop did not return it"
    )


async def test_a_caller_whose_cancellation_changes_nothing_for_the_task(run):
    task = {"works": 5, "finish": 1.2, "gives": "all done", "stubborn": True}
    trace = await run.play("stopping", task=task, after=0.3, cancel_at=[0.5])
    trace.allow("leftovers")
    check_cancelled(trace)


async def test_a_caller_who_is_cancelled_by_the_task(run):
    for task in ({"works": 5, "cleans": 0.4}, {"works": 5, "finish": 0.4, "gives": "all done"}):
        trace = await run.play("stopping_a_task_that_strikes_back", task=task)
        trace.allow("leftovers")
        assert trace.cancelled, (
            "the caller of stop was cancelled while it waited, by the task, which then ended: "
            "no CancelledError came out"
        )
