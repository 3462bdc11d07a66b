"""checkpoints: countdown and total hand over often enough, and take no time."""

from itertools import pairwise

from kata.judge import seconds

NOT_YIELDED = (
    "nobody else got a turn: an `await` hands over only if what it awaits has to wait; "
    "awaiting a coroutine is like calling a function, and this one did not yield"
)
FORGOTTEN_SLEEP = (
    "asyncio.sleep(...) alone only makes a coroutine object: nobody awaited it, so nobody got a turn"
)
TOOK_TIME = "took time: a sleep of any length is waiting, and handing over is not"
ASYNC_GENERATOR = "an asynchronous generator can only be gone through by `async for`"
BELIEFS = {
    "has no len()": "numbers is some iterable: it can be gone through, but has no length",
    "not subscriptable": "numbers is some iterable: it can be gone through, but its items have no numbers",
    "'async_generator' object is not iterable": ASYNC_GENERATOR,
    "not async_generator": ASYNC_GENERATOR,
    "async_generator": "a `yield` makes an `async def` an asynchronous generator, and that cannot be awaited",
    "can't be used in 'await'": "something was awaited that is not awaitable",
    "can't be awaited": "something was awaited that is not awaitable",
    "running event loop": "an event loop runs already: inside it, nothing starts another one",
    "loop is already running": "the event loop runs already: it cannot be started again",
    "bad yield": "an `__await__` may only yield None, for a turn, or a future",
}


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.ending == "spin":
        function = "total" if trace.scenario.startswith("adding") else "countdown"
        return f"{function} {TOOK_TIME}; or it never came to its end"
    raised = [call.error for call in trace.calls if call.error is not None]
    for error in [leaf for one in raised for leaf in one.leaves()]:
        for words, sentence in BELIEFS.items():
            if words in error.text:
                return sentence
    if any("'sleep'" in complaint["text"] for complaint in trace.never_awaited()):
        return FORGOTTEN_SLEEP
    if trace.leftovers:
        return "something was still running at the end: a task that nobody waits for is not a turn given to others"
    return None


def log(trace):
    return trace.happened("log")[0].data["lines"]


def lines_of(name, n):
    return [f"{name}{k}" for k in range(n, 0, -1)]


def rounds(lines, counts):
    """The log in pieces: what stands in it for each number of lines that everybody still has to write."""
    most = max(counts.values())
    pieces, at = [], 0
    for left in range(most):
        size = sum(n > left for n in counts.values())
        pieces.append(sorted(lines[at : at + size]))
        at += size
    return pieces


def taken(trace):
    """How many numbers total took in each turn, as (sizes of the stretches, whether another thread took some)."""
    event = trace.happened("taken")[0]
    return event.data["stretches"], event.data["away"]


def check_stretches(trace, every):
    """At most `every` numbers at a stretch."""
    stretches, away = taken(trace)
    assert not away, (
        "the numbers were taken in another thread: the event loop is where the others wait for a turn"
    )
    most, amount = max(stretches, default=0), len(trace.inputs["numbers"])
    if most == amount:
        sentence = f"total took all {amount} numbers at a stretch: {NOT_YIELDED}"
    else:
        sentence = (
            f"total took {most} numbers at a stretch, where at most {every} are allowed: "
            "the others' turn comes before the next number is taken"
        )
    assert most <= every, explain(trace) or sentence


async def test_a_countdown_writes_its_lines(run):
    trace = await run("countdowns", counts={"A": 4})
    assert log(trace) == ["A4", "A3", "A2", "A1"], "countdown must write a line for each k, from n down to 1"


async def test_two_countdowns_take_turns(run):
    counts = {"A": 3, "B": 3}
    trace = await run("countdowns", counts=counts)
    lines = log(trace)
    assert rounds(lines, counts) == [["A3", "B3"], ["A2", "B2"], ["A1", "B1"]], (
        explain(trace) or f"{' '.join(lines)}: {why_not_in_turn(lines)}"
    )


def why_not_in_turn(lines):
    for first, second in pairwise(lines):
        if first[0] == second[0]:
            again = all(one[0] <= other[0] for one, other in pairwise(lines))
            return NOT_YIELDED if again else f"between {first} and {second} the other countdown got no turn"
    return "each line must be written once"


async def test_handing_over_takes_no_time(run):
    trace = await run("countdowns", counts={"A": 400})
    assert len(log(trace)) == 400, "countdown must write a line for each k"
    assert trace.elapsed == seconds(0), f"countdown {TOOK_TIME}"


async def test_total_adds_up_the_numbers(run):
    trace = await run("adding", numbers=[4, 8, 15, 16, 23, 42], every=4)
    assert trace.result == 108, explain(trace) or "total must return the sum of all the numbers"


async def test_total_hands_over_in_time(run):
    trace = await run("adding", numbers=list(range(1, 21)), every=4)
    check_stretches(trace, 4)
    assert trace.result == 210, "total must return the sum of all the numbers"
