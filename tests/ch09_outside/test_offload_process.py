"""offload_process: the calls run in other processes, several at once, and the event loop goes on."""

FIVE = {"items": [11, 12, 13, 14, 15], "workers": 2}


async def test_func_runs_in_other_processes(run):
    trace = await pool(run, **FIVE)
    assert_elsewhere(trace)


async def test_the_event_loop_goes_on(run):
    trace = await pool(run, **FIVE)
    assert_elsewhere(trace)
    assert_free(trace)
    assert_called(trace)


async def test_as_many_calls_at_once_as_there_are_workers(run):
    trace = await pool(run, items=[1, 2, 3, 4, 5, 6, 7], workers=3)
    assert_elsewhere(trace)
    assert_free(trace)
    assert_at_once(trace)


async def test_the_results_come_in_the_order_of_the_items(run):
    trace = await pool(run, **FIVE)
    assert_results(trace)


async def test_no_process_is_left(run):
    trace = await pool(run, **FIVE)
    assert_no_child(trace)


async def test_an_exception_comes_out(run):
    trace = await fails(run, items=[7, 8, 9], workers=2, fails=1)
    assert_the_error(trace)
    assert_no_child(trace)


# Every run may block: whoever waits for the end of processes may do it on the event loop's thread, and the desk watches
# the rest.


async def pool(run, **inputs):
    return await run.allow("blocked")("pool", **inputs)


async def fails(run, **inputs):
    """A run that may raise, after which whoever waited for the other calls may still be there."""
    trace = (await run.allow("blocked").play("pool", **inputs)).allow("leftovers", "warnings")
    assert_an_end(trace)
    return trace


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.happened("stuck"):
        return "no call of func was under way any more, and parallel_map went on waiting"
    if not trace.calls or trace.error is None:
        return None
    text = trace.error.text
    if text == "no error":
        return "a call returned an exception, and parallel_map raised it: what func returns is a result, whatever it is"
    if "pickle" in text.lower() or "local object" in text:
        return (
            f"what another process is to call is sent there as a name, by pickle, and this has none ({text}): "
            "a lambda, or a function inside a function, cannot be found by its name"
        )
    if trace.error.type == "TypeError" and "not callable" in text and at_home(trace):
        return (
            "func(item) was called before anything was handed over: with the parentheses it runs at once, in this "
            "process, and its result is no function that another process could call"
        )
    return None


def at_home(trace):
    return [span for span in trace.spans if span.data["home"]]


def assert_an_end(trace):
    assert not trace.happened("stuck"), explain(trace)


def assert_elsewhere(trace):
    here = at_home(trace)
    belief = (
        "on the event loop's own thread, where nothing else can run meanwhile"
        if here and here[0].data["on_loop"]
        else "in another thread, but threads of one process share one GIL: computing in them takes turns"
    )
    assert len(here) == 0, f"func ran in the process of the event loop, {belief}"


def assert_called(trace):
    expected = sorted(f"item {item}" for item in trace.inputs["items"])
    called = sorted(trace.who())
    assert called == expected, (
        "parallel_map came back and func had not been called for every item"
        if len(called) < len(expected)
        else "func must be called once for each item, and no more"
    )


def assert_free(trace):
    silent = trace.happened("no word from the event loop")
    assert len(silent) == 0, (
        "the calls ran in other processes, and yet the event loop stood still meanwhile: its own thread waited for "
        "them by a call that blocks" + where(trace)
    )


def where(trace):
    stretches = [stretch for stretch in trace.blocked if stretch["where"]]
    if not stretches:
        return ""
    longest = max(stretches, key=lambda stretch: stretch["end"] - stretch["start"])
    return f", at line {longest['where']['line']}"


def assert_at_once(trace):
    workers, items = trace.inputs["workers"], trace.inputs["items"]
    most = max(event.data["most"] for event in trace.happened("at the desk"))
    wanted = min(workers, len(items))
    assert most >= wanted, (
        "one call at a time: each was waited for before the next was handed over"
        if most == 1
        else f"never more than {most} calls were under way, with {workers} workers and {len(items)} items"
    )
    missing = [event for event in trace.happened("at the desk") if event.data["missing"]]
    assert missing == [], (
        "a call was over and another item was left, but no call was begun with it: its place stayed empty until other "
        "calls were over, too"
    )
    assert most <= workers, f"{most} calls were under way at the same time, with {workers} workers"


def assert_results(trace):
    assert_elsewhere(trace)
    assert_free(trace)
    assert_called(trace)
    items, values = trace.inputs["items"], trace.inputs.get("values")
    expected = [f"did {item}" for item in items] if values is None else values
    same = isinstance(trace.result, list) and sorted(map(repr, trace.result)) == sorted(map(repr, expected))
    assert trace.result == expected, (
        "the results came in the order in which the calls ended, not in the order of the items"
        if same
        else "parallel_map returns what func returned for each item, in the order of the items"
    )


def assert_no_child(trace):
    left = [event.data["alive"] for event in trace.happened("children")]
    how = {"returned": "returned", "raised": "raised", "cancelled": "was cancelled"}.get(
        trace.call.ending, "ended"
    )
    assert left == [0] * len(left), (
        f"{max(left)} child process{'es were' if max(left) > 1 else ' was'} still alive when parallel_map {how}: "
        "processes do not end by themselves when nobody needs them any more"
    )


def assert_the_error(trace):
    assert trace.error is not None, "a call raised, and its exception did not come out of parallel_map"
    item = trace.inputs["items"][trace.inputs["fails"]]
    leaves = [(leaf.type, leaf.text) for leaf in trace.error.leaves()]
    assert leaves == [("ValueError", f"item {item} is spoilt")], (
        "the exception that the call raised must come out, and no other"
    )
