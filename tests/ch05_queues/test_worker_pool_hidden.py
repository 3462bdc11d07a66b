"""worker_pool with other numbers, other iterables, other values, and broken off."""

import asyncio
import heapq

from test_worker_pool import FAILING, SIX, assert_the_error, explain, unfinished

from kata.judge import seconds

__all__ = ["explain"]


async def test_random_jobs(run, rng):
    async def one():
        count, workers = rng.randint(6, 9), rng.randint(2, 4)
        jobs = [[f"job {number}", rng.uniform(0.1, 1.1)] for number in range(count)]
        free, begin = [0.0] * workers, {}
        for name, cost in jobs:
            begin[name] = heapq.heappop(free)
            heapq.heappush(free, begin[name] + cost)
        trace = await run("pool", jobs=jobs, workers=workers)
        assert trace.starts() == begin, "when a call has ended, the next item must begin at once"
        assert trace.elapsed == seconds(max(free)), "map_pool must return when the last call has ended"
        assert trace.result == [f"did {name}" for name, _ in jobs], (
            "the results must be in the order of the items"
        )

    await asyncio.gather(*(one() for _ in range(4)))


async def test_a_stream_that_is_far_too_long(run):
    trace = await run.play("crowd", count=5_000, workers=3, fails_at=2)
    taken = trace.happened("taken in all")[0].data["count"]
    assert taken <= 7, f"it took {taken} of 5000 items before the third one failed, with 3 workers"
    assert len(trace.spans) == 3, "the third item failed, and no other must begin"
    assert_the_error(trace, "the error of 2", 0.5)


async def test_the_stream_is_read_slowly_with_any_number_of_workers(run):
    numbers = [1, 3, 12]
    jobs = [[f"item {number}", 0.4] for number in range(14)]
    traces = await asyncio.gather(*(run("pool", jobs=jobs, workers=workers) for workers in numbers))
    for workers, trace in zip(numbers, traces, strict=True):
        most, far = trace.at_once(), unfinished(trace)
        assert most == workers, (
            f"{most} running at once: {workers} workers must have {workers} calls under way"
        )
        assert far <= 2 * workers + 1, f"{far} items were taken and not finished, with {workers} workers"


async def test_more_workers_than_items(run):
    trace = await run("pool", jobs=[["a", 0.6], ["b", 0.3]], workers=7)
    assert trace.result == ["did a", "did b"], "there may be more workers than items"
    assert trace.elapsed == seconds(0.6), "the workers that find nothing to do must not keep the others"


async def test_no_items(run):
    trace = await run("pool", jobs=[], workers=3)
    assert trace.result == [], "without items the result is an empty list"


async def test_a_list_is_an_iterable_too(run):
    trace = await run("pool", jobs=[["a", 0.2], ["b", 0.1], ["c", 0.1]], workers=2, as_list=True)
    assert trace.result == ["did a", "did b", "did c"], "items may be any iterable"


async def test_any_value_may_be_an_item_or_a_result(run):
    values = [None, 0, "", False, "end", []]
    trace = await run("pool", jobs=[[value, 0.1] for value in values], workers=2, echo=True)
    assert trace.result == values, "None, and every other value, is an item and a result like any other"


async def test_items_may_be_equal(run):
    trace = await run("pool", jobs=[["a", 0.1], ["a", 0.1], ["b", 0.1], ["a", 0.1]], workers=2)
    assert trace.result == ["did a", "did a", "did b", "did a"], (
        "equal items are several items, each with its result"
    )


async def test_an_exception_may_be_an_item_and_a_result(run):
    trace = await run("exceptions", workers=1)
    known = [getattr(value, "known", value) for value in trace.result]
    assert known == ["the exception"] * 2, (
        "an exception that nobody raises is an item and a result like any other"
    )


async def test_two_pools_at_the_same_time(run):
    trace = await run("side_by_side", first=SIX, second={"jobs": [["g", 0.4], ["h", 2]], "workers": 1})
    expected = [[f"did {item}" for item in items] for items in ("abcdef", "gh")]
    assert sorted(call.result for call in trace.calls) == expected, (
        "two pools that run at the same time must not notice each other: each has its own items and results"
    )


async def test_an_error_among_many_items(run):
    jobs = [["a", 0.5], ["b", 1], ["c", 0.9], ["d", 1], ["e", 1], ["f", 1]]
    trace = await run.play("pool", jobs=jobs, workers=2, fails=["c"])
    assert_the_error(trace, "the error of c", 1.4)
    assert trace.endings() == {"a": "done", "b": "done", "c": "raised", "d": "cancelled"}, (
        "when c failed, d was under way and must be cancelled; nothing else may begin"
    )


async def test_an_error_when_all_items_have_been_taken(run):
    trace = await run.play("pool", jobs=[["a", 2], ["b", 1.3], ["c", 0.6]], workers=3, fails=["b"])
    assert_the_error(trace, "the error of b", 1.3)
    assert trace.endings() == {"a": "cancelled", "b": "raised", "c": "done"}, (
        "b failed when no item was left, and a was under way: that must be cancelled then, too"
    )


async def test_two_errors_at_the_same_moment(run):
    jobs = [["a", 0.5], ["b", 0.5], ["c", 1]]
    trace = (await run.play("pool", jobs=jobs, workers=2, fails=["a", "b"])).allow("warnings")
    assert trace.error is not None, "two calls raised at the same moment, and no error came out of map_pool"
    known = {leaf.known for leaf in trace.error.leaves()}
    assert known <= {"the error of a", "the error of b"}, (
        "one of the two errors must come out, or both in a group"
    )
    assert trace.elapsed == seconds(0.5), "two calls raised at 0.5: what comes out must come out then"


async def test_a_single_worker_may_fail(run):
    trace = await run.play("pool", jobs=[["a", 0.3], ["b", 0.3], ["c", 0.3]], workers=1, fails=["b"])
    assert_the_error(trace, "the error of b", 0.6)


async def test_items_that_cannot_be_read(run):
    trace = await run.play("pool", jobs=[["a", 0.5], ["b", 1.5], ["c", 0.6]], workers=2, items_fail=True)
    when = trace.when("items fail")
    assert when, "items must be read to the end"
    assert_the_error(trace, "the error of items", when[0])
    assert "open" not in trace.endings().values(), "an error of items ends the calls that are under way"


async def test_cancelled_on_the_way(run):
    trace = await run.play("pool", **SIX, cancel_at=[1.5])
    assert trace.cancelled, "map_pool was cancelled, but the cancellation did not come out of it"
    assert trace.elapsed == seconds(1.5), "map_pool was cancelled at 1.5 but went on"
    assert trace.endings() == {"a": "cancelled", "b": "done", "c": "cancelled"}, (
        "map_pool was cancelled: the calls under way must be cancelled, and no other must begin"
    )


async def test_cancelled_with_something_to_clean_up(run):
    trace = await run.play("pool", **FAILING, cleanup={"a": 0.4, "b": 11}, cancel_at=[0.3])
    assert trace.endings().get("c") != "raised", (
        "map_pool was cancelled at 0.3, and c went on until it failed at 0.6: every call must be cancelled at once"
    )
    assert trace.cancelled, "map_pool was cancelled, but the cancellation did not come out of it"
    late = [span.who for span in trace.spans if span.end > trace.call.end]
    assert late == [], "map_pool ended before the calls that it had cancelled"
    assert trace.elapsed == seconds(11.3), "the cancelled calls were over at 11.3; map_pool must end then"
