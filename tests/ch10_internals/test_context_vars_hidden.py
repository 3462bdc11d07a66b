"""context_vars with a crowd, with requests in requests, with work that sets and raises, and broken off."""

from test_context_vars import explain, ids, left, not_bound, strangers, tenants, values

from kata.judge import seconds

__all__ = ["explain"]


async def test_twenty_requests_at_once(run, rng):
    requests = [
        [rng.uniform(0, 2), f"request {number}", [rng.uniform(0.05, 1) for _ in range(rng.randint(1, 5))]]
        for number in range(20)
    ]
    trace = await run.shuffled("crowd", requests=requests)
    assert trace.error is None, f"handle raised {trace.error}"
    names = [rid for _, rid, _ in requests]
    assert not strangers(trace, *names), strangers(trace, *names)
    for rid in names:
        assert ids(trace, f"after {rid}") == ["-"], left(trace, f"after {rid}")
    assert ids(trace, "afterwards") == ["-"], left(trace, "afterwards")
    assert trace.ends() == {rid: begin + sum(pauses) for begin, rid, pauses in requests}, (
        "each request ends when its own work has ended"
    )


async def test_what_was_before_comes_back_in_each_task(run):
    requests = [[0, "Ann", [0.9]], [0.3, "Bob", [1.2]], [0.6, "Cid", [0.6]], [0.3, "Ann", [1.2]]]
    trace = await run("crowd", requests=requests, before=True)
    assert not strangers(trace, "Ann", "Bob", "Cid"), strangers(trace, "Ann", "Bob", "Cid")
    for rid in ("Ann", "Bob", "Cid"):
        found = ids(trace, f"after {rid}")
        assert found == [f"before {rid}"] * (2 if rid == "Ann" else 1), (
            f"before request {rid} its task had an id, and afterwards it had that of another task: what was before is "
            "another thing in each task"
            if found[:1] in ([f"before {other}"] for other in ("Ann", "Bob", "Cid"))
            else f"before request {rid} its task had an id: what was there before must come back"
        )


async def test_whatever_work_does_to_the_variable(run):
    requests = [["Ann", "sets"], ["Bob", "sets"], ["Cid", "error"], ["Dan", "well"]]
    requests += [["Eve", "group"], ["Fay", "cancelled"], ["", "well"]]
    trace = await run("one_after_the_other", requests=requests)
    for rid, _ in requests:
        assert ids(trace, rid) == [rid], f"request {rid!r} must see its own id"
        assert ids(trace, f"after {rid}") == ["-"], (
            "work ended cancelled, and its id was still there afterwards: CancelledError is no Exception"
            if rid == "Fay"
            else f"after {rid} request_id must be what it was before, whatever work has set it to"
        )
        assert tenants(trace, rid) == ["somebody"], (
            "work did not see another context variable of its caller: only request_id is changed by handle"
        )
    raised = [getattr(event.data["error"], "known", None) for event in trace.happened("raised", "Eve")]
    assert raised == ["the error of Eve"], (
        "work raised an ExceptionGroup, and something else came out of handle"
    )
    assert trace.when("cancelled", "Fay"), (
        "work ended cancelled, though nobody had cancelled handle, and no CancelledError came out of handle"
    )


async def test_a_request_in_a_request(run):
    for fails in (False, True):
        trace = await run("nested", fails=fails)
        assert set(ids(trace, "inner")) == {"inner"}, "the inner request must see its own id"
        assert bool(trace.when("raised")) == fails, "handle raises what work raised"
        assert ids(trace, "outer") == ["outer"] * 3, (
            "when the inner request was over, the outer one did not see its own id again: what was there "
            "before must come back"
        )
        assert ids(trace, "afterwards") == ["-"], left(trace, "afterwards")


async def test_nothing_is_left_of_a_request_with_children(run):
    trace = await run("family", rid="Bob")
    assert ids(trace, "afterwards") == ["-"], left(trace, "afterwards")
    assert ids(trace, "a child with children") == ["Bob"], (
        "what a task sets is its own affair: its parent must not see it"
    )


async def test_cancelled_on_the_way(run):
    trace = await run.play("broken_off", cancel_at=[0.5])
    assert trace.cancelled, "handle was cancelled, but did not end cancelled"
    assert trace.elapsed == seconds(0.5), "handle was cancelled at 0.5 and must end then"
    assert trace.endings() == {"work": "cancelled"}, "handle was cancelled, and work must be, too"
    assert ids(trace, "afterwards") == ["-"], (
        "the request was cancelled, and its id was still there afterwards: CancelledError is no Exception"
    )


async def test_work_takes_its_time_to_end(run):
    trace = await run.play("broken_off", cleanup=0.4, cancel_at=[0.5])
    assert trace.cancelled, "handle was cancelled, but did not end cancelled"
    assert trace.elapsed == seconds(0.9), (
        "handle was cancelled at 0.5 and work needs 0.4 seconds to end, and only then handle ends"
    )
    assert ids(trace, "work") == ["broken off"], (
        "work, which was cancelled, saw another id before it had ended"
    )
    assert ids(trace, "afterwards") == ["-"], left(trace, "afterwards")


async def test_cancelled_once_more_meanwhile(run):
    trace = await run.play("broken_off", cleanup=1.5, cancel_at=[0.5, 1])
    assert trace.cancelled, "handle was cancelled, but did not end cancelled"
    assert trace.endings()["work"] != "open" and trace.ends()["work"] <= trace.call.end, (
        "handle was cancelled a second time while work needed some time to end, and it ended before work had"
    )
    assert ids(trace, "afterwards") == ["-"], left(trace, "afterwards")


async def test_cancelled_at_each_await(run):
    for trace in await run.sweep("broken_off"):
        assert trace.cancelled, "handle was cancelled, but did not end cancelled"
        assert "open" not in trace.endings().values(), "handle was cancelled, and work must be, too"
        assert ids(trace, "afterwards") == ["-"], left(trace, "afterwards")


async def test_a_bound_function_may_be_called_again(run):
    trace = await run("bound", rid="Bob", times=3, again="Eve")
    assert "Eve" not in ids(trace, "another task") and "Bob" not in ids(trace, "bound again"), (
        "the same function was bound in two requests, and what was bound in one saw the id of the other"
    )
    assert ids(trace, "another task") == ["Bob"] * 3, not_bound(trace, "another task")
    assert ids(trace, "the caller") == ["the caller's"] * 3, (
        "the caller of a bound function saw request_id change: what func sees is not for its caller"
    )
    assert tenants(trace, "the caller") == ["the caller's"] * 3, (
        "the caller of a bound function saw a context variable change"
    )


async def test_a_bound_function_may_be_called_twice_at_once(run):
    for itself in (False, True):
        trace = await run("bound_twice_at_once", itself=itself)
        for who in ("the first", "the second"):
            assert ids(trace, who) == ["mine"] * 2, (
                f"two calls of a bound function overlapped, and {who} saw another id than at bind"
            )


async def test_bind_where_there_is_no_request(run):
    trace = await run("bound", rid=None)
    for who in ("another task", "another thread", "a callback", "last of all"):
        assert ids(trace, who) == ["-"], (
            f"no request_id was set where bind was called; in {who} the bound function must see '-' as well"
        )


async def test_what_a_bound_function_sets_stays_inside(run):
    trace = await run("bound_and_busy")
    assert ids(trace, "func") == ["mine"] * 2 and tenants(trace, "func") == ["mine"] * 2, (
        "the second call of a bound function saw what func had set in the first: each call begins with the "
        "values of the moment of bind"
    )
    assert ids(trace, "the caller") == ["mine"] * 2, (
        "what func sets must not be seen by whoever calls the bound function"
    )
    assert tenants(trace, "the caller") == ["mine"] * 2, (
        "what func sets must not be seen by whoever calls the bound function, whatever the variable"
    )
    assert [event.data["value"] for event in trace.happened("returned")] == [None, None], (
        "the bound function returns what func returns"
    )


async def test_a_bound_function_raises_what_func_raises(run):
    trace = await run("bound_and_busy", error=True)
    raised = [event.data["error"].known for event in trace.happened("raised")]
    assert raised == ["the error of func"] * 2, "the bound function raises what func raises"
    assert ids(trace, "the caller") == ["mine"] * 2, (
        "what func sets must not be seen by whoever calls the bound function"
    )


async def test_what_is_set_in_a_thread_stays_there(run):
    trace = await run("threads", requests=["Ann", "Bob"], seconds=0.3)
    found = {event.data["mine"]: event.data["id"] for event in trace.happened("saw", "the caller")}
    assert found == {"Ann": "Ann", "Bob": "Bob"}, (
        "what func sets in its thread must not be seen by the caller"
    )


async def test_in_thread_raises_what_func_raises(run):
    trace = await run("threads", requests=["Ann"], error=True)
    raised = [getattr(event.data["error"], "known", None) for event in trace.happened("raised")]
    assert raised == ["the error of func"], "in_thread raises what func raises"


async def test_threads_are_used_again(run):
    """A pool's threads keep what was set in them; the next caller must not see it."""
    for requests, length in ((["Ann", "Bob", "Cid", "Dan"], 0.4), (["Eve"], 0)):
        trace = await run("threads", requests=requests, seconds=length, last="the last")
        found = {rid: set(ids(trace, rid)) for rid in trace.who()}
        assert found == {rid: {rid} for rid in trace.who()}, (
            "in the thread, each call must see the id of its own request"
        )
        assert values(trace, "returned") == {rid: f"{rid}: 2 more" for rid in trace.who()}, (
            "in_thread returns what func returns"
        )
        seen = [*ids(trace, "the last")[:1], *tenants(trace, "the last")[:1]]
        assert seen == ["-", "nobody"], (
            "no variable had been set where in_thread was called last, but in the thread one of them had a value"
        )
