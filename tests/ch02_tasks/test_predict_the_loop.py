"""predict_the_loop: each prediction against the program itself."""

from kata.judge import seconds

RUN_NOT_PREDICTED = (
    "the program was run instead of predicted: the answer must be worked out, without an event loop"
)


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.blocked:
        return RUN_NOT_PREDICTED
    return None


def pairs(trace, loops=1):
    """What was predicted and what happened, one pair for each case; the scenario itself starts `loops` event loops."""
    predicted, happened = trace.happened("predicted"), trace.happened("happened")
    worked_out = trace.loops["created"] == loops and all(event.at == 0 for event in predicted)
    assert worked_out, RUN_NOT_PREDICTED
    return [(one.data["value"], two.data["value"]) for one, two in zip(predicted, happened, strict=True)]


def check_timetable(trace, delays, predicted, happened):
    """One timetable, to the second."""
    expected = [[seconds(start), seconds(finish), place] for start, finish, place in happened]
    assert predicted == expected, f"{delays}: {wrong_rows(predicted, expected, trace.inputs['concurrent'])}"


def wrong_rows(observed, expected, concurrent):
    """Which belief these rows come from."""
    shape = "there must be one row of numbers (start, finish, place) for each delay"
    if not isinstance(observed, list) or len(observed) != len(expected):
        return shape
    if any(not isinstance(row, list) or len(row) != 3 for row in observed):
        return shape
    if not all(isinstance(cell, int | float) for row in observed for cell in row):
        return shape
    starts, finishes, places = (list(column) for column in zip(*observed, strict=True))
    right_starts, right_finishes, right_places = (list(column) for column in zip(*expected, strict=True))
    if concurrent and starts != right_starts:
        return "gather schedules all jobs before it waits for any: they all start at 0, not one after another"
    if not concurrent and starts != right_starts:
        return "each await waits for its job to finish before the next one is even called: that is when the next starts"
    if finishes != right_finishes:
        if not concurrent and finishes == [finish - start for start, finish, _ in expected]:
            return "the finish is the time on the clock when the job ends, not how long the job takes"
        if sorted(finishes) == sorted(right_finishes):
            return "each row tells of one job, and they stand in the order of the delays as these are given"
        return "a job finishes when its own delay is over, counted from its own start"
    if [place + 1 for place in places] == right_places:
        return "the places begin with 1"
    if [right_places.index(place) + 1 for place in sorted(right_places)] == places:
        return "the last column says which call finished first, second and so on; it must say each call's own place"
    if concurrent and places == sorted(places):
        return (
            "concurrent jobs finish in the order of their delays, not in the order in which they were called"
        )
    return "the place is the position among the finishes: 1 for the job that finishes first"


def check_lines(delays, predicted, happened):
    """The lines of program_03."""
    assert predicted == happened, f"delays {delays[0]} and {delays[1]}: {wrong_lines(predicted, happened)}"


def wrong_lines(observed, expected):
    """Which belief these lines come from."""
    if not isinstance(observed, list) or sorted(map(str, observed)) != sorted(expected):
        return "there must be a list of the seven lines, each once"
    at = observed.index
    if at("scheduled") > 0:
        return "create_task only schedules: nothing of a task runs before main awaits, so main's own line comes first"
    if at("bread start") > at("milk done"):
        return (
            "both tasks start before either goes on: even a sleep(0) hands over, and a longer one all the more; "
            "main is not needed for that"
        )
    if at("bread start") < at("milk start"):
        return "tasks that are ready run in the order in which they became ready: task1 was made first"
    if at("main: task1") < at("milk done") or at("main: task2") < at("bread done"):
        return "an await of a task goes on only when this task is done"
    if at("main: task2") < at("main: task1"):
        return "main stands at `await task1`: that task2 is done earlier does not bring it further"
    if (at("milk done") < at("bread done")) != (expected.index("milk done") < expected.index("bread done")):
        return "the task with the shorter delay is done first, whichever main waits for"
    return "main goes on as soon as the task that it waits for is done"


def check_number_and_seconds(case, predicted, happened):
    """The result of late_or_early."""
    n, own, other, as_tasks = case
    expected = [happened[0], seconds(happened[1])]
    kind = "tasks" if as_tasks else "coroutine objects"
    assert predicted == expected, (
        f"{n} {kind} of {own} s, {other} s of sleep: {wrong_number_or_seconds(case, predicted, expected)}"
    )


def wrong_number_or_seconds(case, observed, expected):
    """Which belief this pair comes from."""
    n, own, other, as_tasks = case
    pair = isinstance(observed, list) and len(observed) == 2
    if not pair or not all(isinstance(one, int | float) for one in observed):
        return "there must be a pair: the printed number, and the seconds"
    number, took = observed
    if number != expected[0]:
        if not as_tasks:
            return (
                "a coroutine object is no task: nothing is scheduled yet, and only main's own task is there"
            )
        if number == n:
            return "main runs in a task, too: asyncio.run made one for it, and all_tasks() counts it"
        return "create_task makes one task each, and there is main's own"
    if as_tasks:
        return "tasks run while main sleeps: what takes longer sets the total, the requests or the sleep"
    if n and took == max(own, other):
        return "coroutine objects do nothing while main sleeps: they begin when gather makes tasks of them"
    if n and took == other + n * own:
        return "gather runs the requests at the same time, so all of them take as long as one"
    return "first comes the sleep, then whatever gather still has to wait for, if there is anything"


async def test_three_jobs_one_after_another(run):
    trace = await run("timetables", cases=[[5, 8, 2]], concurrent=False)
    for predicted, happened in pairs(trace):
        check_timetable(trace, [5, 8, 2], predicted, happened)


async def test_three_jobs_at_the_same_time(run):
    trace = await run("timetables", cases=[[5, 8, 2]], concurrent=True)
    for predicted, happened in pairs(trace):
        check_timetable(trace, [5, 8, 2], predicted, happened)


async def test_program_03_with_the_milk_first(run):
    trace = await run("programs_03", cases=[[1, 2]])
    for predicted, happened in pairs(trace):
        check_lines([1, 2], predicted, happened)


async def test_program_03_with_the_bread_first(run):
    trace = await run("programs_03", cases=[[2, 1]])
    for predicted, happened in pairs(trace):
        check_lines([2, 1], predicted, happened)


async def test_five_coroutine_objects_and_five_tasks(run):
    cases = [[5, 1, 2, False], [5, 1, 2, True]]
    trace = await run("late_or_early", cases=cases)
    for case, (predicted, happened) in zip(cases, pairs(trace, loops=2), strict=True):
        check_number_and_seconds(case, predicted, happened)


async def test_program_ab(run):
    trace = await run("program_ab")
    assert trace.happened("happened"), "PROGRAM_AB is still empty: write down the seven lines, in their order"
    for predicted, happened in pairs(trace):
        assert predicted == happened, wrong_order(predicted, happened)


def wrong_order(observed, expected):
    """Which belief about A and B these lines come from."""
    if not isinstance(observed, list) or sorted(map(str, observed)) != sorted(expected):
        return "PROGRAM_AB must be a list of the seven printed lines, each once"
    at = observed.index
    if at("x") > at("c done"):
        return "while A waits in C, the loop is free, and B has been ready all the time: it runs then"
    if at("x") < at("c start") or at("y") != at("x") + 1:
        return "a task is not interrupted between two awaits: A runs up to the sleep in C, then B runs to its end"
    return "A goes on where it stopped, when what it waits for is there: first C ends, then A prints its last line"


async def test_every_claim_has_an_answer(run):
    trace = await run("claims")
    answers = trace.happened("claims")[0].data["value"]
    assert isinstance(answers, dict) and len(answers) == 30, "CLAIMS must keep its thirty sentences"
    unanswered = sum(answer is not True and answer is not False for answer in answers.values())
    assert unanswered == 0, f"{unanswered} of 30 claims have no answer yet: write True or False for each"
