"""predict_the_loop with random inputs, with delays of 0, minutes and nothing at all; and the key to the claims."""

from itertools import permutations

from test_predict_the_loop import (
    check_lines,
    check_number_and_seconds,
    check_timetable,
    explain,
    pairs,
)

__all__ = ["explain"]

DELAYS = [0.4, 0.8, 1.2, 1.6, 2, 2.4]
LOOP = "chapter 2 (what an await does, and what a task is)"
KINDS = "chapter 1 (coroutines, tasks and futures)"
ENDING = "chapter 1 (asyncio.run), and what it does at the end"
TOGETHER = "chapter 3 (gather and TaskGroup)"
OUTSIDE = "chapter 9 (threads and processes)"
HISTORY = "the page of each version in What's New in Python"

KEY = {
    "Calling a coroutine function runs its body.": (False, KINDS),
    "`await coroutine()` makes a task of the coroutine.": (False, LOOP),
    "Every `await` lets other tasks run.": (False, LOOP),
    "create_task(c) runs c up to its first await, and then returns.": (False, LOOP),
    "The event loop runs ready tasks in the order of their priority.": (False, LOOP),
    "The operating system decides which asyncio task runs next.": (False, LOOP),
    "The system may switch threads anywhere; a task hands over only where it awaits.": (True, LOOP),
    "A synchronous HTTP request in a coroutine lets other tasks run while it waits.": (False, LOOP),
    "The coroutines of one event loop run on several cores at the same time.": (False, LOOP),
    "Task is a subclass of Future.": (True, KINDS),
    "loop.create_task() takes any awaitable.": (False, KINDS),
    "ensure_future(f) gives back f itself when f is a future.": (True, KINDS),
    "`await` may stand at the top level of a script.": (False, ENDING),
    "asyncio.run(main()) waits until every task has finished its work.": (False, ENDING),
    "When main() ends, asyncio.run cancels the tasks that are left, and waits for them to end.": (
        True,
        ENDING,
    ),
    "asyncio.run closes asynchronous generators that are still open.": (True, ENDING),
    "CancelledError is a subclass of Exception.": (False, ENDING),
    "gather() cancels the other tasks when one of them raises.": (False, TOGETHER),
    "A TaskGroup cancels its other tasks when one of them raises.": (True, TOGETHER),
    "A TaskGroup's block ends only when all of its tasks have ended.": (True, TOGETHER),
    "gather() gives the results in the order in which the tasks finish.": (False, TOGETHER),
    "With return_exceptions=True, gather() puts errors into the list of results.": (True, TOGETHER),
    "Each process of a ProcessPoolExecutor has its own interpreter and its own GIL.": (True, OUTSIDE),
    "multiprocessing runs its work in threads.": (False, OUTSIDE),
    "A process costs more memory than a task.": (True, OUTSIDE),
    "The default build of Python 3.13 has no GIL.": (False, OUTSIDE),
    "asyncio has been in the standard library since Python 3.3.": (False, HISTORY),
    "The decorator @asyncio.coroutine still works in Python 3.11.": (False, HISTORY),
    "asyncio.sleep(1, loop=loop) still works in Python 3.11.": (False, HISTORY),
    "JavaScript in browsers runs on an event loop, too.": (True, LOOP),
}


async def test_timetables_of_any_length(run, rng):
    for concurrent in (False, True):
        cases = [[], [0, 2], *(rng.sample(DELAYS, rng.randint(1, 4)) for _ in range(20))]
        if concurrent:  # one by one they would take long on the wall clock
            cases.append([2, 10, 9])
        trace = await run("timetables", cases=cases, concurrent=concurrent)
        for delays, (predicted, happened) in zip(cases, pairs(trace), strict=True):
            check_timetable(trace, delays, predicted, happened)


async def test_program_03_with_any_delays(run, rng):
    cases = [[0, 2], [2, 0], *(rng.sample(DELAYS, 2) for _ in range(20))]
    trace = await run("programs_03", cases=cases)
    for delays, (predicted, happened) in zip(cases, pairs(trace), strict=True):
        check_lines(delays, predicted, happened)


async def test_program_03_with_minutes(run):
    cases = [[120, 60], [60, 120]]
    trace = await run("programs_03", cases=cases, scale=0.01)
    for delays, (predicted, happened) in zip(cases, pairs(trace), strict=True):
        check_lines(delays, predicted, happened)


async def test_late_or_early_with_any_numbers(run, rng):
    few = ([0, 1, 0.5], [3, 0.4, 0], [2, 0, 0.8])
    cases = [[*numbers, as_tasks] for numbers in few for as_tasks in (False, True)]
    for own, other in permutations(rng.sample([0.4, 0.8, 1.2], 2)):
        cases += [[rng.randint(1, 9), own, other, as_tasks] for as_tasks in (False, True)]
    trace = await run("late_or_early", cases=cases)
    for case, (predicted, happened) in zip(cases, pairs(trace, loops=len(cases)), strict=True):
        check_number_and_seconds(case, predicted, happened)


async def test_the_claims(run):
    trace = await run("claims")
    answers = trace.happened("claims")[0].data["value"]
    kept = isinstance(answers, dict) and answers.keys() == KEY.keys()
    assert kept, "the sentences of CLAIMS must stay as they are: only None becomes True or False"
    wrong = [claim for claim, (truth, _) in KEY.items() if answers[claim] is not truth]
    pages = "; ".join(dict.fromkeys(KEY[claim][1] for claim in wrong))
    assert len(wrong) == 0, f"{len(wrong)} of 30 claims wrong; read again: {pages}"
