"""The author's check: it is quiet when all expectations hold, and tells every one that does not."""

import re

import pytest

from kata.front import cli
from kata.front.expectations import Expectation, ExpectationError, approach, expectation
from tests.project.front_project import JUDGE, failed, make_project, says, submission, write

GOOD = "A belief.\n\nverdict: failed\ndiagnosis: too late\n"


@pytest.fixture
def layout(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def verify(layout, capsys):
    def run(*argv):
        code = cli.run(["verify", *argv], layout, JUDGE)
        return code, capsys.readouterr().out

    return run


def rejected(layout, source, name="wrong_1"):
    return write(submission(layout, "two_workers", "rejected", name), source)


def accepted(layout, source):
    return write(submission(layout, "two_workers", "accepted", "right_1"), source)


@pytest.mark.parametrize("clock", ["virtual", "wall", "both"])
def test_when_all_hold_there_is_a_line_an_exercise(verify, clock):
    code, out = verify("--clock", clock)
    assert code == 0
    assert len(out.splitlines()) == 4
    assert "two_workers   accepted  2/2    rejected  3/3    ok" in out


@pytest.mark.parametrize("clock", ["wall", "both"])
def test_what_was_late_in_real_time_is_judged_once_more(verify, layout, clock):
    accepted(layout, says("Late once.", late=failed("too late")))
    rejected(layout, says(GOOD, **failed("it came too late"), late=failed("another sentence")))
    code, out = verify("two_workers", "--clock", clock)
    assert "accepted  2/2    rejected  3/3    ok, 2 judged twice" in out
    assert code == 0


def test_what_is_wrong_in_real_time_twice_is_told(verify, layout):
    accepted(layout, says("Wrong.", wall=failed("always late")))
    code, out = verify("two_workers", "--clock", "wall")
    assert code == 1
    assert "got       failed: always late" in out
    assert "1 broken, 1 judged twice" in out


def test_an_exercise_that_is_always_played_in_real_time_must_hold_at_once(verify, layout):
    write(layout.reference("ch02_tasks", "to_thread"), says(late=failed("too late")))
    code, out = verify("to_thread")
    assert code == 1
    assert "got       failed: too late" in out


def test_only_the_named_are_checked(verify, layout):
    rejected(layout, says("No expectation."))
    assert verify("entry_point")[0] == 0
    assert verify("two_workers")[0] == 1


def test_a_reference_that_fails_is_told(verify, layout):
    write(layout.reference("ch02_tasks", "two_workers"), says(**failed("too slow")))
    code, out = verify("two_workers")
    assert code == 1
    assert "solutions/ch02_tasks/two_workers.py" in out
    assert "expected  passed" in out
    assert "got       failed: too slow" in out


def test_a_stub_that_passes_is_told(verify, layout):
    write(layout.stub("ch02_tasks", "two_workers"), '"""Already right."""\n')
    code, out = verify("two_workers")
    assert code == 1
    assert "expected  a stub that does not pass" in out


def test_an_accepted_answer_that_fails_is_told(verify, layout):
    accepted(layout, says(**failed("too slow")))
    code, out = verify("two_workers")
    assert code == 1
    assert "accepted  1/2" in out
    assert "accepted/right_1.py" in out


@pytest.mark.parametrize(
    ("line", "got"),
    [
        ({"verdict": "passed", "diagnosis": None}, "got       passed"),
        ({"verdict": "leaked", "diagnosis": "too late"}, "got       leaked: too late"),
        ({"verdict": "failed", "diagnosis": "too early"}, "got       failed: too early"),
        ({"verdict": "failed", "diagnosis": None}, "got       failed"),
    ],
)
def test_a_rejected_answer_with_another_verdict_or_diagnosis_is_told(verify, layout, line, got):
    rejected(layout, says(GOOD, **line))
    code, out = verify("two_workers")
    assert code == 1
    assert "rejected  2/3" in out
    assert "rejected/wrong_1.py" in out
    assert "expected  failed: too late" in out
    assert got in out


def test_a_rejected_answer_must_hold_on_the_clock_in_use(verify, layout):
    rejected(layout, says(GOOD, **failed("too late"), wall=failed("way off")))
    assert verify("two_workers")[0] == 0
    assert verify("two_workers", "--clock", "wall")[0] == 1
    code, out = verify("two_workers", "--clock", "both")
    assert code == 1
    assert "wrong_1.py (wall clock)" in out
    assert "(virtual clock)" not in out


def test_in_real_time_numbers_may_differ_and_another_sentence_may_fit(verify, layout):
    late = {"wall": failed("at 1.52 it was late")}
    wrong = "Wrong.\n\nverdict: failed\ndiagnosis: at 1.5 it was late\n"
    rejected(layout, says(wrong, **failed("at 1.5 it was late"), **late))
    assert verify("two_workers", "--clock", "both")[0] == 0
    rejected(layout, says(wrong, **failed("at 1.52 it was late"), **late))
    assert verify("two_workers")[0] == 1
    rejected(layout, says(wrong, **failed("at 1.5 it was late"), wall=failed("way off")))
    assert verify("two_workers", "--clock", "wall")[0] == 1
    rejected(
        layout,
        says(wrong + "in real time: way off\n", **failed("at 1.5 it was late"), wall=failed("way off")),
    )
    assert verify("two_workers", "--clock", "both")[0] == 0
    assert verify("two_workers", "--clock", "virtual")[0] == 0


def test_the_parts_together_are_all_files_and_each_has_stub_and_reference(verify, layout):
    for number in range(1, 5):
        rejected(layout, says(GOOD, **failed("too late")), name=f"wrong_{number}")
    outs = [verify("two_workers", "--part", f"{part}/3")[1] for part in (1, 2, 3)]
    judged = [re.search(r"accepted +(\d)/\1 +rejected +(\d)/\2 ", out).groups() for out in outs]
    whole = re.search(r"accepted +(\d)/\1 +rejected +(\d)/\2 ", verify("two_workers")[1]).groups()
    assert [sum(map(int, numbers)) for numbers in zip(*judged, strict=True)] == [*map(int, whole)]
    write(layout.reference("ch02_tasks", "two_workers"), says(**failed("too slow")))
    assert [verify("two_workers", "--part", f"{part}/3")[0] for part in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize("part", ["", "1", "0/2", "3/2", "1/2/3", "a/b", "1/1000", "-1/2", "1/²"])
def test_a_part_that_is_none_is_refused_in_a_sentence(layout, capsys, part):
    assert cli.run(["verify", "--part", part], layout, JUDGE) == 2
    assert "is not a part such as 2/3" in capsys.readouterr().err


def test_a_hint_is_for_a_diagnosis_that_some_rejected_answer_gets(verify, layout):
    hint = 'name = "two_workers"\nhint_for = { "%s" = "Ask earlier." }'
    plain = layout.manifest.read_text()
    write(layout.manifest, plain.replace('name = "two_workers"', hint % "too late"))
    assert verify("two_workers")[0] == 0
    write(layout.manifest, plain.replace('name = "two_workers"', hint % "too early"))
    code, out = verify("two_workers")[:2]
    assert code == 1
    assert 'a rejected answer told "too early"' in out


def test_a_stub_must_get_the_same_verdict_on_both_clocks(verify, layout):
    stub = says(**failed("slow"), wall={"verdict": "timeout", "diagnosis": "slow"})
    write(layout.stub("ch02_tasks", "two_workers"), stub)
    write(layout.pristine("ch02_tasks", "two_workers"), stub)
    assert verify("two_workers", "--clock", "wall")[0] == 0
    code, out = verify("two_workers", "--clock", "both")
    assert code == 1
    assert "got       failed on the virtual clock, timeout on the wall clock" in out


@pytest.mark.parametrize(("kind", "least"), [("accepted", 2), ("rejected", 3)])
def test_too_few_answers_are_told(verify, layout, kind, least):
    submission(layout, "two_workers", kind, "right_1" if kind == "accepted" else "wrong_1").unlink()
    code, out = verify("two_workers")
    assert code == 1
    assert f"at least {least} {kind} answers" in out


@pytest.mark.parametrize(
    ("source", "got"),
    [
        ("x = 1\n", "it has no docstring"),
        (says("A belief.\n\ndiagnosis: too late\n", **failed("too late")), 'no "verdict:" line'),
        (says("A belief.\n\nverdict: failed\n", **failed("too late")), 'no "diagnosis:" line'),
        (says("A belief.\n\nverdict: faild\ndiagnosis: x\n", **failed("x")), "did you mean failed?"),
        (says("A belief.\n\nverdict: passed\ndiagnosis: x\n"), '"passed" is no verdict of a rejected answer'),
    ],
)
def test_a_rejected_answer_without_its_lines_is_told(verify, layout, source, got):
    rejected(layout, source)
    code, out = verify("two_workers")
    assert code == 1
    assert got in " ".join(out.split())


def test_an_accepted_answer_without_docstring_is_told(verify, layout):
    accepted(layout, "x = 1\n")
    code, out = verify("two_workers")
    assert code == 1
    assert "a docstring that names the approach" in out


# ---------------------------------------------------------------------------------------- docstrings


def read(tmp_path, source):
    return expectation(write(tmp_path / "answer.py", source))


def test_a_newer_python_may_say_it_in_other_words(tmp_path):
    old = '"""Wrong.\n\nverdict: failed\ndiagnosis: the old words\n{more}"""\n'
    wanted = {
        "": "the old words",
        "from Python 3.99: the newest words\n": "the old words",
        "from Python 3.11: the new words\n": "the new words",
        "from Python 3.11: error: with a colon\n": "with a colon",
        "from Python 3.11: the new words\nfrom Python 3.10: the first words\n": "the new words",
    }
    for more, diagnosis in wanted.items():
        found = read(tmp_path, old.format(more=more))
        assert (found.verdict, found.diagnosis) == ("error" if "error" in more else "failed", diagnosis)


def test_a_diagnosis_may_go_on_on_indented_lines(tmp_path):
    source = (
        '"""A belief.\n\n    verdict: failed\n    diagnosis: too\n        late\n        by far\n    """\n'
    )
    assert read(tmp_path, source) == Expectation("failed", "too late by far")


def test_words_about_the_belief_are_not_mistaken_for_the_lines(tmp_path):
    source = '"""A belief.\n\nThe verdict: none.\n\nverdict: failed\ndiagnosis: late\n\nMore: words.\n"""\n'
    assert read(tmp_path, source) == Expectation("failed", "late")


def test_a_file_that_does_not_compile_is_read_all_the_same(tmp_path):
    source = '# a comment\n"""A belief.\n\nverdict: error\ndiagnosis: late\n"""\nawait main(\n'
    assert read(tmp_path, source) == Expectation("error", "late")


def test_a_file_is_read_and_never_run(tmp_path):
    path = write(tmp_path / "answer.py", '"""A belief."""\nraise SystemExit\n')
    assert approach(path) == "A belief."


def test_a_file_that_is_no_text_is_told(tmp_path):
    path = tmp_path / "answer.py"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ExpectationError, match="cannot be read"):
        approach(path)
