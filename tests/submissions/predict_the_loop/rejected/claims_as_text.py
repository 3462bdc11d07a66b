"""Writes the answers as text.

verdict: failed
diagnosis: claims have no answer yet
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
    if as_tasks:
        return n + 1, max(other, own if n else 0)
    return 1, other + (own if n else 0)


PROGRAM_AB = ["a", "b", "c start", "x", "y", "c done", "d"]

CLAIMS = {
    "Calling a coroutine function runs its body.": "false",
    "`await coroutine()` makes a task of the coroutine.": "false",
    "Every `await` lets other tasks run.": "false",
    "create_task(c) runs c up to its first await, and then returns.": "false",
    "The event loop runs ready tasks in the order of their priority.": "false",
    "The operating system decides which asyncio task runs next.": "false",
    "The system may switch threads anywhere; a task hands over only where it awaits.": "true",
    "A synchronous HTTP request in a coroutine lets other tasks run while it waits.": "false",
    "The coroutines of one event loop run on several cores at the same time.": "false",
    "Task is a subclass of Future.": "true",
    "loop.create_task() takes any awaitable.": "false",
    "ensure_future(f) gives back f itself when f is a future.": "true",
    "`await` may stand at the top level of a script.": "false",
    "asyncio.run(main()) waits until every task has finished its work.": "false",
    "When main() ends, asyncio.run cancels the tasks that are left, and waits for them to end.": "true",
    "asyncio.run closes asynchronous generators that are still open.": "true",
    "CancelledError is a subclass of Exception.": "false",
    "gather() cancels the other tasks when one of them raises.": "false",
    "A TaskGroup cancels its other tasks when one of them raises.": "true",
    "A TaskGroup's block ends only when all of its tasks have ended.": "true",
    "gather() gives the results in the order in which the tasks finish.": "false",
    "With return_exceptions=True, gather() puts errors into the list of results.": "true",
    "Each process of a ProcessPoolExecutor has its own interpreter and its own GIL.": "true",
    "multiprocessing runs its work in threads.": "false",
    "A process costs more memory than a task.": "true",
    "The default build of Python 3.13 has no GIL.": "false",
    "asyncio has been in the standard library since Python 3.3.": "false",
    "The decorator @asyncio.coroutine still works in Python 3.11.": "false",
    "asyncio.sleep(1, loop=loop) still works in Python 3.11.": "false",
    "JavaScript in browsers runs on an event loop, too.": "true",
}
