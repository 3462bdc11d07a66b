"""Predict the loop: say what a program will do, before you run it.

Three facts are enough for all four programs. An await of a coroutine is a call: the caller goes on when it has
returned. A task is only scheduled when it is made, and ready tasks run first come, first served. And a task that waits
is out of the way: whoever is ready runs, and time passes only while nobody is.
"""

from collections.abc import Sequence
from itertools import accumulate


def timetable(delays: Sequence[float], *, concurrent: bool) -> list[tuple[float, float, int]]:
    if concurrent:
        starts: list[float] = [0] * len(delays)
        finishes = list(delays)
    else:
        *starts, _ = accumulate(delays, initial=0)
        finishes = list(accumulate(delays))
    by_finish = sorted(range(len(delays)), key=lambda job: finishes[job])
    return [(starts[job], finishes[job], by_finish.index(job) + 1) for job in range(len(delays))]


def program_03(delay1: float, delay2: float) -> list[str]:
    # However short the delays are: main waits for task1, so both tasks run up to their sleep, the one made first first.
    begin = ["scheduled", "milk start", "bread start"]
    if delay1 < delay2:
        return [*begin, "milk done", "main: task1", "bread done", "main: task2"]
    # Bread is done first, but main stands at `await task1`. When it gets to task2, that is done: it goes straight on.
    return [*begin, "bread done", "milk done", "main: task1", "main: task2"]


def late_or_early(n: int, own: float, other: float, *, as_tasks: bool) -> tuple[int, float]:
    own = own if n else 0
    if as_tasks:
        return 1 + n, max(own, other)  # they run while main sleeps
    return 1, other + own  # they only begin when gather makes tasks of them


PROGRAM_AB: list[str] = ["a", "b", "c start", "x", "y", "c done", "d"]

CLAIMS: dict[str, bool | None] = {
    # coroutines, tasks and the loop
    "Calling a coroutine function runs its body.": False,
    "`await coroutine()` makes a task of the coroutine.": False,
    "Every `await` lets other tasks run.": False,
    "create_task(c) runs c up to its first await, and then returns.": False,
    "The event loop runs ready tasks in the order of their priority.": False,
    "The operating system decides which asyncio task runs next.": False,
    "The system may switch threads anywhere; a task hands over only where it awaits.": True,
    "A synchronous HTTP request in a coroutine lets other tasks run while it waits.": False,
    "The coroutines of one event loop run on several cores at the same time.": False,
    "Task is a subclass of Future.": True,
    "loop.create_task() takes any awaitable.": False,
    "ensure_future(f) gives back f itself when f is a future.": True,
    # the beginning and the end of a program
    "`await` may stand at the top level of a script.": False,
    "asyncio.run(main()) waits until every task has finished its work.": False,
    "When main() ends, asyncio.run cancels the tasks that are left, and waits for them to end.": True,
    "asyncio.run closes asynchronous generators that are still open.": True,
    "CancelledError is a subclass of Exception.": False,
    # several at once
    "gather() cancels the other tasks when one of them raises.": False,
    "A TaskGroup cancels its other tasks when one of them raises.": True,
    "A TaskGroup's block ends only when all of its tasks have ended.": True,
    "gather() gives the results in the order in which the tasks finish.": False,
    "With return_exceptions=True, gather() puts errors into the list of results.": True,
    # outside the loop
    "Each process of a ProcessPoolExecutor has its own interpreter and its own GIL.": True,
    "multiprocessing runs its work in threads.": False,
    "A process costs more memory than a task.": True,
    "The default build of Python 3.13 has no GIL.": False,
    # then and now
    "asyncio has been in the standard library since Python 3.3.": False,
    "The decorator @asyncio.coroutine still works in Python 3.11.": False,
    "asyncio.sleep(1, loop=loop) still works in Python 3.11.": False,
    "JavaScript in browsers runs on an event loop, too.": True,
}


if __name__ == "__main__":
    print("one by one:", timetable([5, 8, 2], concurrent=False))
    print("at once:   ", timetable([5, 8, 2], concurrent=True))
    print("program_03:", program_03(1, 2))
    print("coroutines:", late_or_early(5, 1, 2, as_tasks=False))
    print("tasks:     ", late_or_early(5, 1, 2, as_tasks=True))
