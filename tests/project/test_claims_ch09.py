"""What is said of threads, processes, subprocesses and streams, held against the interpreter that runs these tests."""

import asyncio
import concurrent.futures
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

PATIENCE = 30.0  # seconds after which something that should have happened is given up
SHORT = 0.2  # seconds after which something that would never happen is given up


def on_a_loop(main: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    """A test on an event loop of its own."""

    def test() -> None:
        asyncio.run(main())

    test.__name__ = main.__name__
    return test


@on_a_loop
async def test_an_async_def_around_a_blocking_call_blocks_all_the_same() -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def fetch() -> None:
        time.sleep(0.05)

    counting = asyncio.create_task(count())
    await asyncio.sleep(0)
    before = turns
    await fetch()
    assert turns == before
    await asyncio.to_thread(time.sleep, 0.05)
    assert turns > before
    counting.cancel()


@on_a_loop
async def test_to_thread_overlaps_under_gather_and_not_one_by_one() -> None:
    def meet(barrier: threading.Barrier, seconds: float) -> bool:
        try:
            barrier.wait(seconds)
        except threading.BrokenBarrierError:
            return False
        return True

    together = threading.Barrier(2)
    assert await asyncio.gather(*(asyncio.to_thread(meet, together, PATIENCE) for _ in range(2))) == [
        True,
        True,
    ]
    apart = threading.Barrier(2)
    assert [await asyncio.to_thread(meet, apart, SHORT) for _ in range(2)] == [False, False]


@on_a_loop
async def test_a_result_is_no_function_that_a_thread_could_call() -> None:
    with pytest.raises(TypeError, match="not callable"):
        await asyncio.to_thread(str(1))  # type: ignore[arg-type]


@on_a_loop
async def test_cancelling_ends_the_waiting_and_not_the_thread() -> None:
    began, release, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        release.wait(PATIENCE)
        ended.set()

    task = asyncio.create_task(asyncio.to_thread(work))
    while not began.is_set():
        await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait({task})
    assert task.cancelled()
    assert not ended.is_set()
    release.set()
    assert await asyncio.to_thread(ended.wait, PATIENCE)


@on_a_loop
async def test_a_process_pool_has_other_processes_with_copies() -> None:
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        assert await loop.run_in_executor(pool, os.getpid) != os.getpid()
        given = ["a"]
        back = await loop.run_in_executor(pool, list, given)
    assert back == given
    assert back is not given


def test_a_function_is_pickled_by_its_name() -> None:
    assert pickle.loads(pickle.dumps(os.getcwd)) is os.getcwd
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(lambda: None)


def test_the_two_futures_are_not_the_same_and_one_can_be_wrapped() -> None:
    assert not issubclass(asyncio.Future, concurrent.futures.Future)

    async def main() -> int:
        future: concurrent.futures.Future[int] = concurrent.futures.Future()
        future.set_result(1)
        with pytest.raises(TypeError):
            await future  # type: ignore[misc]
        return await asyncio.wrap_future(future)

    assert asyncio.run(main()) == 1


Handing = Callable[[asyncio.AbstractEventLoop, "asyncio.Queue[int]"], object]


def heard(hand_over: Handing, patience: float) -> bool:
    """Whether a task gets in time what a thread hands over while the loop sleeps."""

    async def main() -> bool:
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[int] = asyncio.Queue()
        got, told = threading.Event(), asyncio.Event()
        in_time: list[bool] = []

        def work() -> None:
            time.sleep(SHORT)
            hand_over(loop, queue)
            in_time.append(got.wait(patience))
            loop.call_soon_threadsafe(told.set)

        async def take() -> None:
            await queue.get()
            got.set()

        taking = asyncio.create_task(take())
        threading.Thread(target=work).start()
        await told.wait()
        await taking
        return in_time == [True]

    return asyncio.run(main())


def test_a_put_from_a_thread_does_not_wake_the_loop() -> None:
    tries = 3  # on a busy machine the loop may not be asleep yet
    assert not all(heard(lambda loop, queue: queue.put_nowait(1), SHORT) for _ in range(tries))


def test_call_soon_threadsafe_and_run_coroutine_threadsafe_wake_it() -> None:
    assert heard(lambda loop, queue: loop.call_soon_threadsafe(queue.put_nowait, 1), PATIENCE)
    assert heard(lambda loop, queue: asyncio.run_coroutine_threadsafe(queue.put(1), loop), PATIENCE)


@on_a_loop
async def test_debug_mode_tells_of_a_call_from_another_thread() -> None:
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    with pytest.raises(RuntimeError, match="Non-thread-safe"):
        await asyncio.to_thread(loop.call_soon, print)


@on_a_loop
async def test_a_loop_that_waits_for_itself_waits_in_vain() -> None:
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), asyncio.get_running_loop())
    with pytest.raises(TimeoutError):
        future.result(SHORT)


FLOOD = "import sys; sys.stdout.write('x' * 1_000_000)"
SLEEP = "import time; time.sleep(60)"


async def python(code: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE)


@on_a_loop
async def test_a_process_waits_while_its_pipe_is_full_and_communicate_empties_it() -> None:
    process = await python(FLOOD)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(process.wait(), 5 * SHORT)
    out, _ = await process.communicate()
    assert len(out) == 1_000_000
    assert process.returncode == 0


@on_a_loop
async def test_a_timeout_ends_the_waiting_and_not_the_process() -> None:
    process = await python(SLEEP)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(process.communicate(), SHORT)
    assert process.returncode is None
    os.kill(process.pid, 0)  # it is there
    process.kill()
    await process.communicate()
    assert process.returncode == -signal.SIGKILL


@on_a_loop
async def test_a_stream_has_bytes_and_no_messages() -> None:
    may_close = asyncio.Event()

    async def send(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hel")
        await writer.drain()
        await may_close.wait()
        writer.write(b"lo\nwor")
        writer.write(b"ld\n")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(send, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        assert await reader.read(100) == b"hel"
        may_close.set()
        assert await reader.readline() == b"lo\n"
        assert await reader.readline() == b"world\n"
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()
