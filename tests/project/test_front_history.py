"""What is remembered of a learner's work: it survives updates, renames, broken files and a kill at any moment."""

import json
import signal
import subprocess
import sys

import pytest

from kata.front import cli, history
from kata.layout import ROOT
from tests.project.front_project import JUDGE, failed, make_project, says, write


@pytest.fixture
def layout(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def stub(layout):
    return layout.stub("ch02_tasks", "two_workers")


@pytest.fixture
def grade(layout, capsys):
    def run(*argv):
        code = cli.run([str(word) for word in argv], layout, JUDGE)
        return code, capsys.readouterr().out

    return run


@pytest.fixture
def entry(layout):
    return lambda name="two_workers": history.read(layout.progress).of(name)


def test_attempts_count_the_texts_that_were_graded(grade, stub, entry):
    for text in ("late", "late", "later", "late"):
        write(stub, says(**failed(text)))
        grade("two_workers")
    assert entry().attempts == 3
    assert (entry().verdict, entry().diagnosis, entry().passed) == ("failed", "late", None)


def test_a_first_pass_is_remembered_when_the_answer_fails_again(grade, stub, entry):
    write(stub, says())
    grade("two_workers")
    first = entry()
    assert first.passed and first.version
    write(stub, says(**failed("late")))
    grade()
    assert (entry().passed, entry().version, entry().verdict) == (first.passed, first.version, "failed")


def test_an_untouched_stub_is_no_attempt(grade, entry):
    grade()
    grade("two_workers")
    assert entry() == history.Entry()


def test_only_the_learners_own_answers_are_remembered(grade, layout, tmp_path):
    write(tmp_path / "in" / "two_workers.py", says(**failed("late")))
    grade("--solutions")
    grade("--from", tmp_path / "in")
    assert not layout.progress.exists()


def test_without_the_file_grading_is_the_same(grade, layout, stub):
    write(stub, says(**failed("late")))
    first = grade("two_workers", "--seed", "1")[0]
    layout.progress.unlink()
    assert grade("two_workers", "--seed", "1")[0] == first
    assert layout.progress.exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b'{"schema": "other"}', b"[" * 100_000]
)
def test_a_file_that_is_no_history_is_set_aside(grade, layout, stub, content):
    layout.progress.parent.mkdir()
    layout.progress.write_bytes(content)
    write(stub, says(**failed("late")))
    assert grade("two_workers")[0] == 1
    assert history.read(layout.progress).of("two_workers").attempts == 1
    assert layout.progress.with_name("progress.unreadable").read_bytes() == content


def test_values_of_another_kind_are_left_out(layout):
    stored = {"attempts": "many", "hints": ["x"], "passed": 3, "verdict": "failed", "shown": 1, "later": 1}
    data = {"schema": history.SCHEMA, "kata": 1, "exercises": {"a": stored, "b": 3}, "stubs": []}
    write(layout.progress, json.dumps(data))
    past = history.read(layout.progress)
    assert past.entries == {"a": history.Entry(verdict="failed")}


def test_where_nothing_can_be_written_grading_goes_on(grade, layout, stub):
    write(layout.progress.parent, "a file where the folder should be")
    write(stub, says(**failed("late")))
    assert grade("two_workers")[0] == 1
    assert grade()[0] == 1


def test_what_was_done_under_a_former_name_is_kept(layout, monkeypatch):
    with history.changing(layout.progress) as past:
        past.of("workers").attempts = 4
        past.stubs["workers"] = "mark"
    monkeypatch.setattr(history, "RENAMED", {"workers": "two_workers"})
    past = history.read(layout.progress)
    assert past.entries == {"two_workers": history.Entry(attempts=4)}
    assert past.news({"two_workers": "mark"}) == ([], [])


def test_no_exercise_is_renamed_to_one_that_is_not_there():
    from kata.layout import Layout
    from kata.manifest import load

    names = {exercise.name for exercise in load(Layout().manifest).exercises}
    assert set(history.RENAMED.values()) <= names
    assert not names.intersection(history.RENAMED)


def test_an_update_tells_once_what_is_new_and_what_has_changed(grade, layout):
    assert "New" not in grade()[1]
    text = layout.manifest.read_text() + _ONE_MORE
    write(layout.manifest, text)
    write(layout.pristine("ch02_tasks", "one_more"), "new\n")
    write(layout.pristine("ch02_tasks", "two_workers"), "changed\n")
    assert "New in" not in grade("--json")[1]
    out = grade()[1]
    assert "New in kata 0.1.0: one_more\n" in out
    assert "Changed in kata 0.1.0: two_workers\n" in out
    assert "New in" not in grade()[1]


_ONE_MORE = """
[[chapter.exercise]]
name = "one_more"
title = "One more"
difficulty = 1
points = 1
"""

# ------------------------------------------------------------------------------------------------ hints


@pytest.fixture
def hint_for_late(layout):
    text = 'name = "two_workers"\nhint_for = { "too late" = "Ask earlier." }'
    write(layout.manifest, layout.manifest.read_text().replace('name = "two_workers"', text))


def test_the_first_hint_is_for_what_the_code_did_last(grade, stub, hint_for_late):
    assert "One hint." in grade("hint", "two_workers")[1]
    write(stub, says(**failed("it came too late by 1 s")))
    grade("two_workers")
    out = grade("hint", "two_workers")[1]
    assert "it came too late by 1 s" in out
    assert "Ask earlier." in out
    assert "One hint." not in out
    assert "python3 grade.py hint two_workers 1" in out
    assert "One hint." in grade("hint", "two_workers", "1")[1]
    write(stub, says(**failed("it came too early")))
    grade("two_workers")
    assert "Ask earlier." not in grade("hint", "two_workers")[1]


def test_all_hints_begin_with_the_fitting_one(grade, stub, hint_for_late):
    write(stub, says(**failed("too late")))
    grade("two_workers")
    out = grade("hint", "two_workers", "--all")[1]
    assert 0 < out.index("Ask earlier.") < out.index("One hint.")


def test_the_hints_that_were_shown_are_remembered(grade, stub, entry, hint_for_late):
    grade("hint", "entry_point", "3")
    grade("hint", "entry_point")
    assert entry("entry_point").hints == [1, 3]
    write(stub, says(**failed("too late")))
    grade("two_workers")
    grade("hint", "two_workers")
    assert entry().hints == [0]


_WRITER = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from kata.front import history
print("ready", flush=True)
while True:
    with history.changing(Path(sys.argv[1])) as past:
        past.of("two_workers").attempts += 1
"""


def test_the_file_can_be_read_whenever_a_writer_is_killed(tmp_path):
    file = tmp_path / "progress.json"
    attempts = 0
    for turn in range(12):
        with subprocess.Popen([sys.executable, "-c", _WRITER, str(file)], stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            while history.read(file).of("two_workers").attempts < attempts + 5 + turn:
                pass
            writer.send_signal(signal.SIGKILL)
        now = json.loads(file.read_bytes())["exercises"]["two_workers"]["attempts"]
        assert now > attempts
        attempts = now
    assert not file.with_name("progress.unreadable").exists()


def test_two_writers_at_once_lose_nothing(tmp_path):
    file = tmp_path / "progress.json"
    code = _WRITER.replace("while True", "for _ in range(100)")
    writers = [subprocess.Popen([sys.executable, "-c", code, str(file)]) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert history.read(file).of("two_workers").attempts == 300
