"""Believes that a task of no seconds is over before main prints.

verdict: failed
diagnosis: create_task makes one task each, and there is main's own
"""

def timetable(delays, *, concurrent):
    rows, clock = [], 0
    for delay in delays:
        start = 0 if concurrent else clock
        clock = start + delay
        rows.append((start, clock))
    order = sorted(finish for _, finish in rows)
    return [(start, finish, order.index(finish) + 1) for start, finish in rows]


def program_03(delay1, delay2):
    lines = ["scheduled", "milk start", "bread start"]
    if delay1 < delay2:
        return lines + ["milk done", "main: task1", "bread done", "main: task2"]
    return lines + ["bread done", "milk done", "main: task1", "main: task2"]


def late_or_early(n, own, other, *, as_tasks):
    if as_tasks and own == 0:
        return 1, other
    if as_tasks:
        return n + 1, max(other, own if n else 0)
    return 1, other + (own if n else 0)


PROGRAM_AB = ["a", "b", "c start", "x", "y", "c done", "d"]

CLAIMS = {
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
    "`await` may stand at the top level of a script.": False,
    "asyncio.run(main()) waits until every task has finished its work.": False,
    "When main() ends, asyncio.run cancels the tasks that are left, and waits for them to end.": True,
    "asyncio.run closes asynchronous generators that are still open.": True,
    "CancelledError is a subclass of Exception.": False,
    "gather() cancels the other tasks when one of them raises.": False,
    "A TaskGroup cancels its other tasks when one of them raises.": True,
    "A TaskGroup's block ends only when all of its tasks have ended.": True,
    "gather() gives the results in the order in which the tasks finish.": False,
    "With return_exceptions=True, gather() puts errors into the list of results.": True,
    "Each process of a ProcessPoolExecutor has its own interpreter and its own GIL.": True,
    "multiprocessing runs its work in threads.": False,
    "A process costs more memory than a task.": True,
    "The default build of Python 3.13 has no GIL.": False,
    "asyncio has been in the standard library since Python 3.3.": False,
    "The decorator @asyncio.coroutine still works in Python 3.11.": False,
    "asyncio.sleep(1, loop=loop) still works in Python 3.11.": False,
    "JavaScript in browsers runs on an event loop, too.": True,
}
