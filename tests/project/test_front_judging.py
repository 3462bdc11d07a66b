"""How answers are shared out among judges."""

from pathlib import Path

import pytest

from kata.front.errors import MachineryFailure
from kata.front.judging import Answer, Bench, plan, shares
from kata.layout import Layout
from tests.project.front_project import JUDGE, make_project


def answers(number, clock="virtual"):
    return [Answer(f"exercise_{at // 4}", Path(f"/answers/{at}.py"), clock) for at in range(number)]


def test_every_answer_is_given_to_one_judge():
    asked = answers(50) + answers(7, "wall")
    given = [answer for share in shares(asked, 4) for answer in share]
    assert sorted(map(str, given)) == sorted(map(str, asked))


def test_few_answers_need_no_second_judge():
    assert [len(share) for share in shares(answers(3), 8)] == [3]
    assert shares([], 8) == []


def test_many_answers_take_every_core_and_no_more():
    lengths = [len(share) for share in shares(answers(50), 4)]
    assert len(lengths) == 4
    assert max(lengths) - min(lengths) <= 1


def test_on_the_wall_clock_there_are_more_judges_than_cores():
    assert len(shares(answers(50, "wall"), 2)) == 8
    assert len(shares(answers(5, "wall"), 2)) == 5


def test_a_judge_has_one_clock():
    for share in shares(answers(9) + answers(9, "wall"), 2):
        assert len({answer.clock for answer in share}) == 1


def test_answers_to_one_exercise_stay_together_but_at_a_cut():
    both = [{answer.exercise for answer in share} for share in shares(answers(48), 4)]
    assert all(not (one & other) for at, one in enumerate(both) for other in both[at + 1 :])


def test_a_judge_that_can_fork_gets_all_answers_of_its_clock():
    asked = answers(48) + answers(5, "wall")
    forked = plan(asked, 4, forks=True)
    assert [(len(share), workers) for share, workers in forked] == [(48, 4), (5, 5)]
    started = plan(asked, 4, forks=False)
    assert [(share, 1) for share in shares(asked, 4)] == started


def test_a_judge_that_waits_reads_the_answer_when_it_gets_the_word(tmp_path):
    layout = Layout()
    answer = Answer("two_workers", tmp_path / "two_workers.py")
    right = layout.reference("ch02_tasks", "two_workers").read_text()
    answer.path.write_text("this does not compile")
    with Bench(layout) as bench:
        prepared = bench.prepare(answer, seed=7)
        answer.path.write_text(right)
        ((judged, line),) = prepared.go()
    assert judged == answer
    assert line["verdict"] == "passed"
    assert len(line["tests"]) > 3


def test_a_judge_that_never_gets_the_word_ends_with_its_bench(tmp_path):
    layout = Layout()
    with Bench(layout) as bench:
        prepared = bench.prepare(Answer("two_workers", tmp_path / "two_workers.py"), seed=7)
    assert prepared.judge.ended


def test_a_dismissed_judge_has_nothing_to_say(tmp_path):
    with Bench(make_project(tmp_path), JUDGE) as bench:
        answer = Answer("two_workers", tmp_path / "two_workers.py")
        prepared = bench.prepare(answer, seed=7)
        bench.dismiss(prepared)
        assert prepared.judge.ended
        with pytest.raises(MachineryFailure):
            list(prepared.go())


def test_a_bench_may_be_asked_twice(tmp_path):
    answer = Answer("two_workers", tmp_path / "two_workers.py")
    with Bench(make_project(tmp_path), JUDGE) as bench:
        assert len(list(bench.judge([answer], seed=7))) == 1
        assert len(list(bench.judge([answer], seed=7))) == 1
