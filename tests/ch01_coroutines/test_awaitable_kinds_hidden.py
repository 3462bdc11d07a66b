"""awaitable_kinds with rarer objects, and with work that fails, is cancelled, or is over before it is started."""

from test_awaitable_kinds import check_kinds, check_refused, check_started, explain, given, later

__all__ = ["explain"]


async def test_methods_and_decorated_functions(run):
    await check_kinds(run, "async method", "generator based function", "function that gives a coroutine")


async def test_finished_futures_and_relatives_of_future(run):
    await check_kinds(run, "finished future", "future of gather", "future of a thread")
    await check_kinds(run, "task of another class")


async def test_things_that_look_awaitable_or_do_not(run):
    await check_kinds(run, "async generator function", "class with await", "object with a mere attribute")
    await check_kinds(run, "list of awaitables", "nothing", "empty object that inherits await")


async def test_work_of_any_length_and_result(run, rng):
    for what, result in [("coroutine", None), ("object", rng.randint(2, 99)), ("coroutine", "")]:
        await check_started(run, what, result=result, duration=rng.randint(4, 9) / 4)


async def test_the_future_holds_the_error_of_the_work(run):
    for what in ("coroutine", "object", "future"):
        trace = await run("begin", what=what, duration=0.5, error="the milk is sour")
        given(trace)
        assert later(trace)["state"] == "failed", "the work failed, so the Future must hold its error"
        assert later(trace)["error"].known == "the error of the work", "the Future must hold the very error"


async def test_the_future_is_done_when_the_work_was_cancelled(run):
    trace = await run("begin", what="coroutine", duration=0.5, error="cancelled")
    given(trace)
    assert later(trace)["state"] != "pending", "the work ended cancelled, and the Future was never done"


async def test_cancelling_the_future_cancels_the_work(run):
    for what in ("coroutine", "object"):
        trace = await run("begin", what=what, duration=2, result="tea ready", cancel_after=0.5)
        given(trace)
        assert later(trace)["state"] == "cancelled", "the Future was cancelled, but it did not stay so"
        assert trace.endings() == {"the work": "cancelled"}, "cancelling the Future must cancel the work"
        assert trace.ends() == {"the work": 0.5}, "cancelling the Future must cancel the work at once"


async def test_several_run_at_the_same_time(run):
    durations = {"milk": 1, "bread": 1.5, "eggs": 0.5}
    trace = await run("begin_many", durations=durations)
    trace.allow("leftovers")
    assert trace.starts() == dict.fromkeys(durations, 0), (
        "all the work must be started, and started work must not wait for other work"
    )
    assert trace.ends() == durations, "each work must take its own time"
    assert trace.happened("results")[0].data["results"] == list(durations), (
        "each Future must hold its own result"
    )


async def test_a_finished_future_comes_back_as_it_is(run):
    trace = await run("begin_finished", result="tea ready")
    trace.allow("leftovers")
    assert trace.happened("given")[0].data["same"] is True, (
        "start(fut) must hand back the same future, done or not"
    )


async def test_whatever_else_cannot_be_awaited_is_refused(run):
    for name in ("nothing", "plain function", "class with await", "list of awaitables", "async generator"):
        await check_refused(run, name)
    for name in ("plain generator", "future of a thread", "object with a mere attribute"):
        await check_refused(run, name)
