"""bounded_queue: reading and writing overlap, and the slow side holds back the fast one."""

from itertools import pairwise

from kata.judge import seconds

SLOW_BOTH = {"items": [[1, number] for number in range(5)], "work": 1, "limit": 3}
FLOOD = {"items": [[0, number] for number in range(10)], "work": 0.5, "limit": 3}
BURSTS = {"items": [[0, 0], [0, 1], [0, 2], [0, 3], [1.9, 4], [0, 5]], "work": 0.5, "limit": 4}
FAILING_SINK = {"items": [[0.7, number] for number in range(5)], "work": 1, "limit": 3, "sink_fails_on": 1}
FAILING_SINK_IN_A_FLOOD = {**FLOOD, "limit": 1, "sink_fails_on": 1}
FAILING_SOURCE = {
    "items": [[0.4, number] for number in range(3)],
    "work": 1,
    "limit": 3,
    "source_fails": True,
}


async def test_every_item_is_written_once_and_in_order(run):
    trace = await run("flow", **SLOW_BOTH)
    assert written(trace) == [0, 1, 2, 3, 4], (
        "the sink must get every item of the source, once, in the same order"
    )
    assert trace.result == 5, "pipeline returns the number of items"


async def test_reading_and_writing_overlap(run):
    trace = await run("flow", **SLOW_BOTH)
    assert trace.elapsed == seconds(6), (
        "reading and writing did not overlap: nothing was read while the sink was at work"
        if trace.elapsed > 9
        else "the last item can be read at 5 and written at 6; that is when pipeline must return"
    )


async def test_a_slow_sink_holds_back_a_fast_source(run):
    trace = await run("flow", **FLOOD)
    assert at_once(trace) == 1, "the sink must be called for one item at a time"
    far = ahead(trace)
    assert far <= 4, (
        f"it read {far} items ahead of the sink; with limit 3 there may be 3 that wait and 1 in hand"
    )
    assert trace.elapsed == seconds(5), "writing ten items takes 5 s, and nothing else takes time"


async def test_it_reads_on_until_limit_items_wait(run):
    trace = await run("flow", **BURSTS)
    assert written(trace) == [0, 1, 2, 3, 4, 5], "the sink must get every item of the source"
    assert trace.elapsed == seconds(3), (
        "it stopped reading although fewer than limit items were waiting; so the sink ran out of work later"
    )


async def test_a_failing_sink_ends_everything(run):
    trace = await run.play("flow", **FAILING_SINK)
    assert_the_error(trace, "the sink's error")
    assert trace.elapsed == seconds(2.7), "the sink failed at 2.7, and its error must come out then"
    assert_over(trace)


async def test_a_failing_sink_frees_a_reader_who_waits_for_room(run):
    trace = await run.play("flow", **FAILING_SINK_IN_A_FLOOD)
    assert_the_error(trace, "the sink's error")
    assert trace.elapsed == seconds(1), "the sink failed at 1, and its error must come out then"
    assert_over(trace)


async def test_what_was_read_before_the_source_failed_is_written(run):
    trace = await run.play("flow", **FAILING_SOURCE)
    assert written(trace) == [0, 1, 2], "the source failed, and items that had been read before were lost"
    assert_the_error(trace, "the source's error")
    assert trace.elapsed == seconds(3.4), (
        "the source's error must come out when the last item is written, at 3.4"
    )


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.error is not None and any(leaf.type == "QueueFull" for leaf in trace.error.leaves()):
        return queue_full(trace)
    if trace.error is not None and trace.inputs.get("errors_as_items"):
        return "an exception that the source yields is an item like any other: the source did not raise it"
    if trace.leftovers:
        return left_behind(trace)
    return None


def why_it_hangs(trace):
    if any("QueueFull" in warning["text"] for warning in trace.warnings):
        return queue_full(trace)
    joining = [task for task in trace.stuck if "queue.join()" in task["waits"]]
    full = [task for task in trace.stuck if "queue.put()" in task["waits"]]
    empty = [task for task in trace.stuck if "queue.get()" in task["waits"]]
    if joining and any(span.ending == "raised" for span in trace.spans):
        return f"join(){line(joining)} waits for items that nobody will write any more: the writing side has failed"
    if full and not empty:
        return f"the reader waits{line(full)} for room in a full queue, and nobody takes anything out of it any more"
    if empty and ended(trace):
        return (
            f"nobody told the writing side that the source has ended: it waits{line(empty)} for one more item"
        )
    return None


def queue_full(trace):
    return "put_nowait() does not wait for room: with limit items in the queue it raises QueueFull"


def left_behind(trace):
    """A task was still there when pipeline was over."""
    full = [task for task in trace.leftovers if "queue.put()" in task["waits"]]
    why = {"raised": "failed", "cancelled": "was cancelled"}.get(trace.call.ending, "returned")
    if full:
        return f"pipeline {why}, but its reader still waits{line(full)} for room in a queue that nobody empties now"
    if trace.leftovers and trace.call.ending != "returned":
        return f"pipeline {why}, but a task that it had made goes on{line(trace.leftovers)}"
    return None


def assert_the_error(trace, name):
    assert trace.error is not None, f"{name} did not come out of pipeline"
    sentence = f"{name} must come out of pipeline, and no other"
    if any("already running" in leaf.text for leaf in trace.error.leaves()):
        sentence = "aclose() cannot close a generator that is being read: a reader that was cancelled is not over yet"
    assert [leaf.known for leaf in trace.error.leaves()] == [name], sentence


def assert_over(trace):
    over = [event.data["over"] for event in trace.happened("afterwards")]
    assert over == [True], left_behind(trace) or (
        "the source was still open when pipeline was over: a generator that waits at its yield does not notice "
        "that nobody reads any more"
    )


# What there is to see in a trace.


def written(trace):
    return [span.data["item"] for span in trace.spans if "item" in span.data and span.ending == "done"]


def at_once(trace):
    work = [span for span in trace.spans if "item" in span.data]
    return max((sum(one.start <= span.start < one.end for one in work) for span in work), default=0)


def ahead(trace):
    """The most items that had been read and not begun for some time."""
    most = now = 0
    moves = [(at, 1) for at in trace.when("read")] + [
        (span.start, -1) for span in trace.spans if "item" in span.data
    ]
    moves.sort(key=lambda move: float(move[0]))
    for (at, step), following in pairwise([*moves, None]):
        now += step
        if following is None or following[0] > at:
            most = max(most, now)
    return most


def ended(trace):
    return any(span.who == "source" and span.ending in ("done", "raised") for span in trace.spans)


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
