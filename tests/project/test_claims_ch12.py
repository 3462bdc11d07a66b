"""What texts say of asyncio in production, held against the interpreter that runs these tests."""

import asyncio
import gc
import logging
import os
import select
import signal
import sys
import threading
import traceback
import warnings
from typing import Any

import pytest

SHORT = 0.05  # seconds after which something that would wait for ever is given up


async def nothing() -> None:
    pass


async def fails() -> None:
    raise ValueError


def told_by_a_loop(main: Any, *, clear: bool = False) -> list[str]:
    """What the exception handler of the loop hears while main runs, and when everything of it is collected."""
    told: list[str] = []
    with asyncio.Runner() as runner:
        runner.get_loop().set_exception_handler(lambda loop, context: told.append(context["message"]))
        error: BaseException | None = None
        try:
            runner.run(main())
        except KeyError as raised:
            error = raised
        if clear and error is not None:
            traceback.clear_frames(error.__traceback__)
        gc.collect()
        del error
        return list(told)


def test_an_empty_queue_does_not_mean_that_no_work_will_come() -> None:
    async def main() -> tuple[bool, str]:
        q: asyncio.Queue[str] = asyncio.Queue()
        q.put_nowait("page")

        async def worker() -> None:
            await q.get()
            await asyncio.sleep(0)
            q.put_nowait("link")

        task = asyncio.create_task(worker())
        await asyncio.sleep(0)
        empty = q.empty()
        await task
        return empty, q.get_nowait()

    assert asyncio.run(main()) == (True, "link")


def test_a_timeout_around_a_wait_for_a_permit_counts_that_wait() -> None:
    async def main() -> bool:
        permits = asyncio.Semaphore(1)
        await permits.acquire()
        try:
            async with asyncio.timeout(SHORT), permits:
                return False
        except TimeoutError:
            return True

    assert asyncio.run(main())


def test_never_awaited_is_a_warning_which_is_shown_once_for_each_line() -> None:
    def forget(times: int) -> None:
        for _ in range(times):
            nothing()  # type: ignore[unused-coroutine]
        gc.collect()

    counts = {}
    for action in ("default", "always"):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter(action)
            forget(3)
        counts[action] = len([1 for entry in caught if "never awaited" in str(entry.message)])
    assert counts == {"default": 1, "always": 3}


def test_a_lost_exception_is_told_when_the_task_dies() -> None:
    async def main() -> None:
        task = asyncio.create_task(fails())
        await asyncio.sleep(0)
        del task

    assert told_by_a_loop(main) == ["Task exception was never retrieved"]


def test_a_traceback_holds_the_task_and_the_message_back() -> None:
    async def main() -> None:
        task = asyncio.create_task(fails())
        await asyncio.sleep(0)
        raise KeyError(task.get_name())

    assert told_by_a_loop(main) == []
    assert told_by_a_loop(main, clear=True) == ["Task exception was never retrieved"]


def test_debug_mode_logs_steps_that_block_and_not_those_that_wait(caplog: pytest.LogCaptureFixture) -> None:
    async def blocks() -> None:
        select.select([], [], [], 0.15)

    async def waits() -> None:
        await asyncio.sleep(0.15)

    with asyncio.Runner() as runner:
        assert runner.get_loop().slow_callback_duration == 0.1
    logged = {}
    for main in (blocks, waits):
        caplog.clear()
        with caplog.at_level(logging.WARNING, "asyncio"), asyncio.Runner(debug=True) as runner:
            runner.get_loop().slow_callback_duration = 0.14
            runner.run(main())
        logged[main] = [record for record in caplog.records if main.__name__ in record.getMessage()]
    assert logged[blocks]
    assert not logged[waits]


def test_asyncio_run_leaves_no_task_to_ask_for() -> None:
    async def main() -> asyncio.AbstractEventLoop:
        main.task = asyncio.create_task(asyncio.sleep(60))  # type: ignore[attr-defined]
        return asyncio.get_running_loop()

    loop = asyncio.run(main())
    assert main.task.cancelled()  # type: ignore[attr-defined]
    assert asyncio.all_tasks(loop) == set()


def test_timeouts_and_timers_do_not_use_asyncio_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(delay: float) -> None:
        pass

    async def main() -> bool:
        rung = asyncio.Event()
        began = asyncio.get_running_loop().time()
        asyncio.get_running_loop().call_later(SHORT, rung.set)
        await rung.wait()
        return asyncio.get_running_loop().time() - began >= SHORT * 0.9

    monkeypatch.setattr(asyncio, "sleep", at_once)
    assert asyncio.run(main())


def test_sleeps_go_by_the_time_of_the_loop() -> None:
    class Skipping(asyncio.SelectorEventLoop):
        skipped = 0.0

        def time(self) -> float:
            return super().time() + self.skipped

    async def main() -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Skipping)
        sleeper = asyncio.create_task(asyncio.sleep(3600))
        await asyncio.sleep(0)
        loop.skipped = 3601
        await sleeper

    with asyncio.Runner(loop_factory=Skipping) as runner:
        runner.run(main())


@pytest.mark.skipif(sys.platform == "win32", reason="event loops have no signal handlers there")
@pytest.mark.parametrize("by_the_loop", [True, False])
def test_only_the_loops_own_signal_handler_wakes_it(*, by_the_loop: bool) -> None:
    async def main() -> bool:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        if by_the_loop:
            loop.add_signal_handler(signal.SIGUSR1, stop.set)
        else:
            signal.signal(signal.SIGUSR1, lambda *_: stop.set())
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
        waiting = asyncio.create_task(stop.wait())
        began = loop.time()
        await asyncio.wait({waiting}, timeout=1.5)
        waiting.cancel()
        return loop.time() - began < 1.4

    before = signal.getsignal(signal.SIGUSR1)
    try:
        assert asyncio.run(main()) is by_the_loop
    finally:
        signal.signal(signal.SIGUSR1, before)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_ctrl_c_cancels_the_main_task_of_asyncio_run() -> None:
    ended: list[str] = []

    async def main() -> None:
        threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(main())
    assert ended == ["cancelled"]
