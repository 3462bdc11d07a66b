"""offload_process with other numbers and values, and broken off."""

import asyncio

from test_offload_process import (
    assert_at_once,
    assert_called,
    assert_elsewhere,
    assert_free,
    assert_no_child,
    assert_results,
    assert_the_error,
    explain,
    fails,
    pool,
)

from kata.judge.values import Error

__all__ = ["explain"]


def assert_all(trace):
    assert_elsewhere(trace)
    assert_free(trace)
    assert_called(trace)
    assert_at_once(trace)
    assert_results(trace)
    assert_no_child(trace)


async def test_any_number_of_workers(run, rng):
    async def one(count, workers):
        assert_all(await pool(run, items=rng.sample(range(1_000_000), count), workers=workers))

    workers = rng.randint(2, 4)
    await asyncio.gather(one(workers + rng.randrange(4), workers), one(3, 1), one(2, 5), one(1, 2))


async def test_no_items(run):
    trace = await pool(run, items=[], workers=3)
    assert trace.result == [], "without items the result is an empty list"
    assert_no_child(trace)


async def test_any_value_may_be_a_result(run):
    values = [None, 0, [], "", False, "ValueError: no error"]
    trace = await pool(run, items=[4, 3, 0, 1, -7, 2], workers=2, values=values)
    assert_free(trace)
    results = trace.result if type(trace.result) is list else [trace.result]
    assert [str(value) if isinstance(value, Error) else value for value in results] == values, (
        "None, and every other value, is a result like any other"
    )


async def test_the_same_item_twice(run):
    trace = await pool(run, items=[4, 4, 0, 4], workers=2)
    called = trace.who().count("item 4")
    times = "once" if called == 1 else f"{called} times"
    assert called == 3, f"func was called {times} for an item that stands there three times"
    assert_results(trace)


async def test_it_can_be_called_again(run):
    trace = await pool(run, items=[1, 2], workers=2, times=2)
    assert_free(trace)
    results = [call.result for call in trace.calls]
    assert results == [["did 1", "did 2"]] * 2, "a second call must do the same again"
    assert_no_child(trace)


async def test_one_of_many_calls_raises(run, rng):
    trace = await fails(run, items=[1, 2, 3, 4, 5, 6], workers=3, fails=rng.randrange(3))
    assert_the_error(trace)
    assert_no_child(trace)


async def test_cancelled_while_calls_are_under_way(run):
    trace = await fails(run, items=[1, 2, 3, 4, 5], workers=2, cancel="under way")
    assert trace.cancelled, "parallel_map was cancelled, but the cancellation did not come out of it"
    assert_no_child(trace)


async def test_cancelled_before_its_first_step(run):
    trace = await fails(run, items=[1, 2, 3], workers=2, cancel="early")
    assert trace.cancelled, "parallel_map was cancelled, but the cancellation did not come out of it"
    assert_no_child(trace)
