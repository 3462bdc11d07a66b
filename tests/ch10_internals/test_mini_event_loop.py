"""mini_event_loop: everybody runs in turn, time jumps when nobody is ready, and values and errors find their way."""

from kata.judge import seconds

WORKERS = {
    "main": [["start", "milk"], ["start", "bread"], ["join", "milk"], ["join", "bread"]],
    "milk": [["sleep", 1000], ["return", "a pint"]],
    "bread": [["sleep", 2000], ["return", "a loaf"]],
}


async def test_two_workers_at_the_same_time(run):
    trace = await run("one_program", program=WORKERS)
    lines = log(trace)
    said = [line.partition(" ")[2] for line in lines]
    assert said[:3] == ["main begins", "main started milk", "main started bread"], not_only_made(said)
    assert said[3:5] == ["milk begins", "bread begins"], (
        "bread never started before milk was done: a task that sleeps must leave the turn to the others"
        if said[3:4] == ["milk begins"]
        else "the ready queue is first in, first out: milk was put into it before bread"
    )
    assert not any(line.startswith("main milk") for line in before(said, "milk ends")), (
        "main joined milk, and went on before milk was over"
    )
    assert "main milk gave 'a pint'" in said, (
        "the value of join must be what the coroutine returned: it is the value of the StopIteration"
    )
    expected = [
        "0.000 main begins",
        "0.000 main started milk",
        "0.000 main started bread",
        "0.000 milk begins",
        "0.000 bread begins",
        "1.000 milk slept 1",
        "1.000 milk ends",
        "1.000 main milk gave 'a pint'",
        "2.000 bread slept 2",
        "2.000 bread ends",
        "2.000 main bread gave 'a loaf'",
        "2.000 main ends",
    ]
    assert said == [line.partition(" ")[2] for line in expected], (
        "this is the order in which asyncio runs this program"
    )
    assert lines == expected, (
        "time stands still while a task is ready, and then jumps to the moment at which the next sleep is over"
    )
    assert trace.elapsed == seconds(0), really_waited(trace)


async def test_the_sleep_that_is_over_first_comes_first(run):
    program = {
        "main": [["start", "c"], ["start", "a"], ["start", "b"], ["join", "c"]],
        "a": [["sleep", 1000], ["sleep", 1000]],
        "b": [["sleep", 1500]],
        "c": [["sleep", 2500]],
    }
    trace = await run("one_program", program=program)
    slept = [line for line in log(trace) if "slept" in line]
    assert [line.split()[1] for line in slept] == ["a", "b", "a", "c"], (
        "a's sleeps are over at 1 and 2, b's at 1.5, c's at 2.5: what counts is when a sleep is over, not how long it "
        "is, nor who fell asleep first"
    )
    assert slept == ["1.000 a slept 1", "1.500 b slept 1.5", "2.000 a slept 1", "2.500 c slept 2.5"], (
        "loop.now must be the moment at which the sleep is over"
    )


async def test_sleep_0_gives_everybody_a_turn(run):
    steps = [["sleep", 0], ["sleep", 0]]
    trace = await run(
        "one_program",
        program={
            "main": [["start", "a"], ["start", "b"], ["join", "a"], ["join", "b"]],
            "a": steps,
            "b": steps,
        },
    )
    turns = [line.split()[1] for line in log(trace) if "begins" in line or "slept" in line]
    assert turns == ["main", "a", "b", "a", "b", "a", "b"], in_turn(turns)
    assert {line.split()[0] for line in log(trace)} == {"0.000"}, "sleep(0) takes no time"


async def test_errors_find_their_way(run):
    program = {
        "main": [
            ["start", "bad"],
            ["start", "good"],
            ["catch", "bad"],
            ["sleep", 1000],
            ["catch", "bad"],
            ["join", "good"],
        ],
        "bad": [["sleep", 500], ["raise", "spoilt"]],
        "good": [["sleep", 700], ["return", 1]],
    }
    trace = await run.play("one_program", program=program)
    if trace.error is not None:
        raise AssertionError(f"bad raised, and main was ready to catch it, but out of run came {trace.error}")
    assert "0.500 main bad raised spoilt" in log(trace), "join must raise what the task has raised"
    assert "1.500 main bad raised spoilt" in log(trace), (
        "join must raise what the task raised, also when it is over long since"
    )
    assert "0.700 good slept 0.7" in log(trace), "one task raised, and another one did not go on"


async def test_a_task_raises_before_anybody_joins_it(run):
    program = {"main": [["start", "bad"], ["sleep", 500], ["catch", "bad"]], "bad": [["raise", "spoilt"]]}
    trace = await run.play("one_program", program=program)
    assert trace.error is None, (
        f"bad raised before anybody had joined it, and main was to join it later; but out of run came {trace.error}"
    )
    assert "0.500 main bad raised spoilt" in log(trace), (
        "join must raise what the task raised, also when it is over long since"
    )


async def test_whoever_joins_a_task_that_is_over_goes_on_at_once(run):
    program = {
        "main": [["start", "a"], ["sleep", 500], ["start", "b"], ["join", "a"], ["join", "b"]],
        "a": [["return", 1]],
        "b": [],
    }
    trace = await run("one_program", program=program)
    assert log(trace)[5:7] == ["0.500 main started b", "0.500 main a gave 1"], (
        "a was over long since: main needs nothing more from it, and keeps its turn before b begins"
    )


async def test_run_ends_when_its_own_coroutine_ends(run):
    program = {
        "main": [["start", "slow"], ["sleep", 1000], ["return", "done"]],
        "slow": [["sleep", 5000]],
    }
    trace = (await run("one_program", program=program)).allow("warnings")
    assert trace.result == "done", "run returns what the coroutine returned"
    assert not any("slow slept" in line for line in log(trace)), (
        "run waited for a task that nobody had joined: it ends when its own coroutine ends"
    )
    assert now(trace) == seconds(1), "run must end when its own coroutine ends, and then time stands still"


async def test_when_everybody_waits(run):
    trace = await run.play("everybody_waits")
    assert deadlock_told(trace), how_it_ended(trace)


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    for leaf in trace.error.leaves() if trace.error is not None else []:
        if leaf.type == "RecursionError":
            return "one task was run from within another: the calls lie one on top of the other until the stack is full"
        if "not supported between instances of" in leaf.text:
            return (
                "two entries with the same moment were compared by what comes next in them: tasks cannot be "
                "put in order"
            )
        if "can't send non-None value to a just-started" in leaf.text:
            return "a value was sent into a coroutine that had not begun: the first time it must be None"
        if "mutated during iteration" in leaf.text or "changed size during iteration" in leaf.text:
            return (
                f"run goes through the tasks one by one while they make new ones, and that raised {leaf.text!r}: "
                "whoever has a turn may put somebody into the queue"
            )
        if "cannot reuse already awaited coroutine" in leaf.text:
            return "a task that was over got another turn: a coroutine that has returned cannot go on"
        if leaf.type == "StopIteration" or "raised StopIteration" in leaf.text:
            return "StopIteration came out of run: that is how a coroutine says that it has returned"
        if leaf.type == "RuntimeError" and trace.scenario != "everybody_waits" and "asyncio" not in leaf.text:
            return (
                f"run raised {leaf}, but there was no deadlock: somebody who was to go on has been forgotten"
            )
        if leaf.type == "IndexError":
            return f"run looked for the next task where there was none: {leaf}"
    return None


def before(said, what):
    return said[: said.index(what)] if what in said else said


def not_only_made(said):
    if said[:1] != ["main begins"]:
        return "run must let the coroutine begin that it is given"
    if "milk begins" in said[1:2]:
        return (
            "create_task ran the task's first lines, but it only puts the task at the end of the ready queue"
        )
    return "main must get as far as to start both workers before either of them runs"


def really_waited(trace):
    return (
        f"the program really took {trace.elapsed} s: loop.now is only a number, and nobody has to wait for it"
    )


def in_turn(turns):
    if turns in (["main", "a", "a", "a", "b", "b", "b"], ["main", "b", "b", "b", "a", "a", "a"]):
        return "sleep(0) did not give up the turn: the task must go to the end of the ready queue"
    if sorted(turns) == sorted(["main", "a", "b", "a", "b", "a", "b"]):
        return (
            "the ready queue is first in, first out: whoever is put at its end comes after all who are in it"
        )
    return "each task gets its turn, again and again, until it is over"


def deadlock_told(trace):
    error = trace.error
    return error is not None and error.is_a("RuntimeError") and error.type != "RecursionError"


def how_it_ended(trace):
    if trace.error is None:
        return "two tasks wait for each other and nobody else can go on, but run came back as if nothing were wrong"
    return f"two tasks wait for each other: run must raise a RuntimeError, and raised {trace.error}"


# What there is to see in a trace.


def log(trace):
    return trace.happened("log")[0].data["lines"]


def now(trace):
    return trace.happened("log")[0].data["now"]
