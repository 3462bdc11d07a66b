"""merge_streams: items come as the sources give them, and nothing is left when the reader has gone."""

from itertools import accumulate, pairwise

from kata.judge import seconds

UNEVEN = {"a": [[1, "a1"], [0.5, "a2"], [1, "a3"]], "b": [[4, "b1"]]}
IN_TURN = {"a": [[1, "a1"], [2, "a2"], [2, "a3"]], "b": [[2, "b1"], [2, "b2"]]}
FLOOD = {
    "a": [[0, f"a{number}"] for number in range(1, 11)],
    "b": [[0, f"b{number}"] for number in range(1, 3)],
}
MOST = 2  # items of a source that may have been read and not got


async def test_items_come_as_the_sources_give_them(run):
    trace = await run("reading", sources=UNEVEN)
    check_arrivals(trace)


async def test_sources_that_take_turns(run):
    trace = await run("reading", sources=IN_TURN)
    check_arrivals(trace)


async def test_a_slow_reader_holds_back_the_sources(run):
    trace = await run("reading", sources=FLOOD, work=0.5)
    check_items(trace)
    check_ahead(trace)


async def test_a_reader_who_has_enough(run):
    trace = await run("reading", sources=UNEVEN, enough=2)
    assert got(trace) == ["a1", "a2"], "after aclose() nothing more may come"
    check_over(trace)
    assert trace.elapsed == seconds(1.5), (
        "the reader has enough at 1.5, and nothing there takes time to close"
    )


async def test_an_error_comes_out_at_once(run):
    trace = await run.play("reading", sources={"a": [[1, "a1"]], "b": [[4, "b1"]]}, failing=["a"])
    check_error(trace, "a", 1)


async def test_without_sources_it_ends_at_once(run):
    trace = await run("reading", sources={})
    assert trace.elapsed == seconds(0), "without sources there is nothing to wait for"
    check_items(trace)


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.error is not None:
        sentence = refused(trace)
        if sentence:
            return sentence
    if trace.leftovers and (trace.error is None or any(leaf.known for leaf in trace.error.leaves())):
        return left_behind(trace)
    return None


def why_it_hangs(trace):
    if trace.data["phase"] == "closing":
        return None
    where = line([task for task in trace.stuck if task["where"]][:1])
    if trace.call.ending != "running":
        return f"merge was over at {trace.call.end}, and who asks for one more item waits for ever{where}"
    failed = [span for span in sources(trace) if span.ending == "raised"]
    if failed:
        return (
            f"{failed[0].who} raised its error at {failed[0].end}, in the task that reads it, and the reader waits for "
            f"ever{where}: an error that ends a task is told to whoever awaits that task, and to nobody else"
        )
    if trace.happened("enough"):
        return f"the reader has had enough, and aclose() waits for ever{where}"
    if all(span.ending != "open" for span in sources(trace)):
        return f"every source has ended, and the reader waits for ever{where}: nobody told him"
    return None


def refused(trace):
    """An error that tells of a belief."""
    for leaf in trace.error.leaves():
        if "aclose(): asynchronous generator is already running" in leaf.text:
            return (
                "aclose() cannot close a generator that somebody is reading: a task that was cancelled is not over "
                "before it has been awaited"
            )
        if "asynchronous generator is already running" in leaf.text:
            return "a source was asked for its next item while it was still at work on the one before"
        if "async generator raised StopAsyncIteration" in leaf.text:
            return (
                "the StopAsyncIteration of a source left merge: an asynchronous generator must not let it out, it ends "
                "by coming to its end"
            )
        if "'coroutine' object" in leaf.text:
            return "merge gave a coroutine: only a yield in its body makes an async def an asynchronous generator"
        if leaf.type == "GeneratorExit":
            return (
                "aclose() raises GeneratorExit at the yield, and a TaskGroup around it takes that for an error of its "
                "block: a yield must not stand inside a TaskGroup"
            )
        if leaf.type == "AttributeError" and "aclose" in leaf.text:
            if "Plain" in leaf.text:
                return "not everything that async for can loop over has aclose()"
            return f"merge gave something that cannot be closed: {leaf.text}"
        if leaf.type == "TypeError" and "Plain" in leaf.text:
            return f"a source need not be an iterator: async for asks it for one first ({leaf.text})"
        if leaf.type == "Broken" and leaf.known is None:
            return "an item that is an exception is an item like any other, and merge raised it"
        if leaf.type == "QueueFull":
            return "put_nowait() does not wait for room: in a full queue it raises QueueFull"
    return None


def left_behind(trace):
    why = {"raised": "the error came out", "cancelled": "the reader was cancelled"}.get(
        trace.call.ending, "the reader had closed it"
    )
    count = len(trace.leftovers)
    tasks = "a task of merge" if count == 1 else f"{count} tasks of merge"
    return f"{why}, and {tasks} still ran: a task does not end because nobody needs it, and cancel() only asks it to"


def check_arrivals(trace):
    """A reader who takes no time gets each item when its source gives it."""
    check_items(trace)
    arrived = {event.data["item"]: event.at for event in trace.happened("got")}
    expected = {item: seconds(at) for item, at in due(trace).items()}
    assert arrived == expected, why_late(trace, arrived, expected)
    assert trace.elapsed == max(expected.values(), default=seconds(0)), (
        "merge must end when the last of its sources has ended"
    )
    check_over(trace)


def check_items(trace):
    """Everything has come, once, and the items of a source in their order."""
    came = got(trace)
    given = [item for items in trace.inputs["sources"].values() for _, item in items]
    strange = [item for item in came if item not in given]
    assert not strange, f"{strange[0]!r} came, and no source has given that"
    for name, items in trace.inputs["sources"].items():
        mine = [item for _, item in items]
        assert [item for item in came if item in mine] == mine, lost(trace, name, mine, came)
    assert len(came) == len(given), "something came that no source has given"


def lost(trace, name, mine, came):
    over = min(trace.when("enough"), default=1e9)
    torn = [span for span in sources(trace) if span.ending == "cancelled" and span.end < over]
    if torn and set(mine) - set(came):
        return (
            f"the read of {torn[0].who} was cancelled at {torn[0].end}, and that was the end of {torn[0].who}: "
            "a cancellation is raised inside the source"
        )
    missing = [item for item in mine if item not in came]
    if not missing:
        return f"the items of {name} must come once each, in their order"
    was_read = [event.data["item"] for event in trace.happened("read", name)]
    if missing[0] in was_read:
        return f"{missing[0]} was read from {name}, and the reader never got it"
    return f"merge ended before {name} had: {missing[0]} never came"


def why_late(trace, arrived, expected):
    late = min(
        (item for item in expected if arrived[item] != expected[item]), key=lambda item: float(expected[item])
    )
    name = next(
        name for name, items in trace.inputs["sources"].items() if late in [item for _, item in items]
    )
    if trace.span(name).start > 0:
        return f"nobody began to read {name} before {trace.span(name).start}: one source was read after the other"
    (read,) = [event.at for event in trace.happened("read", name) if event.data["item"] == late]
    if read > expected[late]:
        return (
            f"{late} could have come at {expected[late]}, but {name} was asked for it later, and gave it at {read}: "
            "before that, another source was waited for"
        )
    why = "another source was waited for" if len(trace.inputs["sources"]) > 1 else "it was held back"
    return f"{name} gave {late} at {read}, and the reader got it at {arrived[late]}: before that, {why}"


def check_ahead(trace):
    for name in trace.inputs["sources"]:
        far = ahead(trace, name)
        assert far <= MOST, (
            f"{far} items of {name} had been read and the reader had not got them: it was read too far"
        )


def check_error(trace, name, at):
    """The error of this source came out, then."""
    assert trace.error is not None, f"{name} raised an error, and it did not come out of merge"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == [f"the error of {name}"], (
        refused(trace) or f"the error of {name} must come out, and no other"
    )
    assert trace.elapsed == seconds(at), f"the error of {name} was there at {at}, and must come out then"
    check_over(trace)


def check_over(trace):
    """Nothing is open any more."""
    assert not trace.leftovers, left_behind(trace)
    still = [name for event in trace.happened("afterwards") for name in event.data["open"]]
    assert still == [], (
        f"{still[0]} was still open when merge was over: it has an aclose(), and nobody has called that"
        if trace.inputs.get("closable")
        else f"{still[0]} was still open when merge was over: a generator that waits at its yield does not notice that "
        "nobody reads it any more, and nobody has closed it"
        if trace.inputs.get("closing") is None
        else f"{still[0]} was not closed yet when merge was over: to close it takes a moment, which must be awaited"
    )


# What there is to see in a trace.


def got(trace):
    return [event.data["item"] for event in trace.happened("got")]


def sources(trace):
    return [span for span in trace.spans if span.who in trace.inputs["sources"]]


def due(trace):
    """When each item can be had at the earliest."""
    return {
        item: at
        for items in trace.inputs["sources"].values()
        for at, item in zip(accumulate(pause for pause, _ in items), [item for _, item in items], strict=True)
    }


def ahead(trace, name):
    """The most items of this source that had been read and not got for some time."""
    mine = [item for _, item in trace.inputs["sources"][name]]
    moves = [(event.at, 1) for event in trace.happened("read", name)]
    moves += [(event.at, -1) for event in trace.happened("got") if event.data["item"] in mine]
    moves.sort(key=lambda move: float(move[0]))
    most = now = 0
    for (at, step), following in pairwise([*moves, None]):
        now += step
        if following is None or following[0] > at:
            most = max(most, now)
    return most


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
