"""The stubs as they were handed out, and `reset`, which goes back to them."""

import json
import sys

import pytest

from kata.front import cli
from kata.front.stubs import untouched
from kata.layout import Layout
from kata.manifest import load
from tests.project.front_project import JUDGE, failed, make_project, one_test, says, write

REAL = Layout()


@pytest.fixture
def layout(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def stub(layout):
    return layout.stub("ch02_tasks", "two_workers")


@pytest.fixture
def grade(layout, capsys, monkeypatch):
    def run(*argv, says_at_the_prompt=None, judge=JUDGE):
        monkeypatch.setattr(sys, "stdin", Terminal(says_at_the_prompt))
        code = cli.run([str(word) for word in argv], layout, judge)
        out, err = capsys.readouterr()
        return code, out, err

    return run


class Terminal:
    """A stdin that is a terminal when somebody is there to say something."""

    def __init__(self, says):
        self.says = says

    def isatty(self):
        return self.says is not None

    def readline(self, *_):
        return f"{self.says}\n"


def kept(layout):
    return sorted(layout.kept.rglob("*.py")) if layout.kept.exists() else []


@pytest.mark.parametrize("exercise", load(REAL.manifest).exercises, ids=lambda exercise: exercise.name)
def test_the_second_copy_of_a_stub_is_the_stub(exercise):
    stub = REAL.stub(exercise.chapter, exercise.name)
    assert untouched(exercise, stub, REAL), "python3 grade.py verify --keep-stubs  copies the stubs"


def test_there_is_no_second_copy_of_what_is_no_exercise():
    known = {REAL.pristine(exercise.chapter, exercise.name) for exercise in load(REAL.manifest).exercises}
    assert {path for path in (REAL.exercises / ".stubs").rglob("*") if path.is_file()} == known


# -------------------------------------------------------------------------------------------- untouched


def touched(layout, stub, **line):
    """The stub of two_workers, pristine, of which the judge says this."""
    write(stub, says(**line))
    write(layout.pristine("ch02_tasks", "two_workers"), stub.read_text())


def test_an_untouched_stub_is_unfinished_and_is_not_played(grade):
    outcome = json.loads(grade("--json", judge=(sys.executable, "-c", "raise SystemExit('played')"))[1])
    assert {exercise["verdict"] for exercise in outcome["exercises"]} == {"unfinished"}
    assert all(exercise["untouched"] for exercise in outcome["exercises"])


def test_an_untouched_stub_that_is_named_shows_what_it_does(grade, layout, stub):
    tests = [one_test("test_other", message="something else"), one_test(message="one by one")]
    touched(layout, stub, **failed("one by one", tests=tests))
    code, out, _ = grade("two_workers")
    assert code == 1
    assert "not started yet" in out
    assert "one by one" in out
    assert "the longer job sets the total" in out
    assert "returned at 3 s" in out


def test_a_share_of_the_points_is_not_for_an_untouched_stub(grade, layout, stub):
    tests = [one_test(), one_test(outcome="passed", verdict="passed")]
    touched(layout, stub, **failed("one by one", tests=tests))
    assert json.loads(grade("two_workers", "--json", "--partial")[1])["earned"] == 0
    write(stub, stub.read_text() + "# worked on\n")
    assert json.loads(grade("two_workers", "--json", "--partial")[1])["earned"] == 5


def test_the_ends_of_lines_do_not_make_a_stub_another(layout, stub):
    exercise = load(layout.manifest)["two_workers"]
    stub.write_bytes(stub.read_bytes().replace(b"\n", b"\r\n"))
    assert untouched(exercise, stub, layout)
    stub.write_bytes(stub.read_bytes() + b"#")
    assert not untouched(exercise, stub, layout)


def test_what_somebody_hands_in_untouched_is_unfinished_too(grade, layout, tmp_path):
    handed_in = tmp_path / "in" / "two_workers.py"
    write(handed_in, layout.pristine("ch02_tasks", "two_workers").read_text())
    outcome = json.loads(grade("--from", tmp_path / "in", "--json")[1])
    assert [exercise["untouched"] for exercise in outcome["exercises"]] == [False, True, False]


# ------------------------------------------------------------------------------------------------ reset


def test_reset_brings_back_the_stub_and_keeps_a_copy(grade, layout, stub):
    pristine = stub.read_bytes()
    stub.write_bytes(b"my work\n")
    code, out, _ = grade("reset", "two_workers", "--yes")
    assert code == 0
    assert stub.read_bytes() == pristine
    (copy,) = kept(layout)
    assert copy.read_bytes() == b"my work\n"
    assert copy.name in out


def test_two_resets_keep_two_copies(grade, layout, stub, monkeypatch):
    monkeypatch.setattr("kata.front.commands.learn.datetime", Stopped)
    for text in (b"first\n", b"second\n"):
        stub.write_bytes(text)
        grade("reset", "two_workers", "--yes")
    assert sorted(copy.read_bytes() for copy in kept(layout)) == [b"first\n", b"second\n"]


class Stopped:
    """A clock that stands still."""

    @staticmethod
    def now():
        from datetime import datetime

        return datetime(2026, 1, 2, 3, 4, 5)


@pytest.mark.parametrize(("says_", "is_reset"), [("y", True), ("n", False), ("", False)])
def test_reset_asks(grade, stub, says_, is_reset):
    stub.write_bytes(b"my work\n")
    code, out, _ = grade("reset", "two_workers", says_at_the_prompt=says_)
    assert code == 0
    assert "Reset two_workers?" in out
    assert (stub.read_bytes() != b"my work\n") is is_reset
    assert ("Then nothing was done." in out) is not is_reset


def test_where_nobody_can_be_asked_nothing_is_reset(grade, stub):
    stub.write_bytes(b"my work\n")
    code, _, err = grade("reset", "two_workers")
    assert (code, stub.read_bytes()) == (2, b"my work\n")
    assert "--yes" in err


def test_reset_of_all_leaves_stubs_alone(grade, layout, stub):
    stub.write_bytes(b"my work\n")
    layout.stub("ch01_start", "entry_point").unlink()
    out = grade("reset", "--all", "--yes")[1]
    assert "to_thread" not in out
    assert layout.stub("ch01_start", "entry_point").exists()
    assert [copy.name for copy in kept(layout)] == ["two_workers.py"]
    assert "Nothing to reset" in grade("reset", "--all", "--yes")[1]


def test_a_text_that_cannot_be_kept_is_not_replaced(grade, layout, stub):
    stub.write_bytes(b"my work\n")
    write(layout.kept, "a file where the folder should be")
    code, _, err = grade("reset", "two_workers", "--yes")
    assert (code, stub.read_bytes()) == (2, b"my work\n")
    assert "could not be reset" in err


@pytest.mark.parametrize("argv", [["reset"], ["reset", "two_workers", "--all"]])
def test_reset_is_told_what_to_reset(grade, argv):
    assert grade(*argv)[0] == 2


def test_verify_finds_a_second_copy_that_is_another_and_copies_the_stub(grade, layout, stub):
    write(layout.pristine("ch02_tasks", "two_workers"), "something else")
    code, out, _ = grade("verify", "two_workers")
    assert code == 1
    assert "the same text as the stub" in out
    assert grade("verify", "two_workers", "--keep-stubs")[0] == 0
    assert layout.pristine("ch02_tasks", "two_workers").read_text() == stub.read_text()
