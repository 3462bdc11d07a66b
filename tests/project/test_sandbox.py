"""What an answer finds in its sandbox, and what it can do there to others: nothing."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kata.judge import sandbox, warm
from kata.judge.players import ForkedPlayers, Played, players
from kata.layout import ROOT, Layout
from kata.manifest import load
from kata.player.limits import PROCESSES

from . import strangers

SCENARIO = "async def ask(exercise, record):\n    await record.call(exercise.answer)\n"

LOOK = """
import glob, os, socket

def listing(path):
    try:
        return sorted(os.listdir(path))
    except OSError as error:
        return type(error).__name__

def writable(path):
    try:
        with open(os.path.join(path, "probe"), "w") as file:
            file.write("x")
        os.remove(os.path.join(path, "probe"))
        return True
    except OSError:
        return False

def connects(family, address):
    with socket.socket(family) as one:
        one.settimeout(1)
        try:
            one.connect(address)
            return True
        except OSError:
            return False

def loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return connects(socket.AF_INET, server.getsockname())

def size(path):
    about = os.statvfs(path)
    return about.f_blocks * about.f_frsize

async def answer():
    places = ["/", "/tmp", "/dev", "/usr", "/proc/sys", "/kata", "/kata/player", os.path.dirname(os.__file__)]
    return {
        "root": listing("/"),
        "home": listing("/home"), "root_home": listing("/root"), "work": listing(PROJECT), "etc": listing("/etc"),
        "player": listing("/kata"), "folder": os.getcwd(),
        "writable": [place for place in places if writable(place)],
        "tmp_size": size("/tmp"), "shared_size": size("/dev/shm"),
        "pids": sorted(int(name) for name in os.listdir("/proc") if name.isdigit()),
        "interfaces": sorted(name for _, name in socket.if_nameindex()),
        "outside": connects(socket.AF_INET, ("1.1.1.1", 53)), "loopback": loopback(),
        "environment": sorted(os.environ), "user": os.getuid(), "host": socket.gethostname(),
    }
"""

DAEMON = """
import os, signal
async def answer():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            signal.setitimer(signal.ITIMER_REAL, 0)
            while True:
                signal.pause()
        os._exit(0)
    os.wait()
"""
COUNT = """
import os
async def answer():
    return sum(name.isdigit() for name in os.listdir("/proc"))
"""
BOMB = """
import os
async def answer():
    born = 0
    try:
        while born < 2_000:
            if os.fork() == 0:
                import signal
                signal.pause()
            born += 1
    except OSError:
        pass
    return born
"""
KILLS = "import os, signal\nasync def answer():\n    os.kill(os.getppid(), signal.SIGKILL)\n"
STOPS = "import os, signal\nasync def answer():\n    os.kill(os.getppid(), signal.SIGSTOP)\n    return 'stopped'\n"
FINE = "async def answer():\n    return 'fine'\n"
FILLS = """
async def answer():
    written = 0
    try:
        for number in range(64):
            with open(f"/tmp/{number}", "wb") as file:
                for _ in range(32):
                    written += file.write(bytes(1 << 20))
    except OSError as error:
        return [written, error.errno]
"""


def request(source: str) -> dict[str, Any]:
    return {
        "answer": {"name": "answer", "file": "answer.py", "source": source},
        "scenario": {"name": "ask", "file": "scenario.py", "source": SCENARIO},
        "inputs": {},
        "clock": "wall",
        "deadline": 8.0,
        "sweep": None,
        "shuffle": None,
        "steps": False,
    }


def result_of(played: Played) -> Any:
    assert played.trace, played
    (call,) = json.loads(played.trace)["calls"]
    assert call["error"] is None, call["error"]
    return call["result"]


@pytest.fixture
def sandboxed(monkeypatch: pytest.MonkeyPatch) -> Iterator[ForkedPlayers]:
    strangers.must_have_a_sandbox()
    monkeypatch.setattr(warm, "LONGEST_SILENCE", 5.0)
    started = players(sandboxed=True)
    assert isinstance(started, ForkedPlayers)
    yield started
    started.close()


async def test_an_answer_sees_python_and_nothing_else(sandboxed: ForkedPlayers) -> None:
    seen = result_of(await sandboxed.play(request(f"PROJECT = {str(ROOT)!r}\n{LOOK}")))
    assert set(seen["root"]) <= {
        "bin",
        "dev",
        "etc",
        "kata",
        "lib",
        "lib32",
        "lib64",
        "proc",
        "tmp",
        "usr",
        *_way_to_python(),
    }
    assert seen["home"] == "FileNotFoundError" or Path("/home") in Path(sys.base_prefix).parents
    assert seen["work"] == "FileNotFoundError"
    if isinstance(seen["root_home"], list):  # Python itself may lie there
        assert set(seen["root_home"]) <= {Path(sys.base_prefix).relative_to("/root").parts[0]}
    assert seen["etc"] == ["ld.so.cache"]
    assert seen["player"] == ["player"]
    assert seen["writable"] == ["/tmp"]
    assert seen["tmp_size"] == sandbox.WRITABLE["/tmp"]
    assert seen["shared_size"] == sandbox.WRITABLE["/dev/shm"]
    assert len(seen["pids"]) <= 3 and seen["pids"][0] == 1
    assert seen["interfaces"] == ["lo"]
    assert seen["loopback"] and not seen["outside"]
    assert not {"HOME", "USER", "PYTHONPATH", "CI"} & set(seen["environment"])
    assert seen["user"] != 0 and seen["host"] == "kata"


def _way_to_python() -> set[str]:
    return {Path(prefix).parts[1] for prefix in (sys.base_prefix, sys.base_exec_prefix)}


async def test_a_daemon_is_gone_after_its_run(sandboxed: ForkedPlayers) -> None:
    before = result_of(await sandboxed.play(request(COUNT)))
    await sandboxed.play(request(DAEMON))
    assert result_of(await sandboxed.play(request(COUNT))) == before


async def test_a_fork_bomb_is_limited_and_disturbs_nobody(sandboxed: ForkedPlayers) -> None:
    born = result_of(await sandboxed.play(request(BOMB), "bomber"))
    assert 0 < born <= PROCESSES
    assert result_of(await sandboxed.play(request(FINE), "bomber")) == "fine"
    assert result_of(await sandboxed.play(request(FINE), "somebody else")) == "fine"


async def test_the_disk_is_small_and_the_next_owner_gets_an_empty_one(sandboxed: ForkedPlayers) -> None:
    written, error = result_of(await sandboxed.play(request(FILLS), "filler"))
    assert written <= sandbox.WRITABLE["/tmp"] and error == 28  # no space left on device
    look = "import os\nasync def answer():\n    return os.listdir('/tmp')\n"
    assert result_of(await sandboxed.play(request(look), "somebody else")) == []


async def test_killing_the_warm_process_costs_only_that_answer(sandboxed: ForkedPlayers) -> None:
    killed = await sandboxed.play(request(KILLS), "killer")
    assert killed.trace is None and killed.status == "it brought down the process that it came from"
    assert result_of(await sandboxed.play(request(FINE), "killer")) == "fine"
    assert result_of(await sandboxed.play(request(FINE), "somebody else")) == "fine"


async def test_stopping_the_warm_process_costs_only_that_answer(sandboxed: ForkedPlayers) -> None:
    stopped = await sandboxed.play(request(STOPS), "stopper")
    assert stopped.trace is None
    assert result_of(await sandboxed.play(request(FINE), "somebody else")) == "fine"


async def test_a_closed_sandbox_is_gone_with_all_that_lived_in_it(sandboxed: ForkedPlayers) -> None:
    before = strangers.descendants(os.getpid())
    await sandboxed.play(request(STOPS.replace("SIGSTOP", "SIGCONT")))
    inside = strangers.descendants(os.getpid()) - before
    assert len(inside) >= 2
    sandboxed.close()
    deadline = time.monotonic() + 10
    while strangers.living(inside) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not strangers.living(inside)


def _obstacle(path: Path) -> str:
    environment = {**os.environ, "PATH": str(path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "kata.judge.sandbox"]
    return subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is no bwrap at all")
def test_without_bwrap_the_probe_says_how_to_get_it(tmp_path: Path) -> None:
    said = _obstacle(tmp_path)
    assert "bwrap, which is not installed" in said and "apt install bubblewrap" in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is no bwrap at all")
@pytest.mark.parametrize(
    ("script", "words"),
    [
        (
            "echo 'bwrap: setting up uid map: Permission denied' >&2; exit 1",
            "uid map: Permission denied): allow",
        ),
        ("exit 3", "exit code 3"),
        ("echo somewhere else", "does not work here"),
        ("kill -9 $$", "does not work here"),
    ],
)
def test_a_bwrap_that_fails_is_quoted(tmp_path: Path, script: str, words: str) -> None:
    fake = tmp_path / "bwrap"
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
    said = _obstacle(tmp_path)
    assert words in said
    assert "Traceback" not in said and len(said.splitlines()) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is no bwrap at all")
def test_the_judge_grades_nobody_without_the_sandbox_that_was_asked_for(tmp_path: Path) -> None:
    wanted = {"clock": "virtual", "seed": 1, "sandboxed": True, "answers": []}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kata.judge"],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 4 and not done.stdout
    assert "apt install bubblewrap" in done.stderr


@pytest.mark.timeout(300)
def test_what_needs_threads_processes_and_loopback_passes_inside() -> None:
    """The exercises of the chapter about the world outside, and one that forks as well as virtual clocks do."""
    strangers.must_have_a_sandbox()
    layout = Layout()
    references = {
        exercise.name: str(layout.reference(exercise.chapter, exercise.name))
        for exercise in load(layout.manifest).exercises
        if exercise.chapter == "ch09_outside"
    }
    answers = [{"exercise": name, "path": path, "owner": name} for name, path in references.items()]
    results = strangers.judged(answers, workers=4, patient=True)
    assert {path: results[path]["diagnosis"] for path in references.values()} == dict.fromkeys(
        references.values()
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")
def test_workers_notice_that_their_judge_is_gone(tmp_path: Path) -> None:
    """Killed outright, a judge leaves nobody behind who goes on grading."""
    path = tmp_path / "sleepy.py"
    path.write_text("import time\ntime.sleep(0.2)\nasync def main(worker): ...\n")
    answers = [{"exercise": "two_workers", "path": str(path), "owner": str(number)} for number in range(40)]
    wanted = {"clock": "wall", "seed": 1, "answers": answers, "workers": 2}
    command = [sys.executable, "-P", "-m", "kata.judge"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        strangers.adopting_orphans(),
        subprocess.Popen(
            command, stdin=-1, stdout=-1, stderr=-3, cwd=ROOT, env=environment, text=True
        ) as judge,
    ):
        assert judge.stdin and judge.stdout
        judge.stdin.write(json.dumps(wanted) + "\n")
        judge.stdin.close()
        judge.stdout.readline()
        everybody = strangers.descendants(judge.pid)
        judge.send_signal(signal.SIGKILL)
        judge.stdout.close()
        judge.wait()
        deadline = time.monotonic() + 30
        while strangers.living(everybody) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not strangers.living(everybody)
