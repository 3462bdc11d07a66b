"""A learner's session in a real terminal, with the real judge; and what a kill leaves behind."""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.project.kata_copy import copy_kata

PATIENCE = 60
CHAPTER = "ch01_coroutines"
LEARNED = ("coroutine_object", "entry_point", "awaitable_kinds")


@pytest.fixture
def copy(tmp_path):
    copy_kata(tmp_path)
    shutil.rmtree(tmp_path / "exercises" / CHAPTER)
    shutil.copytree(tmp_path / "exercises" / ".stubs" / CHAPTER, tmp_path / "exercises" / CHAPTER)
    return tmp_path


class TerminalOf:
    """A terminal of 80 by 24 characters, and the command that runs in it."""

    def __init__(self, *command):
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(theirs)
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment.pop("NO_COLOR", None)
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        self._theirs = theirs
        self._seen = ""

    def until(self, *words):
        """Read until all of these have been drawn since the last call."""
        deadline = time.monotonic() + PATIENCE
        while not all(word in self._seen for word in words):
            assert time.monotonic() < deadline, f"{words} not in {self._seen[-3000:]!r}"
            if select.select([self._ours], [], [], 0.2)[0]:
                text = os.read(self._ours, 65536).decode("utf-8", "replace")
                self._seen += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)
        self._seen = ""

    def press(self, keys):
        os.write(self._ours, keys.encode())

    def after(self):
        return termios.tcgetattr(self._theirs)

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)


@pytest.fixture
def terminal(copy):
    opened = []

    def start(*words):
        opened.append(TerminalOf(sys.executable, str(copy / "grade.py"), *words))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def test_from_the_first_command_to_three_solved_exercises(copy, terminal):
    first = terminal()
    first.until("coroutine_object.py", "grade.py watch")
    assert first.process.wait(PATIENCE) == 1
    screen = terminal("watch")
    for name in LEARNED:
        screen.until(f"{name}  not started yet")
        shutil.copy(copy / "solutions" / CHAPTER / f"{name}.py", copy / "exercises" / CHAPTER)
        screen.until("passed all")
        screen.press("n")
    screen.until("two_workers")
    screen.press("\x03")
    assert screen.process.wait(PATIENCE) == 0
    assert screen.after() == screen.before
    progress = json.loads((copy / ".kata" / "progress.json").read_text())
    assert [name for name, entry in progress["exercises"].items() if entry["passed"]] == [*LEARNED]


def descendants(pid):
    """The processes that this one has started, and theirs."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def alive(pid):
    """Whether the process is there and is more than an entry that nobody has asked for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("moment", [0.0, 0.05, 0.2])
def test_a_kill_leaves_no_process_and_touches_no_answer(copy, moment):
    answer = copy / "exercises" / "ch01_coroutines" / "entry_point.py"
    command = [sys.executable, str(copy / "grade.py"), "watch", "entry_point", "--plain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.startswith("file "):
                break
        shutil.copy(copy / "solutions" / "ch01_coroutines" / "entry_point.py", answer)
        text = answer.read_bytes()
        deadline = time.monotonic() + PATIENCE
        while not (started := descendants(process.pid)) and time.monotonic() < deadline:
            time.sleep(0.005)  # until the save has been seen, and something works on it
        time.sleep(moment)
        started |= descendants(process.pid)
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while any(map(alive, started)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert started
    assert not [pid for pid in started if alive(pid)]
    assert answer.read_bytes() == text
    progress = copy / ".kata" / "progress.json"
    assert not progress.exists() or json.loads(progress.read_text())["schema"]
