"""The key to the claims of predict_the_loop, against the interpreter: each claim is tried, not looked up."""

import asyncio
import importlib
import inspect
import os
import socket
import subprocess
import sys
import sysconfig
import threading
import time
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parents[1] / "ch02_tasks"

OUT_OF_REACH = {
    # No interpreter here can show these. The first: What's New in Python 3.4, "asyncio"; PEP 3156. The second: the HTML
    # Living Standard, "Event loops".
    "asyncio has been in the standard library since Python 3.3.": False,
    "JavaScript in browsers runs on an event loop, too.": True,
}

Trial = Callable[[], bool]
TRIALS: dict[str, Trial] = {}


def claim(sentence: str) -> Callable[[Trial], Trial]:
    """Marks a function that finds out by trying whether the sentence is true."""

    def mark(trial: Trial) -> Trial:
        TRIALS[sentence] = trial
        return trial

    return mark


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    monkeypatch.syspath_prepend(str(TESTS))
    module: Any = importlib.import_module("test_predict_the_loop_hidden")
    return {sentence: truth for sentence, (truth, _) in module.KEY.items()}


def test_every_claim_is_tried(key: dict[str, bool]) -> None:
    assert key.keys() == TRIALS.keys() | OUT_OF_REACH.keys()
    assert {sentence: key[sentence] for sentence in OUT_OF_REACH} == OUT_OF_REACH


async def nothing() -> None:
    pass


# Coroutines, tasks and the loop


@claim("Calling a coroutine function runs its body.")
def a_call_runs_the_body() -> bool:
    ran = []

    async def body() -> None:
        ran.append("body")

    body().close()
    return bool(ran)


@claim("`await coroutine()` makes a task of the coroutine.")
def await_makes_a_task() -> bool:
    async def inner() -> tuple[asyncio.Task[Any] | None, int]:
        return asyncio.current_task(), len(asyncio.all_tasks())

    async def main() -> bool:
        return await inner() != (asyncio.current_task(), 1)

    return asyncio.run(main())


@claim("Every `await` lets other tasks run.")
def every_await_lets_others_run() -> bool:
    async def main() -> bool:
        ran = []

        async def other() -> None:
            ran.append("other")

        task = asyncio.create_task(other())
        await nothing()
        let_run = bool(ran)
        await task
        return let_run

    return asyncio.run(main())


@claim("create_task(c) runs c up to its first await, and then returns.")
def create_task_runs_the_first_part() -> bool:
    async def main() -> bool:
        ran = []

        async def other() -> None:
            ran.append("first part")
            await asyncio.sleep(0)

        task = asyncio.create_task(other())
        began = bool(ran)
        await task
        return began

    return asyncio.run(main())


def order_of_fifty_tasks() -> list[int]:
    async def main() -> list[int]:
        order: list[int] = []

        async def note(number: int) -> None:
            for _ in range(2):
                order.append(number)
                await asyncio.sleep(0)

        await asyncio.gather(*map(note, range(50)))
        return order

    return asyncio.run(main())


@claim("The event loop runs ready tasks in the order of their priority.")
def ready_tasks_have_priorities() -> bool:
    return order_of_fifty_tasks() != [*range(50), *range(50)]


@claim("The operating system decides which asyncio task runs next.")
def the_order_of_tasks_is_the_systems() -> bool:
    return any(order_of_fifty_tasks() != order_of_fifty_tasks() for _ in range(20))


@claim("The system may switch threads anywhere; a task hands over only where it awaits.")
def threads_switch_anywhere_and_tasks_at_await() -> bool:
    flags: list[str] = []

    def seen_within(seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not flags and time.monotonic() < end:
            pass
        return bool(flags)

    thread = threading.Thread(target=flags.append, args=("thread",))
    thread.start()
    between_threads = seen_within(10)
    thread.join()
    flags.clear()

    async def flag() -> None:
        flags.append("task")

    async def main() -> bool:
        task = asyncio.create_task(flag())
        without_await = seen_within(0.1)
        await task
        return without_await

    return between_threads and not asyncio.run(main()) and flags == ["task"]


@claim("A synchronous HTTP request in a coroutine lets other tasks run while it waits.")
def a_synchronous_request_lets_others_run() -> bool:
    here, there = socket.socketpair()
    answering = threading.Timer(0.1, there.sendall, [b"HTTP/1.1 200 OK\r\n\r\n"])

    async def main() -> bool:
        ran = []

        async def other() -> None:
            ran.append("other")

        task = asyncio.create_task(other())
        here.recv(100)
        let_run = bool(ran)
        await task
        return let_run

    with here, there:
        answering.start()
        return asyncio.run(main())


@claim("The coroutines of one event loop run on several cores at the same time.")
def coroutines_run_at_the_same_time() -> bool:
    async def thread() -> int:
        await asyncio.sleep(0)
        return threading.get_ident()

    async def main() -> bool:
        return len(set(await asyncio.gather(*[thread() for _ in range(50)]))) > 1

    return asyncio.run(main())


@claim("Task is a subclass of Future.")
def a_task_is_a_future() -> bool:
    return issubclass(asyncio.Task, asyncio.Future)


@claim("loop.create_task() takes any awaitable.")
def create_task_takes_any_awaitable() -> bool:
    async def main() -> bool:
        loop = asyncio.get_running_loop()
        future: Any = loop.create_future()
        try:
            task = loop.create_task(future)
        except TypeError:
            return False
        return isinstance(task, asyncio.Task)

    return asyncio.run(main())


@claim("ensure_future(f) gives back f itself when f is a future.")
def ensure_future_gives_back_a_future() -> bool:
    async def main() -> bool:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(nothing())
        same = asyncio.ensure_future(future) is future and asyncio.ensure_future(task) is task
        await task
        return same

    return asyncio.run(main())


# The beginning and the end of a program


@claim("`await` may stand at the top level of a script.")
def await_at_the_top_level() -> bool:
    try:
        compile("import asyncio\nawait asyncio.sleep(0)\n", "script.py", "exec")
    except SyntaxError:
        return False
    return True


def how_a_leftover_task_ends() -> list[str]:
    """What is noted of a task that is still running when main() ends."""
    notes: list[str] = []
    kept = []

    async def work() -> None:
        try:
            await asyncio.sleep(3600)
            notes.append("finished")
        except asyncio.CancelledError:
            notes.append("cancelled")
            await asyncio.sleep(0.01)
            notes.append("cleaned up")
            raise

    async def main() -> None:
        kept.append(asyncio.create_task(work()))
        await asyncio.sleep(0)

    asyncio.run(main())
    return notes


@claim("asyncio.run(main()) waits until every task has finished its work.")
def run_waits_for_every_task() -> bool:
    return "finished" in how_a_leftover_task_ends()


@claim("When main() ends, asyncio.run cancels the tasks that are left, and waits for them to end.")
def run_cancels_and_waits() -> bool:
    return how_a_leftover_task_ends() == ["cancelled", "cleaned up"]


@claim("asyncio.run closes asynchronous generators that are still open.")
def run_closes_generators() -> bool:
    notes, kept = [], []

    async def numbers() -> Any:
        try:
            yield 1
            yield 2
        finally:
            notes.append("closed")

    async def main() -> None:
        kept.append(numbers())
        await anext(kept[0])

    asyncio.run(main())
    return notes == ["closed"]


@claim("CancelledError is a subclass of Exception.")
def cancelled_error_is_an_exception() -> bool:
    return issubclass(asyncio.CancelledError, Exception)


# Several at once


async def sibling_of_a_failing_task(together: Callable[[list[Any]], Any]) -> str:
    """How a task ends that runs beside one that raises."""
    ending = []

    async def fail() -> None:
        raise ValueError

    async def sibling() -> None:
        try:
            await asyncio.sleep(0.02)
            ending.append("finished")
        except asyncio.CancelledError:
            ending.append("cancelled")
            raise

    with suppress(ValueError, ExceptionGroup):
        await together([fail(), sibling()])
    await asyncio.sleep(0.05)
    return ending[0]


async def in_a_group(coroutines: list[Any]) -> None:
    async with asyncio.TaskGroup() as group:
        for coroutine in coroutines:
            group.create_task(coroutine)


async def in_gather(coroutines: list[Any]) -> None:
    await asyncio.gather(*coroutines)


@claim("gather() cancels the other tasks when one of them raises.")
def gather_cancels_the_others() -> bool:
    return asyncio.run(sibling_of_a_failing_task(in_gather)) == "cancelled"


@claim("A TaskGroup cancels its other tasks when one of them raises.")
def a_group_cancels_the_others() -> bool:
    return asyncio.run(sibling_of_a_failing_task(in_a_group)) == "cancelled"


@claim("A TaskGroup's block ends only when all of its tasks have ended.")
def a_group_waits() -> bool:
    async def main() -> bool:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(asyncio.sleep(seconds)) for seconds in (0.03, 0, 0.01)]
        return all(task.done() for task in tasks)

    return asyncio.run(main())


@claim("gather() gives the results in the order in which the tasks finish.")
def gather_gives_the_order_of_finishing() -> bool:
    async def main() -> bool:
        return await asyncio.gather(asyncio.sleep(0.03, "slow"), asyncio.sleep(0, "fast")) == ["fast", "slow"]

    return asyncio.run(main())


@claim("With return_exceptions=True, gather() puts errors into the list of results.")
def gather_returns_exceptions() -> bool:
    error = ValueError()

    async def fail() -> None:
        raise error

    async def main() -> bool:
        return await asyncio.gather(fail(), asyncio.sleep(0, "fine"), return_exceptions=True) == [
            error,
            "fine",
        ]

    return asyncio.run(main())


# Outside the loop


@claim("Each process of a ProcessPoolExecutor has its own interpreter and its own GIL.")
def a_pool_has_processes() -> bool:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(os.getpid).result() != os.getpid()


@claim("multiprocessing runs its work in threads.")
def multiprocessing_uses_threads() -> bool:
    process = get_context("spawn").Process(target=os.getpid)
    process.start()
    own = process.pid
    process.join()
    return own == os.getpid()


@claim("A process costs more memory than a task.")
def a_process_costs_more() -> bool:
    resource = pytest.importorskip("resource")  # not on Windows
    number = 1_000

    async def main() -> int:
        before, _ = tracemalloc.get_traced_memory()
        tasks = [asyncio.create_task(asyncio.sleep(0.01)) for _ in range(number)]
        await asyncio.sleep(0)
        after, _ = tracemalloc.get_traced_memory()
        await asyncio.gather(*tasks)
        return after - before

    tracemalloc.start()
    try:
        bytes_of_a_task = asyncio.run(main()) / number
    finally:
        tracemalloc.stop()
    subprocess.run([sys.executable, "-S", "-c", "pass"], check=True)
    bytes_of_a_process = (
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    )  # at least, on every system
    return bool(bytes_of_a_process > 100 * bytes_of_a_task)


@claim("The default build of Python 3.13 has no GIL.")
def the_default_build_has_no_gil() -> bool:
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        pytest.skip("this is not the default build")
    return not getattr(sys, "_is_gil_enabled", lambda: True)()


# Then and now


@claim("The decorator @asyncio.coroutine still works in Python 3.11.")
def the_old_decorator_is_there() -> bool:
    return hasattr(asyncio, "coroutine")


@claim("asyncio.sleep(1, loop=loop) still works in Python 3.11.")
def sleep_takes_a_loop() -> bool:
    return "loop" in inspect.signature(asyncio.sleep).parameters


@pytest.mark.parametrize("sentence", TRIALS)
def test_a_claim_is_what_the_key_says(sentence: str, key: dict[str, bool]) -> None:
    assert TRIALS[sentence]() is key[sentence]
