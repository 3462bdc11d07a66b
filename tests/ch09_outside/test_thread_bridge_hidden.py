"""thread_bridge with other threads, other values, in debug mode, and broken off."""

from test_thread_bridge import (
    assert_crowd,
    assert_ended,
    assert_on_the_loop,
    assert_received,
    assert_refused,
    assert_timed_out,
    explain,
    feed,
    may_raise,
    threads,
)

__all__ = ["explain"]


async def test_in_debug_mode_the_loop_has_no_complaint(run):
    trace = await feed(run, "in_debug_mode", items=["tea", "cake"])
    assert_received(trace, ["tea", "cake"])


async def test_any_number_of_threads(run, rng):
    trace = await feed(run, "crowd", threads=rng.choice([1, 2, 7]), each=rng.randint(50, 300))
    assert_crowd(trace)
    assert_ended(trace)


async def test_push_does_not_wait_for_the_loop(run, rng):
    items = [f"parcel {rng.randrange(100)}" for _ in range(5)]
    trace = await feed(run, "busy_loop", items=items)
    waited = trace.happened("push waited for the loop")
    assert len(waited) == 0, "push waited for the event loop, which was busy: it must never wait"
    assert_received(trace, items)
    assert_ended(trace)


async def test_pushed_on_the_loops_own_thread_before_anybody_takes(run):
    trace = await feed(run, "on_the_loop", items=["tea", "cake", "tea"], parts=[None])
    assert_received(trace, ["tea", "cake", "tea"])
    assert_ended(trace)


async def test_a_thread_pushes_and_then_the_loops_own_closes(run):
    trace = await feed(run, "on_the_loop", items=["tea", "cake", "milk"], parts=[None], by_a_thread=True)
    received = trace.happened("received")[0].data["items"]
    assert received == ["tea", "cake", "milk"], (
        "a thread had pushed, and was over, when close was called on the loop's own thread: the end overtook the items"
    )
    assert_ended(trace)


async def test_any_value_may_be_an_item(run):
    values = [None, 0, "", False, [], "an ellipsis", "an exception", "close"]
    trace = await feed(run, "on_the_loop", items=values, parts=[None])
    assert_received(trace, values)
    assert_ended(trace)


async def test_closed_without_an_item_and_more_than_once(run):
    trace = await feed(run, "on_the_loop", items=[], parts=[None], closes=3)
    assert_received(trace, [])
    assert_ended(trace)


async def test_leaving_early_loses_nothing(run):
    items = [f"item {number}" for number in range(6)]
    trace = await feed(run, "on_the_loop", items=items, parts=[2, 1, None])
    received = trace.happened("received")[0].data["items"]
    assert received == items, "a consumer left its loop early, and the next did not go on with the next item"
    assert_ended(trace)


async def test_a_waiting_consumer_is_cancelled(run):
    trace = await may_raise(run, "on_the_loop", items=["tea", "cake"], parts=[None], cancelled=True)
    ending = trace.happened("the waiting")[0].data["ending"]
    assert ending == "cancelled", (
        "the waiting consumer was cancelled, but the cancellation did not come out of it"
    )
    received = trace.happened("received")[0].data["items"]
    assert received == ["tea", "cake"], (
        "a waiting consumer was cancelled, and took along an item of the next one"
    )
    assert_ended(trace)


async def test_cancelled_when_an_item_has_just_come(run):
    trace = await may_raise(run, "cancelled_beside_a_push", turns=6)
    received = trace.happened("received")[0].data["items"]
    assert received == [f"item {number}" for number in range(6)], (
        "an item was pushed and the waiting consumer cancelled, one right after the other: the item went along with "
        "the one who was cancelled"
    )
    assert_ended(trace)


async def test_an_exception_comes_out_of_the_call(run):
    trace = await may_raise(run, "call", how="raises", seconds=10)
    assert_on_the_loop(trace)
    assert_its_error(trace)


async def test_the_coroutine_may_raise_a_timeout_error_of_its_own(run):
    trace = await may_raise(run, "call", how="times out", seconds=10)
    assert_its_error(trace)


async def test_a_timeout_with_a_cleanup(run, rng):
    trace = await may_raise(run, "call", how="hangs", seconds=rng.choice([0.2, 0.7]), cleanup=0.2)
    assert_timed_out(trace)
    assert trace.endings() == {"the coroutine": "cancelled"}, (
        "the coroutine must be cancelled when its time is over"
    )


async def test_a_timeout_of_no_time_at_all(run):
    trace = await may_raise(run, "call", how="hangs", seconds=0)
    assert_timed_out(trace)


async def test_several_threads_call_at_the_same_time(run, rng):
    expected = [None, *rng.sample([0, False, "", "tea", ["cake"]], rng.randint(2, 5))]
    trace = await threads(run, "calls_at_once", values=expected)
    apart = trace.happened("not at once")
    assert len(apart) == 0, "several threads called, and one call was only begun when another had ended"
    values = trace.happened("results")[0].data["values"]
    raised = [
        repr(value) for value, came in zip(expected, values, strict=True) if f"{came}".startswith("raised")
    ]
    assert raised == [], (
        f"a coroutine returned {raised[0]}, and call_async raised an exception" if raised else ""
    )
    assert list(map(repr, values)) == list(map(repr, expected)), (
        "each thread must get what its own coroutine returned"
    )


async def test_the_loop_may_run_in_any_thread(run):
    trace = await may_raise(run, "from_the_main_thread")
    assert trace.calls[0].result == "from the main thread", (
        "the loop ran in another thread and the main thread called: that is a call like any other"
    )
    assert_refused(trace)


async def test_the_thread_that_calls_may_run_another_loop(run):
    trace = await may_raise(run, "from_a_thread_with_a_loop")
    assert trace.result == "from the other loop", (
        "the thread that called runs an event loop, but not the one that it called: call_async would not have waited "
        "for itself"
    )


async def test_who_comes_after_the_end(run):
    trace = await feed(run, "on_the_loop", items=["tea"], parts=[None, None])
    assert_received(trace, ["tea"])
    assert_ended(trace)


def assert_its_error(trace):
    assert trace.error is not None, "the coroutine raised, and its exception did not come out of call_async"
    # A TimeoutError is not the same object: run_coroutine_threadsafe makes a new one of it.
    expected = {"raises": "ValueError: no such parcel", "times out": "TimeoutError: the other side is silent"}
    assert str(trace.error) == expected[trace.inputs["how"]], (
        "what comes out of call_async must be the exception that the coroutine raised"
    )
