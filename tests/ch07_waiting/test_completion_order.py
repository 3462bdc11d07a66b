"""completion_order: each outcome when it is there, and nothing left of what nobody wants any more."""

from kata.judge import seconds
from kata.judge.trace import Error

FEW_TURNS = 1000  # of the event loop, for a stream of a few jobs

PLAN = [
    {"takes": 2, "gives": "tea"},
    {"takes": 3, "gives": "cake"},
    {"takes": 1, "gives": "water"},
]
FAILING = [
    {"takes": 2, "gives": "tea"},
    {"takes": 1.5, "fails": "ValueError"},
    {"takes": 0.8, "gives": "water"},
]
CLEANING = [
    {"takes": 1.4, "gives": "tea", "cleans": 0.9},
    {"takes": 0.7, "gives": "water"},
    {"takes": 2.1, "gives": "cake", "cleans": 0.4},
    {"takes": 2.5, "gives": "bread"},
]


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    for made in trace.happened("made"):
        return no_iterator(made.data["type"])
    error = trace.call.error
    if error is not None and trace.happened("asks again"):
        return f"{beyond(trace)} {error}{place(error)}"
    if error is not None and not (trace.cancelled and trace.call.cancels):
        return raised(trace, error)
    if trace.ending == "deadlock" and trace.happened("asks again"):
        return f"{beyond(trace)} nothing, and waits for ever"
    if trace.ending == "deadlock" and ever_given(trace):
        return (
            "every outcome had been given, and the stream went on waiting for something that never came: so the "
            "iteration did not end"
        )
    if trace.ending == "deadlock" and trace.spans and not trace.inputs.get("stop_after"):
        return lost(trace)
    if trace.leftovers:
        return after_the_end(trace)
    if any(
        warning["kind"] == "never_retrieved" and "InvalidStateError" not in warning["text"]
        for warning in trace.warnings
    ):
        return (
            "the stream was closed before a failed job was asked for, and nobody looked at its exception: "
            "asyncio complains of it"
        )
    if trace.never_awaited() and trace.inputs.get("stop_after") == 0:
        return (
            "the jobs were called when stream_results was called, and their coroutines never ran: when a generator "
            "that has not begun is closed, no line of its body runs, its finally neither"
        )
    return None


def beyond(trace):
    """What the consumer did after the end when something went wrong."""
    if trace.happened("closes again"):
        return "the stream had been closed, and a second aclose() gives"
    if trace.happened("closes"):
        return "the stream had come to its end, and aclose() gives"
    return "the iteration had ended, and whoever asks once more gets"


def place(error):
    where = next((leaf.where for leaf in error.leaves() if leaf.where), None)
    return f" at line {where['line']}" if where else ""


def no_iterator(kind):
    if kind == "coroutine":
        return "stream_results gave a coroutine: only a yield in its body makes an async def an asynchronous generator"
    if kind in ("list", "tuple", "generator", "_AsCompletedIterator"):
        return (
            f"stream_results gave a {kind.strip('_')}, which cannot be closed: the consumer needs an asynchronous "
            "iterator that has aclose()"
        )
    return f"stream_results gave an object of type {kind}, and not an asynchronous iterator that has aclose()"


def raised(trace, error):
    """Why something other than an outcome came out of the stream."""
    leaves = error.leaves()
    for leaf in leaves:
        if leaf.known is not None and leaf.known.startswith("the late error"):
            return f"{leaf.known} came out of aclose(): it failed while it cleaned up, and nobody had asked for that"
        if leaf.known is not None:
            return f"{leaf.known} came out of the stream and ended it; here an error is an outcome like any other"
    kinds = {leaf.type for leaf in leaves}
    texts = " ".join(leaf.text for leaf in leaves)
    if "GeneratorExit" in kinds:
        return (
            "aclose() raises GeneratorExit at the yield, and it came out of aclose() in a group: a TaskGroup around a "
            "yield takes it for an error of its own"
        )
    if "ignored GeneratorExit" in texts:
        return "aclose() raises GeneratorExit at the yield, and the generator answered with another yield"
    if not trace.inputs.get("plan", True):
        return f"there were no jobs, and {leaves[0]} came out: without jobs the iteration ends at once"
    if any(words in texts for words in ("'async for' requires", "to unpack", "cannot unpack")):
        return (
            "what as_completed gives is no outcome yet, but something to await; and only since Python 3.13 it can be "
            f"looped over by async for: {leaves[0]}"
        )
    if "CancelledError" in kinds:
        return "the CancelledError of a job came out of the stream, as if the consumer had been cancelled"
    return None


def at(instant):
    """An instant as a sentence has it: 1.5"""
    return f"{round(float(instant), 2):g}"


def after_the_end(trace):
    """Who was still at work when the stream was closed, and why."""
    end = trace.call.end
    late = [span for span in trace.spans if span.end > end or span.ending == "open"]
    went_on = [span for span in late if span.ending != "cancelled"]
    stopped = trace.inputs.get("stop_after")
    if stopped == 0 and trace.leftovers:
        return (
            "the stream was closed before anything had been asked for, and its jobs went on: when a generator that has "
            "not begun is closed, no line of its body runs, its finally neither"
        )
    how = "the consumer was cancelled, and gone" if trace.call.cancels else "the stream was closed"
    if went_on:
        who = f"{went_on[0].who} went on" if len(went_on) == 1 else f"{len(went_on)} jobs went on"
        return f"{how} at {at(end)} s, and {who}: nothing cancels a task because nobody waits for it any more"
    if late:
        return (
            f"{how} at {at(end)} s while {late[0].who} was still cleaning up: cancel() asks a task to end, "
            "and waits for nothing"
        )
    if trace.leftovers:
        return f"{how} at {at(end)} s without waiting until the tasks that it had started were over"
    return None


def lost(trace):
    """Whose outcome the stream waits for although the job is over."""
    given = [number for _, number, _ in pairs(trace)]
    for span in trace.spans:
        number = int(span.who.rpartition(" ")[2])
        if span.ending in ("raised", "done") and number not in given:
            how = "failed" if span.ending == "raised" else "was over"
            return f"{span.who} {how} at {at(span.end)} s, and the stream waited for ever: its outcome never came"
    return None


def ever_given(trace):
    return len(trace.happened("outcome")) >= len(trace.inputs.get("plan", [None]))


def plain(value):
    """An outcome, with the name of the error that a job raised."""
    if isinstance(value, Error):
        return value.known or f"another {value.type}"
    return value


def pairs(trace, who=None):
    """What came out of the stream: (when, number, outcome), after a look at its form."""
    found = []
    for event in trace.happened("outcome", who):
        pair = event.data["pair"]
        assert isinstance(pair, tuple | list) and len(pair) == 2, no_pair(pair)
        number, outcome = pair
        assert type(number) is int, f"the first of a pair must be the number of the job, and not {number!r}"
        assert getattr(outcome, "type", "") not in ("coroutine", "Task"), (
            f"the outcome of job {number} is a {outcome.type} that nobody has awaited"
        )
        found.append((event.at, number, plain(outcome)))
    return found


def no_pair(pair):
    kind = getattr(pair, "type", type(pair).__name__)
    if kind in ("coroutine", "Task", "Future"):
        return f"what came is a {kind} that nobody has awaited, and no pair of number and outcome"
    return f"each outcome must come as a pair, (number, outcome), and what came is {plain(pair)!r}"


def due(plan):
    """When each job is over, and what is its outcome, by its number."""
    return {
        number: (
            job["takes"] or 0,
            f"the error of job {number}" if "fails" in job else job.get("gives"),
        )
        for number, job in enumerate(plan)
    }


def check_begun(trace):
    """All the jobs began at the same time."""
    starts = trace.starts()
    first = min(starts.values(), default=0)
    for name, start in starts.items():
        earlier = [other for other, end in trace.ends().items() if other != name and end == start > first]
        assert earlier == [], f"{name} began only when {earlier[0]} was over: {few_at_once(trace)}"
        assert start == first, (
            f"{name} began only at {at(start)} s; all the jobs must be under way at the same time"
        )


def few_at_once(trace):
    most = trace.at_once()
    return f"no more than {most} were under way at a time" if most > 1 else "they run one after the other"


def check_the_jobs(trace, plan):
    """Each job was called once, and nothing held it up."""
    assert sorted(trace.who()) == sorted(f"job {number}" for number in range(len(plan))), (
        "each job must be called once"
    )
    first = min(trace.starts().values(), default=0)
    endings = {who: ending for who, ending in trace.endings().items() if ending == "cancelled"}
    assert endings == {}, "the consumer wanted every outcome, and a job was cancelled"
    assert trace.ends() == {
        f"job {number}": first + (job["takes"] or 0) for number, job in enumerate(plan)
    }, "the jobs must not wait for anything: not for each other, and not for the consumer"


def check_outcomes(trace, expected, who=None):
    """`expected`: when each outcome must come, and what it is, by the number of its job."""
    found = pairs(trace, who)
    if who is None:
        check_begun(trace)
    numbers = [number for _, number, _ in found]
    strange = [number for number in numbers if number not in expected]
    assert strange == [], f"an outcome came with the number {strange[0]}, and no job stands at that place"
    twice = [number for number in numbers if numbers.count(number) > 1]
    came, right = [outcome for *_, outcome in found], [outcome for _, outcome in expected.values()]
    assert (
        numbers != [*range(len(expected))]
        or came == right
        or sorted(map(repr, came)) != sorted(map(repr, right))
    ), "the outcomes were numbered as they arrived: the number must be the place of the job in jobs"
    assert len({repr(outcome) for _, number, outcome in found if number in twice[:1]}) <= 1, (
        f"several outcomes came with the number {twice[0]}: each must come with the place of its job in jobs"
    )
    assert twice == [], (
        f"the outcome of job {twice[0]} came more than once: to wait again for tasks that are over ends at once, and "
        "gives them again"
    )
    missing = [number for number in expected if number not in numbers]
    failed = [number for number in missing if str(expected[number][1]).startswith("the error of")]
    assert failed == [], f"job {failed[0]} failed, and no outcome of it ever came: its error is its outcome"
    assert missing == [], f"the stream ended, and the outcome of job {missing[0]} never came"
    assert sorted(numbers) == sorted(expected), "there must be one outcome for each job, and no other"
    outcomes = {number: outcome for _, number, outcome in found}
    right = {number: outcome for number, (_, outcome) in expected.items()}
    assert outcomes == right, wrong_outcome(outcomes, right)
    assert all(type(outcomes[number]) is type(right[number]) for number in right), "a value was changed"
    assert trace.turns < FEW_TURNS, "it looked again and again whether a job was over; it must wait for that"
    when = {number: instant for instant, number, _ in found}
    assert when == {number: instant for number, (instant, _) in expected.items()}, late(when, expected)


def wrong_outcome(outcomes, right):
    for number, expected in right.items():
        got = outcomes[number]
        if got != expected and str(expected).startswith("the error of"):
            return f"job {number} raised an exception, and its outcome is {got!r}: it must be that very exception"
    return "the outcome of a job must be the value that it returned, whatever it is"


def late(when, expected):
    """Why outcomes did not come when they were due."""
    over = {number: instant for number, (instant, _) in expected.items()}
    last = max(over.values())
    if len(over) > 1 and all(instant == last for instant in when.values()):
        return (
            f"every outcome came at {at(last)} s, when the last job was over: all of them were waited for before the "
            "first was given"
        )
    for number, instant in when.items():
        behind = [other for other in range(number) if over[other] == instant and over[number] < instant]
        if behind:
            return (
                f"job {number} was over at {at(over[number])} s, and its outcome came at {at(instant)} s, after that "
                f"of job {behind[0]}: they were waited for in the order in which they stand"
            )
    slow = [number for number in when if when[number] > over[number]]
    if slow:
        number = slow[0]
        return (
            f"the outcome of job {number} was due at {at(over[number])} s and came at {at(when[number])} s: it must "
            "come as soon as it is there"
        )
    return "each outcome must come as soon as it is there, and somebody asks for it"


def check_the_end(trace, instant):
    assert trace.when("the end") == [instant], "the iteration must end when the last outcome has been given"
    assert not trace.leftovers, after_the_end(trace)
    assert trace.call.end == instant, "every job was over, and aclose() had nothing to wait for"


def check_closed(trace, plan, stop):
    """The jobs that were under way at `stop`, when the consumer had had enough, were cancelled and waited for."""
    begun = {number: job for number, job in enumerate(plan) if f"job {number}" in trace.who()}
    cut = {number: job for number, job in begun.items() if (job["takes"] or 0) > stop}
    assert not trace.leftovers, after_the_end(trace)
    assert [span.who for span in trace.spans if span.end > trace.call.end] == [], after_the_end(trace)
    endings = {number: trace.endings()[f"job {number}"] for number in cut}
    assert endings == {
        number: "raised" if job.get("careless") else "cancelled" for number, job in cut.items()
    }, f"whatever was under way at {at(stop)} s, when the consumer had had enough, must be cancelled"
    end = stop + max([job.get("cleans", 0) for job in cut.values()], default=0)
    for number, job in sorted(cut.items(), key=lambda item: trace.ends()[f"job {item[0]}"]):
        asked = trace.ends()[f"job {number}"] - job.get("cleans", 0)
        assert asked == stop, (
            f"the consumer had had enough at {at(stop)} s, and job {number} was cancelled only at {at(asked)} s"
        )
    assert trace.call.end == end, (
        f"the consumer had had enough at {at(stop)} s, and nothing was left to clean up at {at(end)} s"
    )


async def test_each_outcome_comes_as_soon_as_its_job_is_over(run):
    trace = await run("consuming", plan=PLAN)
    check_outcomes(trace, due(PLAN))
    check_the_jobs(trace, PLAN)
    check_the_end(trace, 3)


async def test_an_error_is_an_outcome(run):
    trace = await run("consuming", plan=FAILING)
    check_outcomes(trace, due(FAILING))
    check_the_jobs(trace, FAILING)
    check_the_end(trace, 2)


async def test_the_jobs_do_not_wait_for_a_slow_consumer(run):
    trace = await run("consuming", plan=PLAN, pause=2.5)
    check_begun(trace)
    check_the_jobs(trace, PLAN)
    found = sorted(number for _, number, _ in pairs(trace))
    assert found == [0, 1, 2], "what ends while nobody asks must be kept"
    assert trace.when("outcome") == [1, 3.5, 6], (
        "what ended while the consumer was busy must come at once when it is asked for"
    )


async def test_closed_early(run):
    trace = await run("consuming", plan=CLEANING, stop_after=1, then=2)
    assert [number for _, number, _ in pairs(trace)] == [1], "the outcome of job 1 is there first"
    check_closed(trace, CLEANING, stop=0.7)
    assert trace.elapsed == seconds(1.6), "job 0 needs 0.9 s to clean up, and aclose() waits for it"
