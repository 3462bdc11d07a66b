"""context_vars: each request sees its own id, whoever works for it, and nobody else does."""

from kata.judge import seconds

THREE = [[0, "Ann", [0.5, 0.5]], [0.2, "Bob", [1.1]], [0.4, "Cid", [0.3, 0.3]]]


async def test_each_request_sees_its_own_id(run):
    trace = await run("crowd", requests=THREE)
    assert values(trace, "served") == {rid: f"served {rid}" for rid in ("Ann", "Bob", "Cid")}, (
        "handle returns what work returned"
    )
    assert not strangers(trace, "Ann", "Bob", "Cid"), strangers(trace, "Ann", "Bob", "Cid")
    assert trace.elapsed == seconds(1.3), "requests are handled at the same time"


async def test_nothing_is_left_after_a_request(run):
    trace = await run("one_after_the_other", requests=[["Ann", "well"], ["Bob", "well"]])
    assert not strangers(trace, "Ann", "Bob"), strangers(trace, "Ann", "Bob")
    assert ids(trace, "after Ann") == ["-"], left(trace, "after Ann")
    assert ids(trace, "after Bob") == ["-"], left(trace, "after Bob")


async def test_nothing_is_left_after_an_error(run):
    trace = await run("one_after_the_other", requests=[["Ann", "error"], ["Bob", "well"]])
    raised = [getattr(event.data["error"], "known", None) for event in trace.happened("raised", "Ann")]
    assert raised == ["the error of Ann"], other_error(trace, "Ann")
    assert ids(trace, "after Ann") == ["-"], (
        "work raised, and its id was still there afterwards: the next request in the same task begins with it"
    )


async def test_whatever_work_starts_sees_the_id(run):
    trace = await run("family", rid="Ann")
    for who in ("work", "a child", "a child with children", "a grandchild", "a callback", "a thread"):
        assert set(ids(trace, who)) == {"Ann"}, (
            f"{who} saw another id: all that work starts belongs to its request"
        )
    assert set(ids(trace, "a task that outlives the request")) == {"Ann"}, (
        "a task that work started saw another id when the request was over, but it still works for that request"
    )


async def test_bind_keeps_the_context_of_now(run):
    trace = await run("bound", rid="Ann")
    places = ["another task", "another thread", "a callback", "last of all"]
    for who in places:
        assert ids(trace, who) == ["Ann"], not_bound(trace, who)
    for who in places:
        assert tenants(trace, who) == ["the binder's"], (
            f"in {who} the bound function saw its request_id, but another context variable was not as it was "
            "at bind: there may be others beside request_id"
        )
    assert values(trace, "returned") == {who: f"{who}!" for who in places}, (
        "the bound function passes all its arguments to func and returns what func returns"
    )


async def test_in_thread_keeps_the_context(run):
    trace = await run("threads", requests=["Ann", "Bob", "Cid"])
    assert not any(event.data.get("on_the_loop") for event in trace), (
        "func ran on the event loop's own thread: nothing else could run meanwhile"
    )
    for rid in ("Ann", "Bob", "Cid"):
        assert set(ids(trace, rid)) == {rid}, in_the_thread(trace, rid)
        assert set(tenants(trace, rid)) == {f"the tenant of {rid}"}, (
            "in the thread request_id was right, but another context variable was not: all of them must come along"
        )
    assert values(trace, "returned") == {rid: f"{rid}: 2 more" for rid in ("Ann", "Bob", "Cid")}, (
        "in_thread passes its arguments to func and returns what func returns"
    )
    assert trace.elapsed == seconds(0.5), "three calls of 0.5 s each must overlap"


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.ending == "deadlock" and trace.scenario == "nested":
        return "a request inside another one waits for ever: no request may wait until another is over"
    if trace.leftovers and trace.scenario == "broken_off":
        return "handle was cancelled, and work went on: whoever starts a task has to end it"
    for leaf in trace.error.leaves() if trace.error is not None else []:
        if "was created in a different Context" in leaf.text:
            return (
                "a token was made in one context and reset in another: every task has a context of its own, "
                "and a token is only good in the context in which `set` was called"
            )
        if "cannot enter context" in leaf.text:
            return "a context can be entered by one caller at a time, and this one was entered already"
        if trace.scenario.startswith("bound") and "not callable" in leaf.text:
            return "bind must give a function that can be called later; it called func itself, or gave something else"
        if trace.scenario == "threads" and "not callable" in leaf.text:
            return (
                "func was called here and its result was handed to the thread, which has nothing left to call"
            )
    return None


def strangers(trace, *requests):
    """Somebody saw an id that is not his own."""
    for rid in requests:
        for found in ids(trace, rid):
            if found in requests and found != rid:
                return (
                    f"request {rid} saw the id {found}: what all tasks share belongs to whoever wrote it "
                    "last; each task needs its own"
                )
            if found != rid:
                return (
                    f"request {rid} saw the id {found!r}: work is a coroutine function, so its body runs "
                    "where it is awaited, not where it is called"
                    if found == "-"
                    else f"request {rid} saw the id {found!r}"
                )
    return None


def left(trace, who):
    found = ids(trace, who)
    return (
        f"{who} request_id was {found[0] if found else None!r}: awaiting a coroutine makes no context of its "
        "own, so what was set there stays set in the caller"
    )


def other_error(trace, who):
    for event in trace.happened("raised", who):
        if event.data["error"].type == "ExceptionGroup":
            return "work raised a ValueError, and handle an ExceptionGroup: a TaskGroup wraps what its tasks raise"
    return "handle raises what work raised"


def not_bound(trace, who):
    if trace.happened("a coroutine", who):
        return (
            f"in {who} the bound function gave a coroutine object, and func was not called: bind gives a plain "
            "function, whose callers await nothing"
        )
    found = ids(trace, who)
    called = len(trace.happened("returned", who))
    if len(found) < called:
        return f"in {who} the bound function was called {called} times, but func only {len(found)} times"
    if not found:
        return f"the bound function was called in {who}, but func was not"
    if found == ["after bind"]:
        return "the bound function saw a value that was set after bind: it must keep the values of the moment of bind"
    return (
        f"in {who} the bound function saw the id {found[0]!r}, which is the one of that place: a function by "
        "itself takes no context along"
    )


def in_the_thread(trace, rid):
    found = ids(trace, rid)
    if found and found[0] == "-":
        return (
            "in the thread request_id had its default: a thread has a context of its own, and "
            "run_in_executor takes none along"
        )
    return f"in the thread request {rid} saw the id {found[0] if found else None!r}"


# What there is to see in a trace.


def ids(trace, who):
    return [event.data["id"] for event in trace.happened("saw", who)]


def tenants(trace, who):
    return [event.data["tenant"] for event in trace.happened("saw", who)]


def values(trace, what):
    return {event.who: event.data["value"] for event in trace.happened(what)}
