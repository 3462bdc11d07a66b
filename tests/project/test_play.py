"""The player as the judge sees it: one process a run, one trace, whatever the answer does."""

import asyncio
import json
import os
import signal
import tempfile
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from kata.judge.players import ForkedPlayers, Played, Players, SpawnedPlayers
from kata.judge.reading import parse
from kata.judge.warm import Warm, start_warm

CALL_MAIN = """
async def scenario(exercise, record, **inputs):
    await record.call(exercise.main, **inputs)
"""


@pytest.fixture(scope="module", params=[ForkedPlayers, SpawnedPlayers])
def players(request: pytest.FixtureRequest) -> Any:
    kind = request.param()
    yield kind
    kind.close()


@pytest.fixture(scope="module")
def forked() -> Any:
    kind = ForkedPlayers()
    yield kind
    kind.close()


async def play_raw(
    players: Players,
    answer: str,
    scenario: str = CALL_MAIN,
    *,
    clock: str = "virtual",
    options: dict[str, Any] | None = None,
    **inputs: Any,
) -> Played:
    return await players.play(request(answer, scenario, clock, **inputs) | (options or {}))


def request(answer: str, scenario: str, clock: str, **inputs: Any) -> dict[str, Any]:
    return {
        "answer": {"name": "exercise", "file": "exercise.py", "source": dedent(answer).lstrip("\n")},
        "scenario": {"name": "scenario", "file": "scenarios.py", "source": dedent(scenario)},
        "inputs": inputs,
        "clock": clock,
        "deadline": 10.0,
        "sweep": None,
        "shuffle": None,
        "steps": False,
    }


async def play(players: Players, answer: str, scenario: str = CALL_MAIN, **rest: Any) -> dict[str, Any]:
    played = await play_raw(players, answer, scenario, **rest)
    assert played.trace is not None, played
    return parse(played.trace) | {"output": played.output, "output_cut": played.output_cut}


async def test_a_run_says_what_was_called_and_what_came_back(players: Players) -> None:
    trace = await play(
        players, "import asyncio\nasync def main(n):\n    await asyncio.sleep(n)\n    return [n]", n=2
    )
    assert trace["ending"] == "returned"
    (call,) = trace["calls"]
    assert (call["text"], call["start"], call["end"]) == ("main(n=2)", 0, 2)
    assert (call["ending"], call["result"], call["leftovers"]) == ("returned", [2], [])


async def test_what_is_printed_is_captured(players: Players) -> None:
    trace = await play(
        players, "import sys\nasync def main():\n    print('hä')\n    print('err', file=sys.stderr)"
    )
    assert sorted(trace["output"].split()) == ["err", "hä"]


async def test_a_warm_process_and_its_twin_play_and_end_together() -> None:
    first, twin = start_warm(2)
    both = [ForkedPlayers(warm=warm) for warm in (first, twin)]
    answer = "import asyncio, os\nasync def main():\n    await asyncio.sleep(1)\n    return os.getppid()"
    traces = await asyncio.gather(*(play(players, answer) for players in both))
    parents = {trace["calls"][0]["result"] for trace in traces}
    assert len(parents) == 2
    first.close()
    assert not [pid for pid in parents if os.path.exists(f"/proc/{pid}")]


SLEEPER = "import asyncio\nasync def main(seconds):\n    await asyncio.sleep(seconds)"


def begin(warm: Warm, seconds: float) -> tuple[int, int]:
    """A run in real time, with nobody who reads what it prints: the id of its process, and where its trace comes."""
    reader, trace = os.pipe()
    nothing = os.open(os.devnull, os.O_WRONLY)
    with tempfile.TemporaryFile() as wanted:
        wanted.write(json.dumps(request(SLEEPER, CALL_MAIN, clock="wall", seconds=seconds)).encode())
        wanted.seek(0)
        pid = warm.ask(b"P", [wanted.fileno(), trace, nothing])
    os.close(trace)
    os.close(nothing)
    return pid, reader


async def test_a_run_ends_when_its_judge_is_gone() -> None:
    (warm,) = start_warm()
    pid, reader = begin(warm, seconds=60)
    os.kill(pid, 0)
    warm.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    os.close(reader)


async def test_a_run_ends_when_nobody_reads_its_trace() -> None:
    (warm,) = start_warm()
    pid, reader = begin(warm, seconds=0.1)
    os.close(reader)
    async with asyncio.timeout(10):
        while "State:\tZ" not in Path(f"/proc/{pid}/status").read_text():
            await asyncio.sleep(0.02)
    assert warm.ask(b"E%d\n" % pid) == 0
    warm.close()


async def test_long_output_is_cut(players: Players) -> None:
    trace = await play(players, "async def main():\n    print('x' * 100_000)")
    assert (len(trace["output"]), trace["output_cut"]) == (64 * 1024, True)


async def test_a_raised_error_keeps_its_place(players: Players) -> None:
    trace = await play(players, "async def main():\n    x = 1\n    raise ValueError('boom')\n")
    error = trace["calls"][0]["error"]
    assert (error["type"], error["text"]) == ("ValueError", "boom")
    assert error["where"] == {
        "file": "exercise.py",
        "line": 3,
        "function": "main",
        "source": "raise ValueError('boom')",
    }


@pytest.mark.parametrize(
    ("answer", "stage"),
    [("def main(:", "compile"), ("1 / 0", "import"), ("raise SystemExit(0)", "import"), ("x = 1", "missing")],
)
async def test_an_answer_that_cannot_be_used(forked: Players, answer: str, stage: str) -> None:
    trace = await play(forked, answer)
    assert (trace["ending"], trace["stage"]) == ("raised", stage)


@pytest.mark.parametrize("clock", ["virtual", "wall"])
async def test_a_deadlock_names_every_task_and_its_line(forked: Players, clock: str) -> None:
    answer = """
    import asyncio
    async def shop(q):
        while True:
            await q.get()
    async def main():
        q = asyncio.Queue()
        shops = [asyncio.create_task(shop(q), name=f"shop {n}") for n in range(2)]
        await asyncio.gather(*shops)
    """
    trace = await play(forked, answer, clock=clock)
    assert trace["ending"] == "deadlock"
    stuck = {task["task"]: task for task in trace["stuck"]}
    assert {"shop 0", "shop 1"} < stuck.keys()
    assert stuck["shop 0"]["waits"] == "queue.get() on an empty queue"
    assert stuck["shop 0"]["where"]["line"] == 4
    (caller,) = [task for name, task in stuck.items() if not name.startswith("shop")]
    assert caller["waits"] == "gather(): 2 tasks not done: 'shop 0', 'shop 1'"
    assert caller["where"]["source"] == "await asyncio.gather(*shops)"


WAITS = {
    "await asyncio.Event().wait()": "event.wait(): nobody has called set()",
    "q = asyncio.Queue(1); await q.put(1); await q.put(2)": "queue.put() on a full queue",
    "q = asyncio.Queue(); q.put_nowait(1); q.put_nowait(2); await q.join()": (
        "queue.join(): 2 task_done() calls missing"
    ),
    "lock = asyncio.Lock(); await lock.acquire(); await lock.acquire()": (
        "lock.acquire(): the lock is held by 'main'"
    ),
    "await asyncio.Semaphore(0).acquire()": "semaphore.acquire(): no permit is free",
    "await asyncio.Barrier(3).wait()": "barrier.wait(): 1 of 3 have come",
    "await asyncio.get_running_loop().create_future()": "a future that nobody has resolved",
    "await asyncio.wait([asyncio.get_running_loop().create_future()])": "asyncio.wait(): 1 task not done",
}


@pytest.mark.parametrize("statement", WAITS)
async def test_what_a_task_waits_for_in_words(forked: Players, statement: str) -> None:
    trace = await play(forked, f"import asyncio\nasync def main():\n    {statement}\n")
    assert trace["ending"] == "deadlock"
    assert trace["stuck"][0]["waits"] == WAITS[statement]
    assert trace["stuck"][0]["where"]["line"] == 3


@pytest.mark.parametrize("clock", ["virtual", "wall"])
async def test_a_thread_that_waits_for_ever_is_a_deadlock(forked: Players, clock: str) -> None:
    answer = """
    import asyncio, threading
    async def main():
        await asyncio.to_thread(threading.Event().wait)
    """
    trace = await play(forked, answer, clock=clock)
    assert trace["ending"] == "deadlock"


@pytest.mark.parametrize("clock", ["virtual", "wall"])
async def test_a_loop_thread_that_waits_for_itself_is_a_deadlock_with_the_line(
    forked: Players, clock: str
) -> None:
    answer = """
    import asyncio, threading
    async def main():
        threading.Event().wait()
    """
    trace = await play(forked, answer, clock=clock)
    assert trace["ending"] == "deadlock"
    assert 3 in [task["where"]["line"] for task in trace["stuck"] if task["where"]]


async def test_a_task_that_survives_its_cancellation_is_a_deadlock_while_closing(forked: Players) -> None:
    answer = """
    import asyncio
    async def shop():
        while True:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                pass
    async def main():
        global task
        task = asyncio.create_task(shop())
        await asyncio.sleep(1)
    """
    trace = await play(forked, answer)
    assert (trace["ending"], trace["phase"]) == ("deadlock", "closing")


@pytest.mark.parametrize("clock", ["virtual", "wall"])
async def test_a_spin_has_its_line(forked: Players, clock: str) -> None:
    trace = await play(
        forked,
        "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)",
        clock=clock,
    )
    assert trace["ending"] == "spin"
    assert trace["stuck"][0]["where"]["line"] == 4


async def test_an_endless_loop_is_stopped_and_has_its_line(forked: Players) -> None:
    trace = await play(forked, "async def main():\n    while True:\n        pass\n")
    assert trace["ending"] == "timeout"
    assert trace["where"]["line"] in (2, 3)


@pytest.mark.parametrize("clock", ["virtual", "wall"])
async def test_a_blocked_stretch_has_its_line(forked: Players, clock: str) -> None:
    answer = """
    import asyncio
    from time import sleep
    async def main():
        sleep(0.5)
    """
    (stretch,) = (await play(forked, answer, clock=clock))["blocked"]
    assert stretch["end"] - stretch["start"] == pytest.approx(0.5, abs=0.4)
    assert (stretch["what"], stretch["where"]["line"]) == ("time.sleep", 4)


async def test_a_forked_child_has_locks_and_a_clock_of_its_own(forked: Players) -> None:
    answer = """
    import asyncio, os, threading, time
    def keep_locking(stop):
        lock = threading.Lock()
        while not stop.is_set():
            with lock:
                time.sleep(0)
    def child():
        began = os.times().elapsed
        with threading.Lock():
            time.sleep(0.03)
        thread = threading.Thread(target=time.sleep, args=(0.03,))
        thread.start()
        thread.join()
        threading.Event().wait(0.03)
        os._exit(7 if os.times().elapsed - began > 0.06 else 8)
    async def main():
        stop = threading.Event()
        threads = [threading.Thread(target=keep_locking, args=(stop,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        codes = set()
        for _ in range(10):
            pid = os.fork()
            if pid == 0:
                child()
            codes.add(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        stop.set()
        return sorted(codes)
    """  # os.times() counts in hundredths of a second, and the kernel may count in 250ths below it
    trace = await play(forked, answer, clock="wall")
    assert trace["ending"] == "returned", trace
    assert trace["calls"][0]["result"] == [7]


async def test_a_forked_process_ends_though_the_threads_of_its_parent_do_not_exist_there(
    forked: Players,
) -> None:
    answer = """
    import asyncio, multiprocessing, os
    async def main():
        await asyncio.to_thread(os.getpid)
        process = multiprocessing.get_context("fork").Process(target=os.getpid)
        process.start()
        await asyncio.to_thread(process.join)
        return process.exitcode
    """
    trace = await play(forked, answer, clock="wall")
    assert trace["ending"] == "returned", trace
    assert trace["calls"][0]["result"] == 0


async def test_a_forked_child_that_waits_for_ever_does_not_end_the_run(forked: Players) -> None:
    answer = """
    import asyncio, os, signal, threading
    async def main():
        pid = os.fork()
        if pid == 0:
            threading.Event().wait()
        await asyncio.sleep(0.3)
        os.kill(pid, signal.SIGKILL)
        return os.waitpid(pid, 0)[1]
    """
    trace = await play(forked, answer, clock="wall")
    assert trace["calls"][0]["result"] == signal.SIGKILL


async def test_a_thread_that_has_left_the_run_may_wait_for_a_lock_of_threading_itself(
    forked: Players,
) -> None:
    answer = """
    import select, threading, time
    async def main():
        over = threading.Event()
        thread = threading.Thread(target=over.wait)
        thread.start()
        with threading._active_limbo_lock:  # whoever ends takes it to sign off
            over.set()
            select.select([], [], [], 0.2)  # real time, in which the thread gets there
            time.sleep(1)
        thread.join()
    """
    trace = await play(forked, answer)
    assert (trace["ending"], trace["elapsed"]) == ("returned", 1.0)


async def test_a_thread_that_is_slow_to_start_blocks_nobody(forked: Players) -> None:
    answer = """
    import threading, time
    class Slow(threading.Thread):
        def _set_ident(self):
            end = time.perf_counter() + 0.3
            while time.perf_counter() < end:
                pass
            super()._set_ident()
    async def main():
        Slow().start()
    """
    trace = await play(forked, answer, clock="wall")
    assert trace["blocked"] == []


async def test_what_is_left_running_is_seen_at_the_instant_of_return(forked: Players) -> None:
    answer = """
    import asyncio
    async def job():
        await asyncio.sleep(3)
    async def main():
        asyncio.create_task(job(), name="left alone")
        await asyncio.sleep(1)
    """
    (call,) = (await play(forked, answer))["calls"]
    (task,) = call["leftovers"]
    assert (task["task"], task["coroutine"], task["where"]["line"]) == ("left alone", "job", 3)


@pytest.mark.parametrize("clock", ["virtual", "wall"])
async def test_what_was_asked_to_end_and_does_so_at_once_is_not_left_behind(
    forked: Players, clock: str
) -> None:
    answer = """
    import asyncio
    async def waits():
        await asyncio.Event().wait()
    async def has_tasks_of_its_own():
        async with asyncio.TaskGroup() as group:
            group.create_task(waits())
    async def tidies_up():
        try:
            await waits()
        finally:
            await asyncio.sleep(0.3)
    async def pays_no_heed():
        try:
            await waits()
        except asyncio.CancelledError:
            await asyncio.sleep(0.3)
    async def is_nearly_over():
        for _ in range(4):
            await asyncio.sleep(0)
    async def main():
        jobs = waits, has_tasks_of_its_own, tidies_up, pays_no_heed, is_nearly_over
        tasks = [asyncio.create_task(job()) for job in jobs]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for task in tasks[:-1]:
            task.cancel()
    """
    (call,) = (await play(forked, answer, clock=clock))["calls"]
    assert {task["coroutine"] for task in call["leftovers"]} == {
        "tidies_up",
        "pays_no_heed",
        "is_nearly_over",
    }


async def test_a_cancellation_that_comes_while_they_end_is_too_late_for_the_call(forked: Players) -> None:
    answer = """
    import asyncio
    async def main():
        asyncio.create_task(asyncio.sleep(9)).cancel()
    """
    scenario = """
    async def scenario(exercise, record):
        await record.call(exercise.main, cancel_at=[0])
    """
    (call,) = (await play(forked, answer, scenario))["calls"]
    assert (call["ending"], call["cancels"], call["leftovers"]) == ("returned", [], [])


async def test_the_loops_own_watch_over_a_program_is_not_left_behind_by_the_answer(forked: Players) -> None:
    answer = """
    import asyncio, sys

    class Over(asyncio.SubprocessProtocol):
        def __init__(self):
            self.over = asyncio.get_running_loop().create_future()

        def connection_lost(self, error):
            self.over.set_result(None)

    async def main():
        loop = asyncio.get_running_loop()
        transport, protocol = await loop.subprocess_exec(Over, sys.executable, "-I", "-S", "-c", "pass")
        await protocol.over
        transport.close()
        return transport.get_returncode()
    """
    trace = await play(forked, answer, clock="wall")
    (call,) = trace["calls"]
    assert (call["result"], call["leftovers"], trace["warnings"]) == (0, [], [])


async def test_complaints_are_heard_each_time(forked: Players) -> None:
    answer = """
    import asyncio
    async def job():
        raise ValueError("lost")
    async def main():
        asyncio.sleep(1)
        asyncio.sleep(2)
        task = asyncio.create_task(job())
        await asyncio.sleep(1)
    """
    trace = await play(forked, answer)
    kinds = [warning["kind"] for warning in trace["warnings"]]
    assert kinds.count("never_awaited") == 2
    assert kinds.count("never_retrieved") == 1
    lines = {warning["where"]["line"] for warning in trace["warnings"]}
    assert lines == {5, 6, 3}


@pytest.mark.parametrize("sleep", ["await asyncio.sleep(1e7)", "time.sleep(1e7)"])
async def test_time_that_goes_on_for_ever_ends_the_run(forked: Players, sleep: str) -> None:
    answer = f"import asyncio, time\nasync def main():\n    while True:\n        {sleep}"
    trace = await play(forked, answer)
    assert (trace["ending"], trace["reason"]) == ("timeout", "17 years of waiting without an end")


async def test_timers_for_later_than_any_run_do_no_harm(forked: Players) -> None:
    answer = """
    import asyncio, math
    async def main():
        far = [asyncio.create_task(asyncio.sleep(seconds)) for seconds in (1e10, math.inf)]
        await asyncio.sleep(1)
        for task in far:
            task.cancel()
    """
    trace = await play(forked, answer, options={"steps": True})
    assert (trace["ending"], trace["elapsed"]) == ("returned", 1)
    assert {at for step in trace["steps"] for at, _ in step["timers"]} == {1}


async def test_garbage_is_collected_at_the_same_points_of_every_run() -> None:
    answer = """
    died = []
    class Node:
        def __init__(self, number):
            self.number, self.itself = number, self
        def __del__(self):
            died.append(self.number)
    async def main(nodes):
        gone = []
        for number in range(nodes):
            Node(number)
            gone.append(len(died))
        return gone
    """
    players = ForkedPlayers()
    runs = [await play(players, answer, nodes=nodes) for nodes in (1_000, 1_001, 1_002)]
    players.close()
    first, *others = [run["calls"][0]["result"][:1_000] for run in runs]
    assert first[-1] > 0
    assert others == [first, first]


async def test_what_is_complained_of_at_the_end_comes_in_the_order_of_its_lines(players: Players) -> None:
    answer = "async def sing(part): ...\nchoir = set()\nasync def main():\n" + "".join(
        f"    choir.add(sing({part}))\n" for part in range(40)
    )
    trace = await play(players, answer)  # a set gives up its objects by their addresses
    assert [warning["where"]["line"] for warning in trace["warnings"]] == list(range(4, 44))


async def test_an_exception_kept_in_a_global_still_counts_as_never_retrieved(forked: Players) -> None:
    answer = """
    import asyncio
    tasks = []
    async def job():
        raise ValueError("lost")
    async def main():
        tasks.append(asyncio.create_task(job()))
        await asyncio.sleep(1)
    """
    trace = await play(forked, answer)
    assert [warning["kind"] for warning in trace["warnings"]] == ["never_retrieved"]


async def test_the_learners_own_loops_are_counted(forked: Players) -> None:
    answer = """
    import asyncio
    async def nap():
        await asyncio.sleep(2)
    def main():
        asyncio.run(nap())
        asyncio.new_event_loop().run_until_complete(nap())
    """
    trace = await play(
        forked, answer, "def scenario(exercise, record):\n    record.call_plain(exercise.main)"
    )
    assert trace["loops"] == {"created": 2, "left_open": 1}
    assert trace["calls"][0]["end"] == 4


@pytest.mark.parametrize(("cancel_at", "expected"), [([None], None), ([0.5], 0.5), ([0.5, 0.7], 0.75)])
async def test_a_call_can_be_cancelled(forked: Players, cancel_at: list[Any], expected: float | None) -> None:
    answer = """
    import asyncio
    async def main():
        try:
            await asyncio.sleep(2)
        finally:
            try:
                await asyncio.sleep(1)
            finally:
                await asyncio.sleep(0.05 if asyncio.current_task().cancelling() > 1 else 0)
    """
    scenario = (
        f"async def scenario(exercise, record):\n    await record.call(exercise.main, cancel_at={cancel_at})"
    )
    (call,) = (await play(forked, answer, scenario))["calls"]
    assert call["ending"] == "cancelled"
    assert call["leftovers"] == [], "the scenario's own task waits for the call; it is none of the answer's"
    if cancel_at == [None]:
        assert (call["end"], call["cancels"]) == (0, [0])
    elif cancel_at == [0.5]:
        assert call["end"] == 1.5
    else:
        assert call["end"] == pytest.approx(0.75, abs=1e-5)


async def test_leaving_the_process_is_seen(players: Players) -> None:
    played = await play_raw(players, "import os\nos._exit(0)")
    assert (played.trace, played.status) == (None, "exit code 0")


async def test_a_crash_is_seen(forked: Players) -> None:
    played = await play_raw(forked, "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)")
    assert (played.trace, played.status) == (None, "killed by SIGSEGV")


async def test_noise_on_every_descriptor_is_no_trace(forked: Players) -> None:
    answer = """
    import os
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"nonsense")
        except OSError:
            pass
    async def main(): ...
    """
    assert (await play_raw(forked, answer)).trace == b""


async def test_no_more_memory_than_allowed(forked: Players) -> None:
    trace = await play(forked, "async def main():\n    bytearray(3 << 30)\n")
    assert trace["calls"][0]["error"]["type"] == "MemoryError"


async def test_each_run_is_a_fresh_process_that_is_dead_afterwards(forked: Players) -> None:
    answer = "import os\nasync def main():\n    return os.getpid()\n"
    pids = {(await play(forked, answer))["calls"][0]["result"] for _ in range(3)}
    assert len(pids) == 3
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_children_of_an_answer_die_with_it(forked: Players, tmp_path: Path) -> None:
    answer = f"""
    import os, time
    async def main():
        if os.fork() == 0:
            open({str(tmp_path / "pid")!r}, "w").write(str(os.getpid()))
            while True:
                pass
        while not os.path.exists({str(tmp_path / "pid")!r}) or not open({str(tmp_path / "pid")!r}).read():
            pass
    """
    await play(forked, answer)
    pid = int((tmp_path / "pid").read_text())
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        with open(f"/proc/{pid}/stat") as stat:
            if stat.read().rpartition(")")[2].split()[0] == "Z":
                return
        await asyncio.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("a child of the answer outlived its run")


async def test_the_answer_can_import_nothing_of_the_project(forked: Players) -> None:
    answer = """
    import importlib.util
    async def main():
        names = ["kata", "kata.judge", "pytest", "click", "solutions", "tests", "two_workers"]
        return [name for name in names if _there(name)]
    def _there(name):
        try:
            return importlib.util.find_spec(name) is not None
        except ModuleNotFoundError:
            return False
    """
    assert (await play(forked, answer))["calls"][0]["result"] == []


async def test_runs_do_not_wait_for_one_another(forked: Players) -> None:
    answer = "import asyncio\nasync def main():\n    await asyncio.sleep(0.6)\n"
    start = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(play(forked, answer, clock="wall"))
    assert time.monotonic() - start < 20 * 0.6


async def test_two_runs_give_the_same_trace(forked: Players) -> None:
    answer = """
    import asyncio
    async def worker(n):
        await asyncio.sleep(1 / n)
    async def main():
        async with asyncio.TaskGroup() as group:
            for n in range(1, 9):
                group.create_task(worker(n))
        print({"a", "b", "c", "d"})
    """
    first, second = [await play_raw(forked, answer) for _ in range(2)]
    assert (first.trace, first.output) == (second.trace, second.output)


SWEPT = """
import asyncio
async def main():
    log = []
    try:
        await asyncio.sleep(1)
        await asyncio.sleep(0)
        await asyncio.Event().wait() if False else None
        await asyncio.sleep(2)
    finally:
        await asyncio.sleep(0.5)
"""


async def test_a_sweep_counts_the_awaits_and_cancels_at_each(forked: Players) -> None:
    (call,) = (await play(forked, SWEPT, options={"sweep": 0}))["calls"]
    assert (call["awaits"], call["ending"], call["end"]) == (4, "returned", 3.5)
    ends = []
    for number in range(1, 5):
        (call,) = (await play(forked, SWEPT, options={"sweep": number}))["calls"]
        assert call["ending"] == "cancelled"
        ends.append((call["cancels"], call["end"]))
    assert ends == [([0], 0.5), ([1], 1.5), ([1], 1.5), ([3], 3)]


GROUP = """
import asyncio
async def job(n, log):
    try:
        await asyncio.sleep(1 if n else 0.5)
        if not n:
            raise ValueError
    except asyncio.CancelledError:
        log.append(n)
        raise
async def main(mode):
    log = []
    if mode == "timers":
        async def nap(n):
            await asyncio.sleep(1)
            log.append(n)
        await asyncio.gather(*map(nap, range(20)))
        return log
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(20):
                group.create_task(job(n, log))
    except* ValueError:
        pass
    return log
"""


@pytest.mark.parametrize(("mode", "first"), [("timers", 0), ("cancels", 1)])
async def test_ties_keep_their_order_unless_they_are_shuffled(forked: Players, mode: str, first: int) -> None:
    async def order(shuffle: int | None) -> list[int]:
        trace = await play(forked, GROUP, mode=mode, options={"shuffle": shuffle})
        result: list[int] = trace["calls"][0]["result"]
        return result

    in_order = list(range(first, 20))
    assert await order(None) == in_order
    shuffled = [await order(seed) for seed in (1, 1, 2)]
    assert shuffled[0] == shuffled[1] != shuffled[2]
    assert sorted(shuffled[0]) == in_order


async def test_the_steps_of_the_loop_are_written_down(forked: Players) -> None:
    answer = """
    import asyncio
    async def worker(delay):
        await asyncio.sleep(delay)
    async def main():
        task1 = asyncio.create_task(worker(1), name="task1")
        task2 = asyncio.create_task(worker(2), name="task2")
        await task1
        await task2
    """
    steps = (await play(forked, answer, options={"steps": True}))["steps"]
    table = [(step["at"], step["task"].split()[0], step["state"], len(step["ready"])) for step in steps]
    assert table[:6] == [
        (0, "main", "waiting", 2),
        (0, "task1", "waiting", 1),
        (0, "task2", "waiting", 0),
        (1, "task1", "done", 1),
        (1, "main", "waiting", 0),
        (2, "task2", "done", 1),
    ]
    assert [step["where"]["line"] for step in steps[:3]] == [7, 3, 3]
    assert steps[2]["timers"] == [[1, "task1"], [2, "task2"]]


async def test_who_waits_for_a_lock_is_told_who_holds_it(forked: Players) -> None:
    answer = """
    import asyncio
    async def shop(mine, other):
        async with mine:
            await asyncio.sleep(1)
            async with other:
                pass
    async def main():
        a, b = asyncio.Lock(), asyncio.Lock()
        async with asyncio.TaskGroup() as group:
            group.create_task(shop(a, b), name="shop 0")
            group.create_task(shop(b, a), name="shop 1")
    """
    trace = await play(forked, answer)
    waits = {task["task"]: task["waits"] for task in trace["stuck"]}
    assert waits["shop 0"] == "lock.acquire(): the lock is held by 'shop 1'"
    assert waits["shop 1"] == "lock.acquire(): the lock is held by 'shop 0'"


async def test_an_answer_that_listens_to_asyncios_logger_hears_it_too(forked: Players) -> None:
    answer = """
        import asyncio
        import gc
        import logging

        heard = []

        class Listener(logging.Handler):
            def emit(self, record):
                heard.append(record.getMessage().partition("\\n")[0])

        async def fail():
            raise ValueError("lost")

        async def main(listens):
            listener = Listener()
            if listens:
                logging.getLogger("asyncio").addHandler(listener)
            asyncio.create_task(fail())
            await asyncio.sleep(0)
            gc.collect()
            logging.getLogger("asyncio").removeHandler(listener)
            return heard
    """
    for listens, expected in ((True, ["Task exception was never retrieved"]), (False, [])):
        trace = await play(forked, answer, listens=listens)
        assert trace["calls"][0]["result"] == expected
        assert [warning["kind"] for warning in trace["warnings"]] == ["never_retrieved"]
