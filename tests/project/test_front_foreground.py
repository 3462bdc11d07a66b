"""`run`: a scenario in the open, in real time, with the terminal attached."""

import os
import pty
import re
import signal
import subprocess
import sys

import pytest

from kata.front import cli
from kata.front.foreground import PLAYER, Scene, play
from kata.layout import Layout
from tests.project.front_project import JUDGE, make_project, one_test, says, write

SCENARIOS = """
import asyncio

async def visit(exercise, record, guests):
    async def greet(guest):
        with record.span(guest):
            await asyncio.sleep(0)
    await record.call(exercise.main, greet, guests)

def plain(exercise, record):
    record.call_plain(exercise.main, 1, 2)
"""
GREETING = "async def main(greet, guests):\n    for guest in guests:\n        await greet(guest)\n"


@pytest.fixture
def run(tmp_path, capfd):
    scenarios = write(tmp_path / "tests" / "greeting.py", SCENARIOS)

    def start(source, scenario="visit", **inputs):
        answer = write(tmp_path / "greeting.py", source)
        code = play(Scene("test_it", scenario, inputs), answer, scenarios)
        out, err = capfd.readouterr()
        return code, out, err

    return start


def told(out):
    return [line[11:] for line in out.splitlines() if line[7:10] == " s "]


def test_every_note_is_said_in_its_order(run):
    code, out, err = run(GREETING, guests=["Ann", "Bob"])
    assert (code, err) == (0, "")
    assert told(out) == [
        "main(greet, ['Ann', 'Bob']) is called",
        "Ann begins",
        "Ann is done",
        "Bob begins",
        "Bob is done",
        "main(greet, ['Ann', 'Bob']) returns None",
    ]


def test_what_the_answer_prints_comes_between(run):
    out = run(GREETING.replace("await", "print('hello', guest)\n        await"), guests=["Ann"])[1]
    assert out.index("is called") < out.index("hello Ann") < out.index("Ann begins")


def test_an_error_is_shown_from_where_it_enters_the_answer(run):
    code, out, err = run(GREETING.replace("await greet(guest)", "raise ValueError(guest)"), guests=["Ann"])
    assert code == 1
    assert "raises" in told(out)[-1]
    assert "ValueError: Ann" in err
    assert "record.py" not in err
    assert "raise ValueError(guest)" in err


@pytest.mark.parametrize(
    ("source", "words"),
    [("x = 1", "the answer has no main"), ("def", "SyntaxError"), ("1 / 0", "ZeroDivisionError")],
)
def test_an_answer_that_cannot_be_played_says_why(run, source, words):
    code, out, err = run(source, guests=[])
    assert code == 1
    assert words in out + err


def test_what_is_still_running_is_named(run):
    source = "import asyncio\nasync def main(greet, guests):\n"
    source += "    global task\n    task = asyncio.create_task(greet('Ann'))\n"
    assert "still running: greet" in run(source, guests=[])[1]


def test_a_plain_function_is_played_too(run):
    assert told(run("def main(a, b):\n    return a + b\n", "plain")[1]) == [
        "main(1, 2) is called",
        "main(1, 2) returns 3",
    ]


def test_the_debugger_gets_the_terminal(tmp_path):
    scenarios = write(tmp_path / "tests" / "greeting.py", SCENARIOS)
    answer = write(tmp_path / "greeting.py", GREETING.replace("await", "breakpoint()\n        await"))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-P", "-u", str(PLAYER), "foreground", str(answer), str(scenarios)]
    command += ["visit", '{"guests": ["Ann"]}']
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        seen = read_until(ours, b"(Pdb) ")
        os.write(ours, b"p guest * 3\n")
        seen += read_until(ours, b"(Pdb) ")
        os.write(ours, b"c\n")
        seen += read_until(ours, b"returns None")
        process.wait()
    os.close(ours)
    seen = re.sub(rb"\x1b\[[\d;]*m", b"", seen)  # from Python 3.14 on the debugger paints
    assert (b"-> breakpoint()" if sys.version_info >= (3, 13) else b"-> await greet(guest)") in seen
    assert b"AnnAnnAnn" in seen


def read_until(terminal, mark):
    seen = b""
    while mark not in seen:
        try:
            seen += os.read(terminal, 1024)
        except OSError:
            break
    return seen


def test_an_interrupt_is_for_the_answer(tmp_path):
    scenarios = write(tmp_path / "tests" / "greeting.py", SCENARIOS)
    source = "import asyncio\nasync def main(greet, guests):\n    print('on the way')\n    await asyncio.sleep(60)\n"
    answer = write(tmp_path / "greeting.py", source)
    code = f"import sys; sys.path.insert(0, {str(Layout().root)!r}); from pathlib import Path\n"
    code += "from kata.front.foreground import *\n"
    code += (
        f"print(play(Scene('t', 'visit', {{'guests': []}}), Path({str(answer)!r}), Path({str(scenarios)!r})))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        for line in process.stdout:
            if "on the way" in line:
                break
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate()
    assert "is cancelled" in out
    assert "Traceback" not in err


@pytest.fixture
def layout(tmp_path):
    return make_project(tmp_path)


def test_run_plays_what_the_first_test_plays(layout, capfd):
    test = one_test(scenario="visit", inputs={"guests": ["Ann"]})
    write(layout.pristine("ch02_tasks", "two_workers"), says(verdict="failed", tests=[test]))
    write(layout.visible_tests("ch02_tasks", "two_workers"), "async def test_the_greeting(run): ...\n")
    write(layout.scenarios("ch02_tasks", "two_workers"), SCENARIOS)
    write(layout.stub("ch02_tasks", "two_workers"), GREETING)
    assert cli.run(["run", "two_workers"], layout, JUDGE) == 0
    out = capfd.readouterr().out
    assert out.index("the greeting") < out.index("guests = ['Ann']") < out.index("Ann begins")


def test_a_file_that_is_not_there_cannot_be_run(layout, capfd):
    layout.stub("ch02_tasks", "two_workers").unlink()
    assert cli.run(["run", "two_workers"], layout, JUDGE) == 2
    assert "reset two_workers brings back its stub" in capfd.readouterr().err
