"""Keeps only the claims that it is sure of.

verdict: failed
diagnosis: CLAIMS must keep its thirty sentences
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
}
