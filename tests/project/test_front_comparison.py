"""`diff`: the learner's code and other code that is right, when the time has come."""

import sys

import pytest

from kata.front import cli, history
from tests.project.front_project import JUDGE, make_project, says, submission, write
from tests.project.test_front_stubs import Terminal

MINE = '"""The task."""\n\nimport asyncio\n\nasync def main():\n    await asyncio.sleep(3)\n'
THEIRS = '"""Why so.\n\nBecause it\nis right.\n"""\nimport asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n'


@pytest.fixture
def layout(tmp_path):
    layout = make_project(tmp_path)
    write(layout.stub("ch02_tasks", "two_workers"), MINE)
    write(layout.reference("ch02_tasks", "two_workers"), THEIRS)
    return layout


@pytest.fixture
def grade(layout, capsys, monkeypatch):
    def run(*argv, says_at_the_prompt=None):
        monkeypatch.setattr(sys, "stdin", Terminal(says_at_the_prompt))
        code = cli.run([*argv], layout, JUDGE)
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def passed(grade):
    assert grade("two_workers")[0] == 0


def test_after_a_pass_the_difference_is_shown_at_once(grade, passed):
    code, out, _ = grade("diff", "two_workers")
    assert code == 0
    assert "\n-    await asyncio.sleep(3)\n+    await asyncio.sleep(2)\n" in out
    assert "Because it is right." in out
    assert "The task." not in out


def test_a_pass_names_the_command_unless_it_was_somebody_elses(grade, passed, layout):
    assert "compare   python3 grade.py diff two_workers\n" in grade("two_workers")[1]
    assert "compare" not in grade("two_workers", "--solutions")[1]


def test_the_other_right_answers_are_listed_with_their_first_lines(grade, passed, layout):
    write(submission(layout, "two_workers", "accepted", "right_1"), '"""When order matters.\n\nMore."""\n')
    out = grade("diff", "two_workers")[1]
    assert "right_1  When order matters.\n" in out
    assert "diff two_workers --with right_1" in out


def test_one_of_them_can_be_looked_at(grade, passed, layout):
    write(submission(layout, "two_workers", "accepted", "right_1"), '"""Another way."""\npass\n')
    for word in ("right_1", "right_1.py"):
        out = grade("diff", "two_workers", "--with", word)[1]
        assert "your file and right_1" in out
        assert "Another way." in out
        assert "\n+pass\n" in out
        assert "also right" not in out


def test_before_a_pass_it_asks_once(grade, layout):
    write(layout.stub("ch02_tasks", "two_workers"), MINE + says(verdict="failed", diagnosis="late"))
    assert grade("two_workers")[0] == 1
    code, out, _ = grade("diff", "two_workers", says_at_the_prompt="n")
    assert (code, "sleep(2)" in out) == (0, False)
    code, out, _ = grade("diff", "two_workers", says_at_the_prompt="y")
    assert "You have not passed two_workers yet." in out
    assert "sleep(2)" in out
    assert history.read(layout.progress).of("two_workers").shown
    out = grade("diff", "two_workers")[1]
    assert "not passed" not in out
    assert "sleep(2)" in out


def test_where_nobody_can_be_asked_nothing_is_shown(grade):
    code, out, err = grade("diff", "two_workers")
    assert (code, out) == (2, "")
    assert "--yes" in err
    assert "sleep(2)" in grade("diff", "two_workers", "--yes")[1]


def test_the_same_code_is_said_to_be_the_same(grade, layout):
    write(layout.stub("ch02_tasks", "two_workers"), THEIRS.replace("Why so", "Other words"))
    assert "the same, line by line" in grade("diff", "two_workers", "--yes")[1]


def test_a_file_that_does_not_compile_is_compared_whole(grade, layout):
    write(layout.stub("ch02_tasks", "two_workers"), "def (:\n")
    assert "\n-def (:\n" in grade("diff", "two_workers", "--yes")[1]


def test_what_was_not_handed_out_cannot_be_compared(grade, passed, layout):
    layout.reference("ch02_tasks", "two_workers").unlink()
    code, _, err = grade("diff", "two_workers")
    assert code == 2
    assert "There is no reference for two_workers here." in err


def test_an_unknown_answer_is_one_sentence(grade, passed):
    code, _, err = grade("diff", "two_workers", "--with", "rihgt_1")
    assert code == 2
    assert "did you mean right_1?" in err


def test_control_characters_do_nothing(grade, layout):
    write(layout.stub("ch02_tasks", "two_workers"), MINE + "# \x1b[2J\n")
    assert "\x1b" not in grade("diff", "two_workers", "--yes")[1]
