"""single_flight: one load for all who ask, and nobody spoils it for the others."""

from itertools import pairwise


async def test_a_crowd_makes_one_load(run):
    trace = await run("asking", callers=[[0, "tea"]] * 5)
    check(trace)
    assert len(loads(trace)) == 1, "five callers ask for one key at the same time: load must be called once"
    assert sorted(trace.ends().values()) == [1] * 6, (
        "the load takes 1 s, and then all who wait have the value"
    )


async def test_whoever_comes_while_it_loads_waits_for_the_same_load(run):
    trace = await run("asking", callers=[[0, "tea"], [0.3, "tea"], [0.7, "tea"]])
    check(trace)
    assert ends(trace) == {"caller 1": 1, "caller 2": 1, "caller 3": 1}, (
        "the value comes at 1 for all who have asked by then"
    )


async def test_keys_do_not_wait_for_one_another(run):
    trace = await run("asking", callers=[[0, "tea"], [0, "cake"], [0.4, "milk"]])
    assert trace.starts()["load milk"] == 0.4, "the load of one key waited for the load of another key"
    assert ends(trace) == {"caller 1": 1, "caller 2": 1, "caller 3": 1.4}, (
        "the load of one key waited for the load of another key"
    )
    check(trace)


async def test_a_value_is_kept(run):
    trace = await run("asking", callers=[[0, "tea"], [1.5, "tea"], [9, "tea"]])
    check(trace)
    assert ends(trace) == {"caller 1": 1, "caller 2": 1.5, "caller 3": 9}, (
        "a value that is known comes at once"
    )


async def test_a_cancelled_caller_spoils_nothing_for_the_others(run):
    trace = await run.play("asking", callers=[[0, "tea", 0.5], [0, "tea"], [0.3, "tea"]])
    check(trace)
    assert trace.endings()["caller 1"] == "cancelled", (
        "caller 1 was cancelled, and get returned as if it was not"
    )


async def test_an_error_comes_out_and_is_not_kept(run):
    trace = await run.play("asking", callers=[[0, "tea"], [1.5, "tea"], [3, "tea"]], fails=1)
    assert trace.endings()["caller 1"] == "raised", no_error(trace)
    check(trace)


async def test_an_error_while_others_wait(run):
    trace = await run.play("asking", callers=[[0, "tea"], [0, "tea"], [0.4, "tea"], [1.5, "tea"]], fails=1)
    assert trace.endings()["caller 1"] == "raised", no_error(trace)
    check(trace)


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    for warning in trace.warnings:
        if warning["kind"] == "never_retrieved":
            return (
                "an error was put into a future that nobody awaits, and asyncio complains about it "
                f"when the future dies: {warning['text']}"
            )
    if trace.leftovers and not trace.happened("cancel"):
        return "nobody waits in get any more, and something that get has started still runs"
    return None


def why_it_hangs(trace):
    waiting = [span for span in trace.spans if span.ending == "open" and "key" in span.data]
    if not waiting:
        return None
    who, where = waiting[0].who, line(trace.stuck)
    for load in loads(trace):
        if load.ending == "open":
            return (
                f"the {load.who} asks for another key and waits for ever{where}: that key has to wait for the very "
                "load that asks for it"
            )
    over = [load for load in loads_of(trace, waiting[0].data["key"]) if load.end >= waiting[0].start]
    if not over:
        return f"{who} waits for ever{where}, and nobody loads"
    if over[0].ending == "cancelled":
        return (
            f"{who} waits for ever{where}: the load ended at {over[0].end} together with the caller that was "
            "cancelled, and nobody told those who waited for it"
        )
    how = "failed" if over[0].ending == "raised" else "was over"
    return f"{who} waits for ever{where}: the load {how} at {over[0].end}, and nobody told those who waited for it"


def awaited_twice(error):
    if any("coroutine is being awaited already" in leaf.text for leaf in error.leaves()):
        return "what all callers share is a coroutine object, and only one of them can await that"
    if any("cannot reuse already awaited" in leaf.text for leaf in error.leaves()):
        return "what is kept is a coroutine object, not its value: it was awaited before, and runs only once"
    return None


def check(trace):
    """What holds whatever happens."""
    check_loads(trace)
    for span in trace.spans:
        if "key" in span.data:
            check_caller(trace, span)


def check_loads(trace):
    for key in dict.fromkeys(span.data["key"] for span in trace.spans if "key" in span.data):
        mine = loads_of(trace, key)
        together = max((sum(one.start <= load.start < one.end for one in mine) for load in mine), default=0)
        assert together <= 1, overlapping(key, mine, together)
        for one, other in pairwise(mine):
            assert one.ending != "done", again(trace, key, one, other)


def overlapping(key, mine, together):
    if together == sum(load.start == mine[0].start for load in mine):
        return (
            f"{together} loads of one key at the same time: each caller looked, found no value and began to load, "
            "for a value is there only when the first load is over"
        )
    one, other = next(pair for pair in pairwise(mine) if pair[1].start < pair[0].end)
    if one.start == other.start:
        begun = sum(load.start == one.start for load in mine)
        return (
            f"{begun} loads of {key} began at {one.start}, when the one before was over: "
            "each of those who had waited for it began one"
        )
    return (
        f"a load of {key} began at {other.start}, while another one, begun at {one.start}, was still under way: "
        "it had been forgotten"
    )


def again(trace, key, one, other):
    waited = [
        span for span in trace.spans if span.data.get("key") == key and span.start < one.end <= span.end
    ]
    late = [span for span in waited if span.end > one.end]
    if late and other.start == one.end:
        return (
            f"{late[0].who} waited until the load of {key} was over, and then loaded once more: "
            "it did not look again whether there was a value now"
        )
    return f"{key} was loaded at {one.start} and again at {other.start}: its value was not kept"


def check_caller(trace, span):
    """One get: its value or its error, at the right time."""
    key, mine = span.data["key"], loads_of(trace, span.data["key"])
    asked_to_go = cancelled_at(trace, span.who)
    if asked_to_go is not None and span.ending == "cancelled":
        assert span.end == asked_to_go, (
            f"{span.who} was cancelled at {asked_to_go}, and CancelledError must come out of get at once"
        )
    if asked_to_go is None and span.ending == "cancelled":
        assert span.ending == "done", cancelled_with(trace, span)
    assert span.ending != "open", f"{span.who} never came back from get"
    for event in trace.happened("error", span.who):
        error = event.data["error"]
        assert error.known == "the error of a load", awaited_twice(error) or (
            f"{error} came out of get: only the error of a load may come out, as it is"
        )
        assert any(load.ending == "raised" and load.end == event.at for load in mine), (
            f"{span.who} asked for {key} at {span.start}, and got the error of an earlier load: an error is not kept"
        )
    if span.ending == "done":
        values = [event.data["value"] for event in trace.happened("value", span.who)]
        assert values == [value_of(trace, key)], not_the_value(values[0])
    check_waiting(span, mine)


def check_waiting(span, mine):
    """It waits while a load of its key is under way, and not otherwise."""
    covered = span.start
    for load in mine:
        if load.start <= covered < load.end:
            covered = load.end
        if load.ending == "done":
            break
    late = span.end - covered
    assert not 0 < late < 0.2, (
        f"the load was over at {covered}, and {span.who} came back at {span.end}: it looked again and again"
    )
    assert span.end <= covered or not covered > span.start, (
        f"{span.who} still waited at {span.end}; at {covered} there was nothing to wait for any more"
    )
    assert span.end <= covered, (
        f"{span.who} began to wait at {span.start}, when nothing had to be waited for, until {span.end}"
    )
    if span.ending == "done":
        assert any(load.ending == "done" and load.end <= span.end for load in mine), (
            f"{span.who} came back at {span.end}, before any load of its key was over"
        )


def no_error(trace):
    for event in trace.happened("value", "caller 1"):
        if event.data["value"] == value_of(trace, "tea"):
            return (
                "the first load failed, and its error did not come out of the get that began it: "
                "that get went on to the next load"
            )
        if event.data["value"] is not None:
            return not_the_value(event.data["value"])
    return "the load failed, and its error did not come out of get"


def cancelled_with(trace, span):
    others = [span.who for span in trace.spans if cancelled_at(trace, span.who) is not None]
    if not others:
        return f"{span.who} got CancelledError, and nobody had been cancelled"
    return (
        f"{others[0]} was cancelled, and {span.who} got CancelledError too: whoever awaits a task or a future hands "
        "his own cancellation on to it, and so to all who wait for it"
    )


def not_the_value(value):
    if getattr(value, "type", None) in ("coroutine", "Task", "Future"):
        return f"get must give the value of load, and gave a {value.type}"
    if value is None:
        return "get returned None, and load had given something else"
    return "get must give what load has given, for this key and this SingleFlight"


# What there is to see in a trace.


def loads(trace):
    return [span for span in trace.spans if "load" in span.data]


def loads_of(trace, key):
    found = [span for span in loads(trace) if span.data["load"] == key]
    return sorted(found, key=lambda span: (float(span.start), float(span.end)))


def ends(trace):
    return {name: end for name, end in trace.ends().items() if name.startswith("caller")}


def cancelled_at(trace, name):
    """When this caller was cancelled, by the scenario or in a sweep."""
    swept = trace.calls[0].cancels if trace.inputs.get("swept") and name == "caller 1" else ()
    return next(iter([*swept, *trace.when("cancel", name)]), None)


def value_of(trace, key):
    """What the load that ended well has given."""
    if trace.inputs.get("gives"):
        return trace.inputs["gives"][0]
    inner = (trace.inputs.get("inner") or {}).get(key)
    if inner is not None:
        return value_of(trace, inner)
    done = [number for number, load in enumerate(loads_of(trace, key), 1) if load.ending == "done"]
    return f"{key} {done[0]}" if done else "no load has given anything"


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
