"""The clock of a run: exact times, blocked threads, deadlocks and spins, on a loop of its own."""

import asyncio
import copy
import datetime
import math
import queue
import selectors
import signal
import socket
import threading
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from kata.player import timeline
from kata.player.blocking import blocking_by
from kata.player.loop import Loops, PacedLoop, every_new_loop
from kata.player.steps import SteppedLoop
from kata.player.ties import Ties
from kata.player.timeline import GRID, Deadlock, Spin, Timeline

Main = Callable[[], Coroutine[Any, Any, Any]]
A_FEW_ULPS = 1e-9


class Played:
    """What came out of a coroutine that ran alone on a timeline."""

    def __init__(self, main: Main, *, virtual: bool = True) -> None:
        self.timeline = Timeline(virtual=virtual)
        self.loops = Loops(self.timeline)
        self.blocked: list[tuple[float, float, str]] = []
        self.timeline.on_blocked = self._on_blocked
        real = time.monotonic()
        with blocking_by(self.timeline), every_new_loop(self.loops.new_for_answer):
            self.result = asyncio.run(main())
            self.elapsed = self.timeline.elapsed
        self.real = time.monotonic() - real

    def _on_blocked(self, start: float, end: float, what: str) -> None:
        if asyncio._get_running_loop() is not None:
            self.blocked.append((start - self.timeline.origin, end - self.timeline.origin, what))


def play(main: Main, *, virtual: bool = True) -> Played:
    return Played(main, virtual=virtual)


async def nap(seconds: float, log: list[Any], what: Any) -> None:
    await asyncio.sleep(seconds)
    log.append(what)


def test_a_day_of_sleeping_is_exact_and_costs_nothing() -> None:
    async def main() -> float:
        loop = asyncio.get_running_loop()
        start = loop.time()
        for _ in range(24):
            await asyncio.sleep(3600)
        return loop.time() - start

    played = play(main)
    assert played.result == 86_400.0
    assert played.elapsed == 86_400.0
    assert played.real < 60


@pytest.mark.parametrize("duration", [0.1, 0.3, 1 / 3, 0.7, 1e-7, 12.345678])
def test_a_wait_is_never_measured_shorter_than_it_was_asked_for(duration: float) -> None:
    async def main() -> list[float]:
        loop = asyncio.get_running_loop()
        clocks = (loop.time, time.monotonic, time.perf_counter, time.time)
        before = [clock() for clock in clocks]
        await asyncio.sleep(duration)
        return [clock() - first for clock, first in zip(clocks, before, strict=True)]

    for measured in play(main).result:
        assert duration <= measured <= duration + 2 * GRID


def test_sums_of_waits_agree_with_one_wait_for_the_sum() -> None:
    async def main() -> list[str]:
        log: list[str] = []

        async def steps() -> None:
            for _ in range(8):
                await asyncio.sleep(0.125)
            log.append("eight waits")

        await asyncio.gather(nap(1.0, log, "one wait"), steps(), nap(1.0 + GRID, log, "one tick later"))
        return log

    assert play(main).result[2] == "one tick later"


def test_equal_timers_fire_first_in_first_out() -> None:
    async def main() -> list[int]:
        log: list[int] = []
        await asyncio.gather(*(nap(1, log, number) for number in range(200)))
        return log

    assert play(main).result == list(range(200))


def test_all_timers_of_an_instant_fire_in_one_turn() -> None:
    async def main() -> set[int]:
        loop = asyncio.get_running_loop()
        turns: set[int] = set()

        async def note() -> None:
            await asyncio.sleep(0.3)
            turns.add(loop._timeline.turns)  # type: ignore[attr-defined]

        await asyncio.gather(*(note() for _ in range(50)))
        return turns

    assert len(play(main).result) <= 2


def test_ready_callbacks_run_before_time_jumps() -> None:
    async def main() -> list[str]:
        log: list[str] = []
        loop = asyncio.get_running_loop()
        loop.call_later(1, log.append, "timer")

        def again(left: int) -> None:
            log.append("ready")
            if left:
                loop.call_soon(again, left - 1)

        again(5)
        await asyncio.sleep(2)
        return log

    assert play(main).result == ["ready"] * 6 + ["timer"]


def test_timeouts_waits_queues_locks_and_barriers_go_by_the_loop() -> None:
    async def main() -> list[tuple[str, float]]:
        loop = asyncio.get_running_loop()
        zero, seen = loop.time(), []

        def note(what: str) -> None:
            seen.append((what, loop.time() - zero))

        try:
            async with asyncio.timeout(2):
                await asyncio.sleep(5)
        except TimeoutError:
            note("timeout")
        try:
            await asyncio.wait_for(asyncio.sleep(5), 1)
        except TimeoutError:
            note("wait_for")
        await asyncio.wait([loop.create_future()], timeout=0.5)
        note("wait")
        items: asyncio.Queue[int] = asyncio.Queue()
        loop.call_at(zero + 4, items.put_nowait, 1)
        await items.get()
        note("queue")
        lock, barrier = asyncio.Lock(), asyncio.Barrier(2)
        await lock.acquire()
        loop.call_later(0.25, lock.release)
        await lock.acquire()
        note("lock")
        await asyncio.gather(barrier.wait(), nap(0, [], 0), asyncio.wait_for(barrier.wait(), 1))
        note("barrier")
        return seen

    assert play(main).result == [
        ("timeout", 2.0),
        ("wait_for", 3.0),
        ("wait", 3.5),
        ("queue", 4.0),
        ("lock", 4.25),
        ("barrier", 4.25),
    ]


def test_a_timer_that_never_comes_is_no_timer() -> None:
    async def main() -> None:
        asyncio.get_running_loop().call_at(math.inf, print)
        await asyncio.Event().wait()

    with pytest.raises(Deadlock):
        play(main)


def test_time_sleep_blocks_the_loop_and_costs_virtual_time() -> None:
    async def main() -> list[str]:
        log: list[str] = []
        other = asyncio.create_task(nap(1, log, "other"))
        await asyncio.sleep(0)
        time.sleep(1.5)
        log.append("slept")
        await other
        return log

    played = play(main)
    assert played.result == ["slept", "other"]
    assert played.elapsed == 1.5
    assert played.blocked == [(0.0, 1.5, "time.sleep")]


@pytest.mark.parametrize("name", ["monotonic", "perf_counter", "time"])
def test_the_clocks_of_time_agree_with_the_loop(name: str) -> None:
    async def main() -> list[float]:
        loop = asyncio.get_running_loop()
        seconds, nanoseconds = getattr(time, name), getattr(time, name + "_ns")
        loop_start, start, start_ns = loop.time(), seconds(), nanoseconds()
        await asyncio.sleep(1.7)
        time.sleep(0.4)
        elapsed = loop.time() - loop_start
        return [seconds() - start - elapsed, (nanoseconds() - start_ns) / 1e9 - elapsed]

    assert play(main).result == pytest.approx([0, 0], abs=3e-6)


@pytest.mark.parametrize("zone", [None, datetime.UTC])
def test_the_dates_of_datetime_agree_with_the_loop(zone: datetime.tzinfo | None) -> None:
    async def main() -> list[float]:
        readings = []
        for _ in range(3):
            readings.append(datetime.datetime.now(zone).timestamp() - time.time())
            await asyncio.sleep(86_400.3)
        first, then = datetime.date.today(), datetime.datetime.today()
        assert first == then.date() == datetime.date.fromtimestamp(time.time())
        return readings

    assert play(main).result == pytest.approx([0, 0, 0], abs=3e-6)


def test_dates_on_the_virtual_clock_are_dates_of_the_library() -> None:
    library = datetime.datetime, datetime.date

    async def main() -> None:
        now = datetime.datetime.now()
        later = now + datetime.timedelta(days=1)
        for moment in (now, later, library[0](2024, 2, 29), datetime.datetime.max):
            assert isinstance(moment, datetime.datetime) and isinstance(moment, datetime.date)
            assert isinstance(moment, library)
        assert issubclass(library[0], datetime.datetime) and issubclass(datetime.datetime, datetime.date)
        assert not isinstance(datetime.date.today(), datetime.datetime)
        assert later - now == datetime.timedelta(days=1)
        assert datetime.datetime.fromisoformat(now.isoformat()) == now == copy.deepcopy(now)

        class Dated(datetime.datetime):
            pass

        assert isinstance(Dated.now(), Dated) and not isinstance(now, Dated)

    play(main)
    assert (datetime.datetime, datetime.date) == library


@pytest.mark.parametrize("seconds", [0.1, 0.3, 1 / 3, 5, 12.345678])
def test_a_wait_is_never_measured_shorter_by_dates(seconds: float) -> None:
    async def main() -> datetime.timedelta:
        await asyncio.sleep(0.1)
        before = datetime.datetime.now()
        await asyncio.sleep(seconds)
        return datetime.datetime.now() - before

    assert play(main).result >= datetime.timedelta(seconds=seconds)


def test_a_busy_wait_on_a_clock_ends() -> None:
    async def main() -> None:
        end = time.perf_counter() + 1
        while time.perf_counter() < end:
            pass

    played = play(main)
    assert 1 <= played.elapsed <= 1.001
    assert played.blocked and played.blocked[-1][2] == "a busy wait on the clock"


def test_a_busy_wait_through_the_loop_ends() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        end = loop.time() + 1
        while loop.time() < end:
            await asyncio.sleep(0)

    assert 1 <= play(main).elapsed <= 1.001


def test_many_turns_take_no_time() -> None:
    async def main() -> None:
        for _ in range(50_000):
            await asyncio.sleep(0)

    assert play(main).elapsed == 0


def test_turns_are_counted_until_a_thread_takes_part() -> None:
    async def main() -> list[int]:
        counted = []
        for _ in range(3):
            for _ in range(10):
                await asyncio.sleep(0)
            counted.append(asyncio.get_running_loop()._timeline.turns)  # type: ignore[attr-defined]
            await asyncio.to_thread(time.sleep, 1)
        return counted

    first, *later = play(main).result
    assert first >= 10
    assert later == [first, first]


def test_turning_for_ever_is_a_spin() -> None:
    async def main() -> None:
        while True:
            await asyncio.sleep(0)

    with pytest.raises(Spin):
        play(main)


def turns_until_a_spin(monkeypatch: pytest.MonkeyPatch, *, virtual: bool, timers: bool, a_turn: float) -> int:
    """How many turns an event loop may turn, if each takes so many real seconds."""
    real = [0.0]
    monkeypatch.setattr(timeline, "real_monotonic", lambda: real[0])
    clock = Timeline(virtual=virtual)
    with pytest.raises(Spin):
        for _ in range(10 * timeline.SPIN_AFTER):
            real[0] += a_turn
            clock.turn(timers)
    return clock.turns


def test_in_real_time_polling_is_no_spin_while_time_may_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    few = timeline.SPIN_AFTER + 1
    assert turns_until_a_spin(monkeypatch, virtual=True, timers=True, a_turn=1e-5) == few
    assert turns_until_a_spin(monkeypatch, virtual=False, timers=False, a_turn=1e-5) == few
    assert turns_until_a_spin(monkeypatch, virtual=False, timers=True, a_turn=1e-4) == few
    long = turns_until_a_spin(monkeypatch, virtual=False, timers=True, a_turn=1e-5)
    assert long == pytest.approx(timeline.BUSY_AFTER + timeline.POLLING / 1e-5, abs=2)


def test_when_the_last_timer_has_come_all_turns_count_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "real_monotonic", lambda: 0.0)
    clock = Timeline(virtual=False)
    for _ in range(2 * timeline.SPIN_AFTER):
        clock.turn(timers=True)
    for _ in range(timeline.BUSY_AFTER):
        clock.turn(timers=False)
    with pytest.raises(Spin):
        for _ in range(timeline.SPIN_AFTER):
            clock.turn(timers=False)


def test_polling_is_forgotten_when_somebody_has_waited(monkeypatch: pytest.MonkeyPatch) -> None:
    real = [0.0]
    monkeypatch.setattr(timeline, "real_monotonic", lambda: real[0])
    clock = Timeline(virtual=False)
    for _ in range(2 * timeline.SPIN_AFTER):
        clock.turn(timers=True)
    clock.pass_real(1)
    real[0] += 2 * timeline.POLLING
    for _ in range(timeline.SPIN_AFTER):
        clock.turn(timers=True)


def test_real_time_that_passes_in_a_wait_is_never_longer_than_the_wait() -> None:
    async def main() -> float:
        loop = asyncio.get_running_loop()
        # The world may call, so the clock follows the real one; but what keeps the machine afterwards does not count.
        loop.add_signal_handler(signal.SIGUSR1, print)
        start = loop.time()
        await asyncio.sleep(0.1)
        loop.remove_signal_handler(signal.SIGUSR1)
        return loop.time() - start

    assert 0.1 <= play(main).result <= 0.1 + GRID


@pytest.mark.parametrize("virtual", [True, False])
def test_waiting_for_nothing_is_a_deadlock_at_once(virtual: bool) -> None:
    async def main() -> None:
        await asyncio.Event().wait()

    start = time.monotonic()
    with pytest.raises(Deadlock):
        play(main, virtual=virtual)
    assert time.monotonic() - start < 30


def test_three_threads_that_sleep_a_second_take_a_second() -> None:
    async def main() -> list[str]:
        log: list[str] = []
        jobs = [asyncio.to_thread(time.sleep, 1) for _ in range(3)]
        await asyncio.gather(*jobs, nap(0.5, log, "the loop goes on"))
        return log

    played = play(main)
    assert played.result == ["the loop goes on"]
    assert played.elapsed == 1.0
    assert played.blocked == []


def test_own_executors_and_run_in_executor() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(2) as pool:
            await asyncio.gather(*(loop.run_in_executor(pool, time.sleep, 1) for _ in range(4)))

    assert play(main).elapsed == 2.0


def test_a_plain_thread_wakes_the_loop() -> None:
    async def main() -> tuple[int, float]:
        loop = asyncio.get_running_loop()
        start, answer = loop.time(), loop.create_future()

        def work() -> None:
            time.sleep(1)
            loop.call_soon_threadsafe(answer.set_result, 5)

        thread = threading.Thread(target=work)
        thread.start()
        value = await answer
        came = loop.time() - start
        thread.join()
        return value, came

    assert play(main).result == (5, 1.0)


def test_no_time_passes_while_a_thread_computes() -> None:
    async def main() -> float:
        def compute() -> float:
            sum(range(3_000_000))
            return time.monotonic()

        start = time.monotonic()
        end, _ = await asyncio.gather(asyncio.to_thread(compute), asyncio.sleep(0.01))
        return end - start

    assert play(main).result == 0


@pytest.mark.parametrize("factory", ["Lock", "RLock"])
def test_threads_that_wait_for_a_lock_do_not_hold_up_time(factory: str) -> None:
    async def main() -> None:
        lock = getattr(threading, factory)()

        def work() -> None:
            with lock:
                time.sleep(1)

        await asyncio.gather(*(asyncio.to_thread(work) for _ in range(4)))

    assert play(main).elapsed == 4.0


def test_queues_between_threads_time_out_on_time() -> None:
    async def main() -> tuple[float, int]:
        items: queue.Queue[int] = queue.Queue()

        def get() -> tuple[float, int]:
            start = time.monotonic()
            try:
                items.get(timeout=1)
            except queue.Empty:
                waited = time.monotonic() - start
            return waited, items.get()

        loop = asyncio.get_running_loop()
        loop.call_later(3, items.put, 7)
        return await asyncio.to_thread(get)

    played = play(main)
    assert played.result == (1.0, 7)
    assert played.elapsed == 3.0


def test_loops_in_two_threads_share_one_clock() -> None:
    async def inner() -> float:
        await asyncio.sleep(2)
        return time.monotonic()

    async def main() -> list[float]:
        start = time.monotonic()
        ends = await asyncio.gather(*(asyncio.to_thread(asyncio.run, inner()) for _ in range(2)))
        return [end - start for end in ends]

    played = play(main)
    assert played.result == [2.0, 2.0]
    assert played.loops.created == 3
    assert played.loops.left_open == 0


def test_every_way_to_make_a_loop_gives_one_on_the_clock() -> None:
    timeline = Timeline(virtual=True)
    loops = Loops(timeline)
    with every_new_loop(loops.new_for_answer):
        made = [asyncio.new_event_loop(), asyncio.events.new_event_loop(), asyncio.SelectorEventLoop()]
        with asyncio.Runner() as runner:
            made.append(runner.get_loop())
    assert {type(loop).__name__ for loop in made} == {"PacedLoop"}
    assert (loops.created, loops.left_open) == (4, 3)
    for loop in made:
        loop.close()
    assert loops.left_open == 0


def test_everything_is_put_back() -> None:
    before = (time.sleep, time.monotonic, threading.Lock, threading.Thread.start, asyncio.SelectorEventLoop)

    async def main() -> None:
        assert time.sleep is not before[0]

    play(main)
    assert before == (
        time.sleep,
        time.monotonic,
        threading.Lock,
        threading.Thread.start,
        asyncio.SelectorEventLoop,
    )


def test_the_wall_clock_is_the_machines_own() -> None:
    async def main() -> float:
        start = time.monotonic()
        await asyncio.gather(asyncio.sleep(0.1), asyncio.to_thread(time.sleep, 0.1))
        return time.monotonic() - start

    played = play(main, virtual=False)
    assert played.result >= 0.1 - A_FEW_ULPS
    assert played.real >= 0.1 - A_FEW_ULPS


def test_a_deadlock_reaches_blocked_threads_too_so_that_the_run_can_end() -> None:
    async def main() -> None:
        await asyncio.gather(*(asyncio.to_thread(threading.Event().wait) for _ in range(2)))

    before = threading.active_count()
    with pytest.raises(Deadlock):
        play(main)
    assert threading.active_count() == before


def test_threads_that_lock_each_other_out_are_a_deadlock() -> None:
    async def main() -> None:
        first, second = threading.Lock(), threading.Lock()

        def work(mine: threading.Lock, other: threading.Lock) -> None:
            with mine:
                time.sleep(1)
                with other:
                    pass

        await asyncio.gather(
            asyncio.to_thread(work, first, second), asyncio.to_thread(work, second, first), asyncio.sleep(5)
        )

    with pytest.raises(Deadlock):
        play(main)


def test_threads_wake_on_time_while_a_socket_is_open() -> None:
    async def main() -> list[float]:
        loop = asyncio.get_running_loop()
        server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)

        def nap() -> float:
            time.sleep(1)
            return time.monotonic()

        start = loop.time()
        async with server:
            thread, _ = await asyncio.gather(asyncio.to_thread(nap), asyncio.sleep(5))
            return [thread - start, loop.time() - start]

    assert play(main).result == [1.0, 5.0]


def test_an_open_socket_is_no_deadlock() -> None:
    async def main() -> bytes:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            ours.setblocking(False)
            job = asyncio.to_thread(theirs.recv, 5)
            heard = asyncio.create_task(job)
            await asyncio.sleep(1)
            await asyncio.get_running_loop().sock_sendall(ours, b"hello")
            return await heard

    assert play(main).result == b"hello"


def test_the_classes_of_event_loops_are_still_classes() -> None:
    timeline = Timeline(virtual=True)
    with every_new_loop(Loops(timeline).new_for_answer):
        made = asyncio.SelectorEventLoop()
        assert isinstance(made, asyncio.SelectorEventLoop)
        assert not isinstance(object(), asyncio.SelectorEventLoop)

        class Own(asyncio.SelectorEventLoop):
            pass

        own = Own()
        assert isinstance(own, Own) and not isinstance(made, Own)
        own.run_until_complete(asyncio.sleep(3600))
        assert timeline.elapsed == 3600
        for loop in (made, own):
            loop.close()


@pytest.mark.parametrize("derived", [True, False])
def test_on_the_wall_clock_a_loop_has_the_selector_that_it_was_given(derived: bool) -> None:
    loops = Loops(Timeline(virtual=False))
    asked: list[float | None] = []

    class Impatient(selectors.DefaultSelector):
        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            asked.append(timeout)
            return super().select(0)

    with every_new_loop(loops.new_for_answer):
        kind = asyncio.SelectorEventLoop

        class Own(kind):  # type: ignore[misc, valid-type]
            def time(self) -> float:
                return len(asked) * 600.0

        loop = (Own if derived else kind)(Impatient())
        loop.call_soon_threadsafe(print)
        loop.run_until_complete(asyncio.sleep(3600 if derived else 0))
        loop.close()
    assert asked
    assert loops.created == 1
    assert loops.left_open == 0


def test_a_closed_loop_says_that_it_is_closed() -> None:
    loop = Loops(Timeline(virtual=True)).new()
    loop.close()
    with pytest.raises(RuntimeError, match="Event loop is closed"):
        loop.call_soon_threadsafe(print)


@pytest.mark.parametrize("how", ["call_soon", "call_soon_threadsafe", "call_later", "call_at"])
@pytest.mark.parametrize("kind", [PacedLoop, SteppedLoop])
def test_in_debug_mode_a_handle_comes_from_its_callers_line(how: str, kind: type[PacedLoop]) -> None:
    loop = kind(Timeline(virtual=True), Ties())
    loop.set_debug(True)
    handle = getattr(loop, how)(*([1] if how in {"call_later", "call_at"} else []), print)
    assert handle._source_traceback[-1].filename == __file__
    loop.close()


def test_time_waits_for_what_the_kernel_holds_back() -> None:
    async def main() -> float:
        """Two small writes without TCP_NODELAY: the second goes out when the first is acknowledged, after 40 ms."""
        loop = asyncio.get_running_loop()
        with socket.create_server(("127.0.0.1", 0)) as server:
            ours = socket.create_connection(server.getsockname())
            theirs, _ = server.accept()
        with ours, theirs:
            ours.setblocking(False)
            theirs.setblocking(False)
            start = loop.time()
            for _ in range(2):  # an answer to the first pair makes the kernel delay what it acknowledges
                ours.send(b"a")
                ours.send(b"b")
                received = b""
                async with asyncio.timeout(30):
                    while len(received) < 2:
                        received += await loop.sock_recv(theirs, 10)
                await loop.sock_sendall(theirs, b"c")
                await loop.sock_recv(ours, 10)
            return loop.time() - start

    assert play(main).result == 0
