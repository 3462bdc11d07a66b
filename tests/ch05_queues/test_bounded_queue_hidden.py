"""bounded_queue with other sources, other limits and other values, and broken off."""

import asyncio

from test_bounded_queue import (
    FAILING_SINK,
    FAILING_SINK_IN_A_FLOOD,
    FAILING_SOURCE,
    FLOOD,
    SLOW_BOTH,
    ahead,
    assert_over,
    assert_the_error,
    at_once,
    explain,
    written,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_a_limit_of_one_is_enough_to_overlap(run):
    trace = await run("flow", items=[[0.6, number] for number in range(4)], work=0.6, limit=1)
    assert trace.elapsed == seconds(3), "with limit 1, one item can be read while another one is written"


async def test_the_limit_holds_whatever_it_is(run, rng):
    limits = [1, 2, rng.randint(4, 6)]
    flood = [[0, number] for number in range(9)]
    traces = await asyncio.gather(*(run("flow", items=flood, work=0.4, limit=limit) for limit in limits))
    for limit, trace in zip(limits, traces, strict=True):
        far = ahead(trace)
        assert far <= limit + 1, f"it read {far} items ahead of the sink with limit {limit}"
        assert far >= limit, (
            f"it stopped reading when {far} items were waiting, although the limit was {limit}"
        )


async def test_any_value_may_be_an_item(run):
    values = [0, None, "", False, [], "end", None]
    trace = await run("flow", items=[[0.1, value] for value in values], work=0.1, limit=2)
    assert written(trace) == values, "None, and every other value, is an item like any other, and not the end"
    assert trace.result == len(values), "pipeline returns the number of items"


async def test_an_exception_may_be_an_item(run):
    trace = await run("flow", items=[[0.1, "a"], [0.1, "b"]], work=0.1, limit=2, errors_as_items=True)
    assert written(trace) == ["a", "b"], "an exception that the source yields is an item like any other"


async def test_an_empty_source(run):
    trace = await run("flow", items=[], work=1, limit=2)
    assert trace.result == 0, "an empty source has 0 items"
    assert trace.elapsed == seconds(0), "an empty source takes no time"


async def test_a_source_that_fails_at_once(run):
    trace = await run.play("flow", items=[], work=1, limit=2, source_fails=True)
    assert_the_error(trace, "the source's error")
    assert trace.elapsed == seconds(0), "there was nothing to write before the error"
    trace = await run.play("flow", **{**FAILING_SOURCE, "source_fails": "ValueError"})
    assert written(trace) == [0, 1, 2], "the source failed, and items that had been read before were lost"
    assert_the_error(trace, "the source's error")


async def test_random_paces(run, rng):
    async def one():
        pauses = [rng.uniform(0, 0.7) for _ in range(5)]
        work = [rng.uniform(0, 0.7) for _ in range(5)]
        trace = await run(
            "flow", items=[[pause, number] for number, pause in enumerate(pauses)], work=work, limit=5
        )
        read = done = 0.0
        for pause, cost in zip(pauses, work, strict=True):
            read += pause
            done = max(read, done) + cost
        assert written(trace) == [0, 1, 2, 3, 4], (
            "the sink must get every item of the source, once, in the same order"
        )
        assert at_once(trace) <= 1, "the sink must be called for one item at a time"
        assert trace.elapsed == seconds(done), (
            "an item must be begun when it is read and the one before is written"
        )

    await asyncio.gather(*(one() for _ in range(5)))


async def test_a_source_that_cannot_be_closed(run):
    plain = {"plain": True}
    trace, sink_fails, source_fails = await asyncio.gather(
        run("flow", **SLOW_BOTH, **plain),
        run.play("flow", **FAILING_SINK, **plain),
        run.play("flow", **FAILING_SOURCE, **plain),
    )
    assert trace.result == 5, "any asynchronous iterable is a source"
    assert_the_error(sink_fails, "the sink's error")
    assert_the_error(source_fails, "the source's error")


async def test_a_source_that_takes_time_to_close(run):
    slow = {"closing": 0.8}
    while_it_is_read, while_the_reader_waits, cancelled = await asyncio.gather(
        run.play("flow", **FAILING_SINK, **slow),
        run.play("flow", **FAILING_SINK_IN_A_FLOOD, **slow),
        run.play("flow", **SLOW_BOTH, **slow, cancel_at=[2.5]),
    )
    very_slow = await run.play("flow", **FAILING_SINK_IN_A_FLOOD, closing=11)
    assert_the_error(very_slow, "the sink's error")
    assert_the_error(while_it_is_read, "the sink's error")
    assert_the_error(while_the_reader_waits, "the sink's error")
    assert cancelled.cancelled, "pipeline was cancelled, but the cancellation did not come out of it"
    for trace in (while_it_is_read, while_the_reader_waits, cancelled, very_slow):
        assert_over(trace)


async def test_two_pipelines_at_the_same_time(run):
    trace = await run("side_by_side", first=SLOW_BOTH, second=FLOOD)
    assert sorted(call.result for call in trace.calls) == [5, 10], (
        "two pipelines that run at the same time must not notice each other: they have 5 and 10 items"
    )


async def test_a_sink_that_fails_when_the_source_has_ended(run):
    items = [[0.4, number] for number in range(3)]
    trace = await run.play("flow", items=items, work=1, limit=3, sink_fails_on=1)
    assert_the_error(trace, "the sink's error")
    assert trace.elapsed == seconds(2.4), "the sink failed at 2.4, and its error must come out then"
    assert_over(trace)


async def test_nothing_is_written_after_the_sink_has_failed(run):
    traces = await asyncio.gather(
        run.play("flow", **FAILING_SINK), run.play("flow", **FAILING_SINK_IN_A_FLOOD)
    )
    for trace in traces:
        begun = [span.data["item"] for span in trace.spans if "item" in span.data]
        assert begun == [0, 1], "the sink had failed, and was called again"


async def test_cancelled_while_the_reader_waits_for_room(run):
    trace = await run.play("flow", **{**FLOOD, "limit": 1}, cancel_at=[1.2])
    assert_cancelled(trace, 1.2)


async def test_cancelled_while_both_are_at_work(run):
    trace = await run.play("flow", **SLOW_BOTH, cancel_at=[2.5])
    assert_cancelled(trace, 2.5)


async def test_cancelled_while_the_sink_waits_for_an_item(run):
    trace = await run.play("flow", items=[[1, 0], [1, 1]], work=0.2, limit=2, cancel_at=[1.6])
    assert_cancelled(trace, 1.6)


async def test_the_source_has_failed_and_something_else_comes_first(run):
    cancelled, sink_fails = await asyncio.gather(
        run.play("flow", **FAILING_SOURCE, cancel_at=[1.6]),
        run.play("flow", **FAILING_SOURCE, sink_fails_on=1),
    )
    for trace in (cancelled, sink_fails):
        trace.allow("warnings")  # nobody need look at the source's error now
    assert_cancelled(cancelled, 1.6)
    assert_the_error(sink_fails, "the sink's error")
    assert sink_fails.elapsed == seconds(2.4), "the sink failed at 2.4, and its error must come out then"


async def test_a_source_of_another_kind_with_an_aclose(run):
    trace = await run.play("flow", **FAILING_SINK_IN_A_FLOOD, closable=True)
    assert_the_error(trace, "the sink's error")
    assert_over(trace)


async def test_a_sink_that_takes_time_to_end_when_it_is_cancelled(run):
    trace = await run.play("flow", **SLOW_BOTH, tidying=0.8, cancel_at=[2.5])
    assert trace.cancelled, "pipeline was cancelled, but the cancellation did not come out of it"
    late = [span.who for span in trace.spans if "item" in span.data and span.end > trace.call.end]
    assert late == [], "pipeline was cancelled, and was over before the sink's work was"
    assert trace.elapsed <= 3.3, "the sink's work was over at 3.3 at the latest; pipeline must end then"


def assert_cancelled(trace, when):
    assert trace.cancelled, "pipeline was cancelled, but the cancellation did not come out of it"
    assert trace.elapsed == seconds(when), f"pipeline was cancelled at {when} but went on"
    going_on = [span.who for span in trace.spans if "item" in span.data and span.end > when]
    assert going_on == [], "pipeline was cancelled, but the sink went on with its item"
    assert_over(trace)
