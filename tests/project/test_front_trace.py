"""The trace command: what it asks the judge for, what it shows, what it writes, and how it ends."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest

from kata.front import cli, finishes, loop_steps
from kata.front.errors import MachineryFailure
from kata.front.glyphs import ASCII
from kata.front.loop_steps import Gap
from kata.front.safe_text import cells
from kata.front.screens import traced as screen
from kata.front.terminal import Terminal
from kata.front.traced import Traced, first_test
from kata.layout import ROOT, Layout
from tests.project.front_project import (
    JUDGE,
    call,
    make_project,
    one_test,
    places,
    says,
    span,
    step,
    trace,
    write,
)

SAMPLES = Path(__file__).parent / "front_samples"
SMALL = Terminal(80, 24)
LARGE = Terminal(120, 40)
TEST = "test_the_longer_job_sets_the_total"
WAITING = {"where": places()}


def one_by_one():
    steps = [
        step(0, "shopping 1", waits="asyncio.sleep(1)", timers=[[1, "shopping 1"]], **WAITING),
        step(1, "shopping 1", waits="asyncio.sleep(2)", timers=[[3, "shopping 1"]], **WAITING),
        step(3, "shopping 1", "done"),
        step(3, "BaseEventLoop.shutdown_asyncgens 2", "done"),
    ]
    return trace(steps=steps)


def together():
    sleeps = [[1, "worker 2"], [2, "worker 3"]]
    gathering = "gather(): 2 tasks not done: 'Task-2', 'Task-3'"
    steps = [
        step(0, "shopping 1", waits=gathering, ready=["worker 2", "worker 3"], **WAITING),
        step(0, "worker 2", waits="asyncio.sleep(1)", ready=["worker 3"], timers=sleeps[:1]),
        step(0, "worker 3", waits="asyncio.sleep(2)", timers=sleeps),
        step(1, "worker 2", "done", timers=sleeps[1:]),
        step(2, "worker 3", "raised"),
        step(2, "shopping 1", "cancelled"),
    ]
    return trace(elapsed=2, calls=[call(end=2)], spans=[span("milk", 0, 1), span("bread", 0, 2)], steps=steps)


def spinning():
    waiting = {"waits": "asyncio.sleep(0)", "ready": ["shopping 1"], "where": places()}
    blocked = [{"start": 0, "end": 1.5, "what": "time.sleep", "where": places()}]
    turns = [step(1.5, "shopping 1", **waiting) for _ in range(400)]
    crowd = [step(2 + at / 10, f"worker {at}", waits="asyncio.sleep(1)") for at in range(60)]
    return trace(
        ending="spin",
        reason="100,000 turns of the event loop without any waiting",
        where=None,
        cut=True,
        elapsed=8,
        blocked=blocked,
        calls=[call("main([customer, customer, customer], 3, handle, say)", end=None, ending="running")],
        spans=[span(f"worker {at}", at / 10, at / 10 + 0.5) for at in range(40)],
        steps=[step(0, "worker 0", waits="asyncio.sleep(1)"), *turns, *crowd],
    )


def cancelled():
    """A call that is cancelled while somebody works who needs time to clean up."""
    served = call("serve(shops)", 0, 3, "cancelled") | {"cancels": [2.0]}
    spans = [
        span("quick", 0, 2, "cancelled"),
        span("slow", 0.5, 3, "cancelled"),
        span("shielded", 1, 3),
        span("before", 0, 1, "cancelled"),
    ]
    return trace(calls=[served], spans=spans, steps=[step(0, "call", waits="x" * 200, ready=["y" * 90] * 20)])


def outcome(*traces, verdict="passed") -> Traced:
    return {
        "schema": "asyncio-kata/traced/1",
        "exercise": "two_workers",
        "clock": "virtual",
        "seed": 1,
        "python": "3.11.0",
        "kata": "0.1.0",
        "runs": [
            {
                "whose": whose,
                "path": f"/{whose}.py",
                "verdict": verdict,
                "diagnosis": None if verdict == "passed" else "it never stops asking",
                "test": one_test(TEST, trace=one),
            }
            for whose, one in zip(("answer", "reference"), traces, strict=False)
        ],
    }


def shown(outcome, terminal=SMALL, *, every=False, notes=()):
    out = io.StringIO()
    with redirect_stdout(out):
        screen.show(outcome, terminal, notes, every=every)
    return out.getvalue()


SCREENS = {
    "one": outcome(one_by_one()),
    "beside": outcome(one_by_one(), together()),
    "spin": outcome(spinning(), verdict="spin"),
    "cancelled": outcome(cancelled()),
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(
    "terminal", [SMALL, LARGE, replace(SMALL, glyphs=ASCII)], ids=["80x24", "120x40", "ascii"]
)
def test_a_trace_looks_as_it_did_when_somebody_looked_at_it(name, terminal):
    size = "ascii" if terminal.glyphs is ASCII else f"{terminal.width}x{terminal.height}"
    sample = SAMPLES / f"trace_{name}_{size}.txt"
    assert shown(SCREENS[name], terminal) == sample.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("every", [False, True], ids=["folded", "all"])
def test_no_line_is_wider_than_the_terminal(name, width, every):
    for line in shown(SCREENS[name], Terminal(width, 24), every=every).splitlines():
        assert cells(line) <= width, line


def test_untrusted_text_is_shown_and_does_nothing():
    evil = "\x1b[2J[red]x\u202e\n"
    steps = [
        step(0, evil, waits=evil, ready=[evil], timers=[[1, evil]], where=places(file=evil, function=evil)),
        step(0, evil, "done"),
    ]
    wild = trace(steps=steps, spans=[span(evil, 0, 1)], calls=[call(evil)], ending="timeout", reason=evil)
    told = shown(outcome(wild))
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "\\e[2J[red]x" in told


# -------------------------------------------------------------------------------------------------- the steps


def test_steps_are_numbered_and_the_closing_of_the_loop_is_no_step_of_the_answer():
    assert [one.number for one in loop_steps.read(one_by_one())] == [0, 1, 2]


def test_tasks_without_a_name_of_their_own_are_called_what_the_table_calls_them():
    assert loop_steps.read(together())[0].waits == "gather(): 2 tasks not done: worker 2, worker 3"


@pytest.mark.parametrize(
    "timers", ["x", None, 3, {}, [1], [[]], [["a", "b"]], [[1, 2]], [[1, "a", 3]], [{"a": 1}]]
)
def test_timers_that_are_none_are_passed_over(timers):
    """They are the one part of a step for which the judge has no schema."""
    (read,) = loop_steps.read(trace(steps=[step(0, "a", timers=timers)]))
    assert read.timers == ()


def test_timers_that_wake_no_task_are_called_what_they_are_for():
    timers = [[1, "Timeout._on_timeout"], [2, "Record.call.<locals>.cancel"], [3, "main.<locals>.beep"]]
    (read,) = loop_steps.read(trace(steps=[step(0, "a", timers=timers)]))
    assert [who for _, who in read.timers] == ["asyncio.timeout", "cancel()", "beep"]


def test_the_jitter_of_the_wall_clock_does_not_show():
    told = shown(outcome(trace(clock="wall", steps=[step(0.0004, "a", timers=[[1.0013, "b"]])])))
    assert "at 1 s b" in told
    assert "0.0004" not in told


def test_tasks_of_the_test_are_told_apart_from_those_of_the_answer():
    steps = [step(0, "shopping 3"), step(0, "call"), step(0, "shopping"), step(0, "worker 4")]
    told = " ".join(shown(outcome(trace(steps=steps))).split())
    assert "note shopping 3 is the test's own task call is the task in which main() runs" in told
    assert "note" not in shown(outcome(trace(steps=steps[2:])))


def test_a_step_that_kept_the_loop_says_for_how_long():
    held = [one.held for one in loop_steps.read(spinning())]
    assert held[:3] == [0, 1.5, 0]
    assert "keeps the loop for 1.5 s" in shown(SCREENS["spin"])


def test_repetitions_are_told_once():
    first, kept, turns, *_ = loop_steps.fold(loop_steps.read(spinning()), None)
    assert [len(line.steps) for line in (first, kept, turns)] == [1, 1, 399]
    assert "T2-T400" in shown(SCREENS["spin"])


def test_many_steps_are_folded_in_the_middle_and_every_one_is_accounted_for():
    steps = loop_steps.read(spinning())
    lines = loop_steps.fold(steps, 24)
    assert len(lines) == 24
    assert sum(line.steps if isinstance(line, Gap) else len(line.steps) for line in lines) == len(steps)
    assert lines[-1].step.number == len(steps) - 1
    (gap,) = [line for line in lines if isinstance(line, Gap)]
    assert (gap.steps, gap.first, gap.last) == (40, 412, 451)
    assert "40 steps, T412 to T451" in " ".join(shown(SCREENS["spin"], LARGE).split())


def test_all_shows_all():
    told = shown(SCREENS["spin"], every=True)
    assert "--all" not in told
    assert "T412 " in told
    assert told.count("worker 39") == 3  # in the timeline, as a finish, and as a step


def test_what_was_not_written_down_is_said_and_how_it_ended():
    told = shown(SCREENS["spin"])
    assert "more that was not written down" in told
    assert "at last   the loop turns and turns" in told


def test_an_answer_without_steps_and_one_without_a_trace_are_told_so():
    assert "No task ran on an event loop." in shown(outcome(trace()))
    assert "There is no trace of this run" in shown(outcome(None, verdict="timeout"))


# ----------------------------------------------------------------------------------------- who finished when


def test_places_are_given_in_the_order_of_finishing_and_the_only_call_gets_none():
    spans = [span("slow", 0, 8), span("late", 1, 2), span("a", 0, 2), span("never", 0, None)]
    read = list(finishes.read(trace(spans=spans, calls=[call(end=9)])))
    assert [(one.who, one.place, one.how) for one in read] == [
        ("slow", 2, ""),
        ("a", 1, ""),
        ("never", None, "never ended"),
        ("late", 1, ""),
        ("main(worker)", None, "returned"),
    ]
    assert [one.lasted for one in read] == [8, 2, None, 1, 9]


def test_several_calls_have_places_of_their_own():
    calls = [call("a", end=3), call("b", end=1), call("c", end=None, ending="running")]
    read = list(finishes.read(trace(spans=[], calls=calls)))
    assert [one.place for one in read] == [2, 1, None]


def test_the_jitter_of_the_wall_clock_gives_no_places():
    spans = [span("a", 0, 1.0003), span("b", 0, 1.0001)]
    assert [one.place for one in finishes.read(trace(clock="wall", spans=spans, calls=[]))] == [1, 1]


# ---------------------------------------------------------------------------------------------- the command


@pytest.fixture
def layout(tmp_path):
    layout = make_project(tmp_path / "project")
    tests = (
        f"import x\n\n\nasync def helper(): ...\n\n\nasync def {TEST}(run): ...\n\n\ndef test_b(run): ...\n"
    )
    write(layout.visible_tests("ch02_tasks", "two_workers"), tests)
    answer(layout.stub("ch02_tasks", "two_workers"), one_by_one(), "failed")
    answer(layout.reference("ch02_tasks", "two_workers"), together())
    return layout


def answer(path, trace, verdict="passed"):
    diagnosis = None if verdict == "passed" else "too late"
    test = one_test(TEST, verdict=verdict, outcome=verdict, trace=trace)
    return write(path, says(verdict=verdict, diagnosis=diagnosis, tests=[test]))


@pytest.fixture
def grade(layout, capsys):
    def run(*argv, judge=JUDGE):
        code = cli.run([str(word) for word in argv], layout, judge)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_a_passed_test_is_exit_code_0_and_another_1(grade, layout):
    assert grade("trace", "two_workers")[0] == 1
    answer(layout.stub("ch02_tasks", "two_workers"), one_by_one())
    code, out, err = grade("trace", "two_workers")
    assert (code, err) == (0, "")
    assert "passes its first test" in out


def test_the_reference_does_not_decide_the_exit_code(grade):
    assert grade("trace", "two_workers", "--solution")[0] == 1


def test_another_file_may_be_traced(grade, tmp_path):
    path = answer(tmp_path / "mine.py", together())
    assert grade("trace", "two_workers", "--from", path)[0] == 0


def test_the_json_has_the_agreed_shape(grade):
    code, out, _ = grade("trace", "two_workers", "--solution", "--json", "--seed", 7, "--clock", "wall")
    told = json.loads(out)
    assert code == 1
    assert told.keys() == Traced.__annotations__.keys()
    assert (told["exercise"], told["clock"], told["seed"]) == ("two_workers", "wall", 7)
    assert [(run["whose"], run["verdict"]) for run in told["runs"]] == [
        ("answer", "failed"),
        ("reference", "passed"),
    ]
    assert told["runs"][0]["test"]["trace"] == one_by_one()


def test_the_judge_is_asked_for_the_steps_of_the_first_visible_test_alone(grade, layout, tmp_path):
    request = tmp_path / "request.json"
    keep = f"json.dump(request, open({str(request)!r}, 'w'))\nfor asked in"
    judge = [*JUDGE[:-1], JUDGE[-1].replace("for asked in", keep, 1)]
    grade("trace", "two_workers", "--seed", 5, judge=judge)
    asked = json.loads(request.read_text())
    answers = [{"exercise": "two_workers", "path": str(layout.stub("ch02_tasks", "two_workers"))}]
    wishes = {"clock": "virtual", "seed": 5, "steps": True, "only": [TEST], "workers": 1}
    assert asked == {**wishes, "answers": answers}


def test_files_are_written_and_named(grade, tmp_path):
    chrome, svg = tmp_path / "trace.json", tmp_path / "trace.svg"
    out = grade("trace", "two_workers", "--solution", "--chrome", chrome, "--svg", svg)[1]
    assert {event["pid"] for event in json.loads(chrome.read_text())["traceEvents"]} == {1, 2}
    assert "the reference" in svg.read_text(encoding="utf-8")
    assert f"{chrome} is written" in " ".join(out.split())


def test_without_a_trace_no_file_is_written(grade, layout, tmp_path):
    answer(layout.stub("ch02_tasks", "two_workers"), None, "timeout")
    code, out, _ = grade("trace", "two_workers", "--chrome", tmp_path / "trace.json")
    assert code == 1
    assert "No file was written." in out
    assert not (tmp_path / "trace.json").exists()


WRONG = [
    (["trace"], "Missing argument 'NAME'"),
    (["trace", "two_worker"], "did you mean two_workers?"),
    (["trace", "ch02_tasks"], "name one exercise, such as two_workers"),
    (["trace", "two_workers", "--from", "/no/such"], "There is no file or folder /no/such."),
    (["trace", "two_workers", "--chrome", "/no/such/file"], "/no/such/file cannot be written: No such"),
    (["trace", "two_workers", "--svg", "/"], "/ cannot be written: Is a directory"),
]


@pytest.mark.parametrize(("argv", "sentence"), WRONG, ids=[" ".join(argv) for argv, _ in WRONG])
def test_wrong_usage_is_one_sentence_and_exit_code_2(grade, argv, sentence):
    code, out, err = grade(*argv)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_a_kata_without_solutions_says_so(grade, layout):
    layout.reference("ch02_tasks", "two_workers").unlink()
    code, _, err = grade("trace", "two_workers", "--solution")
    assert (code, err) == (2, "There is no reference for two_workers here: leave out --solution.\n")


def test_the_reference_is_not_laid_beside_itself(grade, layout):
    code, _, err = grade("trace", "two_workers", "--solution", "--from", layout.solutions)
    assert code == 2
    assert "is the reference itself" in err


def test_an_exercise_without_a_visible_test_is_a_failure_of_the_machinery(tmp_path):
    with pytest.raises(MachineryFailure, match="no visible test"):
        first_test(tmp_path / "test_nothing.py")
    with pytest.raises(MachineryFailure, match="no visible test"):
        first_test(write(tmp_path / "test_nothing.py", "x = 1\n"))


# ----------------------------------------------------------------------------------------- with the real judge

ANSWER = """
import asyncio
async def main(worker):
    await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
"""


def test_a_real_run_tells_its_steps(tmp_path, capsys):
    path = write(tmp_path / "two_workers.py", ANSWER)
    code = cli.run(["trace", "two_workers", "--from", str(path), "--json"], Layout())
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert (code, run["verdict"]) == (0, "passed")
    steps = loop_steps.read(run["test"]["trace"])
    assert [one.state for one in steps] == ["waiting"] * 3 + ["done"] * 3
    assert steps[0].where["line"] == 4
    workers = [one.task for one in steps[1:3]]
    assert steps[0].waits == f"gather(): 2 tasks not done: {', '.join(workers)}"
    assert [who for _, who in steps[2].timers] == workers


def test_the_judge_runs_only_the_tests_that_it_is_asked_for(tmp_path):
    path = write(tmp_path / "two_workers.py", ANSWER)
    test = first_test(Layout().visible_tests("ch02_tasks", "two_workers"))
    answers = [{"exercise": "two_workers", "path": str(path)}] * 2
    done = ask_judge({"clock": "virtual", "seed": 1, "answers": answers, "only": [test]})
    *lines, last = map(json.loads, done.stdout.splitlines())
    assert last == {"done": True}
    assert [[one["name"] for one in line["tests"]] for line in lines] == [[test], [test]]


def test_the_judge_breaks_off_when_there_is_no_such_test(tmp_path):
    answers = [{"exercise": "two_workers", "path": str(write(tmp_path / "two_workers.py", ANSWER))}]
    done = ask_judge({"clock": "virtual", "seed": 1, "answers": answers, "only": ["test_of_nothing"]})
    assert done.returncode == 3
    assert done.stdout == ""
    assert "there is no test test_of_nothing" in done.stderr


def ask_judge(request):
    return subprocess.run(
        [sys.executable, "-P", "-m", "kata.judge"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=110,
        check=False,
    )
