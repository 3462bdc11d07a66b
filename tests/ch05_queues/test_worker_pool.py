"""worker_pool: all workers at work while there is work, and the stream is read as the work goes on."""

from itertools import pairwise

from kata.judge import seconds

SIX = {"jobs": [["a", 2.7], ["b", 1], ["c", 1], ["d", 1], ["e", 1], ["f", 1]], "workers": 2}
BEGIN = {"a": 0, "b": 0, "c": 1, "d": 2, "e": 2.7, "f": 3}
FAILING = {"jobs": [["a", 2], ["b", 1.2], ["c", 0.6], ["d", 1], ["e", 1]], "workers": 3, "fails": ["c", "b"]}


async def test_the_results_come_in_the_order_of_the_items(run):
    trace = await run("pool", **SIX)
    assert sorted(trace.who()) == list("abcdef"), "func must be called once for each item"
    expected = [f"did {item}" for item in "abcdef"]
    assert trace.result == expected, (
        "the results came in the order in which the calls ended, not in the order of the items"
        if isinstance(trace.result, list) and trace.result != expected and sorted(trace.result) == expected
        else "map_pool returns what func returned, in the order of the items"
    )


async def test_as_many_as_there_are_workers_and_never_more(run):
    trace = await run("pool", **SIX)
    most = trace.at_once()
    assert most <= 2, f"{most} running at once: with 2 workers, 2 calls may be under way"
    assert trace.starts() == BEGIN, idle(trace)
    assert trace.elapsed == seconds(4), "map_pool must return when the last call has ended, at 4"


async def test_the_items_are_taken_as_the_work_goes_on(run):
    trace = await run("pool", jobs=[[f"item {number}", 0.4] for number in range(12)], workers=2)
    far = unfinished(trace)
    belief = "it may read ahead of the work, but not so far"
    if far == 12:
        belief = (
            "whoever makes a task for each item, or a list of them, has read the whole stream before the first "
            "one is done"
        )
    assert far <= 5, f"{far} items were taken and not finished, with 2 workers: {belief}"


async def test_the_first_error_ends_everything(run):
    trace = await run.play("pool", **FAILING)
    assert trace.at_once() == 3, (
        f"{trace.at_once()} running at once: with 3 workers, 3 calls must be under way"
    )
    assert_the_error(trace, "the error of c", 0.6)
    assert trace.endings() == {"a": "cancelled", "b": "cancelled", "c": "raised"}, (
        "c failed at 0.6: the other two must be cancelled then, and no other must begin"
    )


async def test_the_error_waits_until_the_others_are_over(run):
    trace = await run.play("pool", **FAILING, cleanup={"a": 0.9, "b": 0.4})
    assert trace.elapsed >= 1.5, (
        "the error came out while a cancelled call was still at work: cancel() asks a task to end, and does not wait"
    )
    assert trace.ends()["a"] == seconds(1.5), (
        "a was cancelled at 0.6 and needs 0.9 s to end; that takes until 1.5"
    )
    assert_the_error(trace, "the error of c", 1.5)


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.error is not None and any("StopIteration" in leaf.text for leaf in trace.error.leaves()):
        return "next() on an iterator that has ended raises StopIteration, which must not leave a coroutine"
    if trace.leftovers and trace.call.ending in ("raised", "cancelled"):
        count = len(trace.leftovers)
        tasks = f"{count} tasks" if count > 1 else "a task"
        what = "the error came out" if trace.call.ending == "raised" else "map_pool was cancelled"
        belief = "cancel() asks a task to end, and does not wait"
        if any(event.data["left"] for event in trace.happened("a little later")):
            belief = "nobody had ended what was under way, and waited for that"
        return f"{what}, but {tasks} of map_pool went on{line(trace.leftovers)}: {belief}"
    return None


def why_it_hangs(trace):
    failed = [span.who for span in trace.spans if span.ending == "raised"]
    known = ("queue.", "semaphore.", "condition.", "event.")
    stuck = [task for task in trace.stuck if task["waits"].startswith(known)]
    stuck.sort(key=lambda task: task["task"] != "map_pool")
    waits = stuck[0]["waits"].partition(":")[0] if stuck else "a task that will never end"
    if failed:
        who = f"{failed[0]} failed and took its worker along"
        return f"{who}; everybody else waits for ever{line(stuck[:1])}, for {waits}"
    if stuck and "queue.get()" in waits:
        return f"nobody told the workers that no more items will come: they wait for ever{line(stuck)}, for {waits}"
    return None


def idle(trace):
    """Why the calls did not begin when they could."""
    if trace.turns > 300:
        return "it looked again and again whether a call had ended, where it could have waited for that"
    if trace.at_once() < 2:
        return "one item after the other: no second call was ever under way"
    if trace.starts().get("c") == seconds(2.7):
        return "an idle worker waited for the slowest of its batch: b had ended at 1, but c only began at 2.7"
    return "a worker was idle although there was work: the next item must begin when a call has ended"


def assert_the_error(trace, name, when):
    assert trace.error is not None, f"{name} did not come out of map_pool"
    assert trace.elapsed == seconds(when), f"{name} must come out at {when}, and came out at {trace.elapsed}"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == [name], f"{name} must come out of map_pool, and no other"


# What there is to see in a trace.


def unfinished(trace):
    """The most items that had been taken and were not finished for some time."""
    moves = [(at, 1) for at in trace.when("taken")]
    moves += [(span.end, -1) for span in trace.spans if span.ending != "open"]
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
