"""The screens: they fit, they say the essential, and they show untrusted text safely."""

import io
import re
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest

from kata.front.glyphs import ASCII
from kata.front.results import exercise_result, results
from kata.front.safe_text import cells
from kata.front.screens import exercise_list, graded
from kata.front.terminal import Terminal
from kata.layout import Layout
from kata.manifest import load, parse
from tests.project.front_project import call, one_test, places, span, trace

SAMPLES = Path(__file__).parent / "front_samples"
SMALL = Terminal(80, 24)
LARGE = Terminal(120, 40)

MANIFEST = parse(
    {
        "schema": "asyncio-kata/manifest/1",
        "chapter": [
            {
                "id": f"ch{chapter:02}_part",
                "title": f"Chapter number {chapter}",
                "exercise": [
                    {
                        "name": f"exercise_{chapter}_{number}",
                        "title": f"The title of exercise {number} of chapter {chapter}",
                        "difficulty": 2,
                        "points": 15,
                        "hints": ["one"],
                    }
                    for number in range(4)
                ],
            }
            for chapter in range(1, 13)
        ],
    }
)


def judged(*lines, manifest=MANIFEST):
    exercises = [
        exercise_result(
            exercise, {"verdict": "unfinished", "path": f"/answers/{exercise.name}.py"} | dict(line)
        )
        for exercise, line in zip(manifest.exercises, lines, strict=False)
    ]
    return results(exercises, clock="virtual", seed=7, seconds=0.25)


def shown(outcome, terminal, *, in_detail, options=("--solutions",), news=(), manifest=MANIFEST):
    out = io.StringIO()
    with redirect_stdout(out):
        graded.show(outcome, manifest, terminal, in_detail=in_detail, options=options, news=news)
    return out.getvalue()


def passed():
    return {"verdict": "passed", "tests": [one_test(outcome="passed", verdict="passed")]}


def failed(**keys):
    diagnosis = "the second worker only started when the first had finished"
    return {"verdict": "failed", "diagnosis": diagnosis, "tests": [one_test(**keys)]}


def deadlock():
    stuck = [
        {
            "coroutine": "_await",
            "task": "Task-2",
            "waits": "queue.get() on an empty queue",
            "where": places(function="process_orders"),
        },
        {
            "coroutine": "sales_day",
            "task": "main",
            "waits": "Task-2",
            "where": places(line=20, source="await shops"),
        },
    ]
    stopped = trace(
        ending="deadlock",
        elapsed=2.5,
        calls=[call(end=None, ending="running")],
        spans=[span(f"shop {number}", number / 4, None if number % 2 else 2.5) for number in range(9)],
        stuck=stuck,
        output="an order\n" * 9,
    )
    test = one_test(
        "test_every_order_is_processed_and_the_shops_close",
        verdict="deadlock",
        message=None,
        expected=None,
        observed=None,
        hidden=True,
        inputs={"orders": {"Ann": ["milk", "bread", "eggs"], "Bob": ["tea", "rice", "beans"]}, "pace": 0.25},
        trace=stopped,
    )
    others = [one_test(f"test_number_{number}") for number in range(5)]
    diagnosis = "main waits for the shops, and a shop never ends: it waits for the next order, which nobody will place"
    return {"verdict": "deadlock", "diagnosis": diagnosis, "tests": [*others, test]}


SCREENS = {
    "summary": ([passed()] * 7 + [failed()] * 6 + [{}] * 35, False),
    "all_passed": ([passed()] * 48, False),
    "failed": ([failed()], True),
    "deadlock": ([deadlock()], True),
    "passed": ([passed()], True),
    "unfinished": ([{"diagnosis": "the stub is untouched"}], True),
    "several": ([passed(), failed(), {}], True),
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(
    "terminal", [SMALL, LARGE, replace(SMALL, glyphs=ASCII)], ids=["80x24", "120x40", "ascii"]
)
def test_a_screen_looks_as_it_did_when_somebody_looked_at_it(name, terminal):
    lines, in_detail = SCREENS[name]
    size = "ascii" if terminal.glyphs is ASCII else f"{terminal.width}x{terminal.height}"
    sample = SAMPLES / f"screen_{name}_{size}.txt"
    assert shown(judged(*lines), terminal, in_detail=in_detail) == sample.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("terminal", [SMALL, LARGE, Terminal(50, 24)], ids=["80x24", "120x40", "50x24"])
def test_a_screen_is_not_wider_than_the_terminal(name, terminal):
    lines, in_detail = SCREENS[name]
    for line in shown(judged(*lines), terminal, in_detail=in_detail).splitlines():
        if "python3 grade.py" not in line:  # a command is never cut
            assert cells(line) <= terminal.width


@pytest.mark.parametrize("line", [{}, passed()], ids=["none", "all"])
def test_the_summary_of_the_real_exercises_is_not_wider_than_the_terminal(line):
    real = load(Layout().manifest)
    outcome = judged(*[line] * len(real.exercises), manifest=real)
    screen = shown(outcome, SMALL, in_detail=False, manifest=real)
    assert max(map(cells, screen.splitlines())) <= SMALL.width


@pytest.mark.parametrize("name", [name for name in SCREENS if name != "several"])
@pytest.mark.parametrize("terminal", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_a_screen_leaves_the_prompt_its_line(name, terminal):
    lines, in_detail = SCREENS[name]
    assert shown(judged(*lines), terminal, in_detail=in_detail).count("\n") < terminal.height


def test_the_test_that_decided_the_verdict_is_shown_in_full():
    screen = shown(judged(deadlock()), LARGE, in_detail=True)
    assert "test      every order is processed and the shops close (a hidden test)" in screen
    assert "also      number 0" in screen


def test_a_failure_says_what_to_run_next():
    assert "python3 grade.py hint exercise_1_0" in shown(judged(failed()), SMALL, in_detail=True)


def test_the_next_command_repeats_the_options():
    assert "python3 grade.py exercise_1_1 --solutions" in shown(judged(passed(), {}), SMALL, in_detail=False)


def own(*lines, news=(), terminal=SMALL):
    outcome = judged(*lines)
    for result, line in zip(outcome["exercises"], lines, strict=True):
        result["untouched"] = not line
    return shown(outcome, terminal, in_detail=False, options=[], news=news)


def test_the_very_first_screen_ends_with_what_to_open_to_run_and_to_watch():
    *_, opened, then, watch = own(*[{}] * 48).splitlines()
    assert opened == " open  /answers/exercise_1_0.py       read its top, edit"
    assert then == " then  python3 grade.py exercise_1_0  see what it does"
    assert watch == " or    python3 grade.py watch         on every save"


def test_later_the_same_is_said_without_explanation():
    *_, title, opened, then = own(passed(), *[{}] * 47).splitlines()
    assert title == " next  The title of exercise 1 of chapter 1"
    assert opened == " open  /answers/exercise_1_1.py"
    assert then == " then  python3 grade.py exercise_1_1"


@pytest.mark.parametrize("lines", [[{}] * 48, [passed()] * 7 + [failed()] * 41, [passed()] * 48])
@pytest.mark.parametrize("news", [[], ["New: one.", "Changed: two."]], ids=["", "news"])
def test_the_learners_own_summary_leaves_the_prompt_its_line(lines, news):
    assert own(*lines, news=news).count("\n") < SMALL.height


def test_the_summary_tells_more_failures_where_there_is_room():
    lines = [failed()] * 20
    small, large = (shown(judged(*lines), terminal, in_detail=False) for terminal in (SMALL, LARGE))
    assert small.count("failed  ") < large.count("failed  ") == 20


def test_untrusted_text_is_shown_and_does_nothing():
    evil = "\x1b[2J[red]x[/red] :smile: \u202e"
    test = one_test(evil, message=evil, call=evil, expected=evil, observed=evil, inputs={evil: evil})
    test["trace"] = trace(
        calls=[
            call(evil, ending="raised")
            | {"error": {"type": evil, "text": evil, "where": places(source=evil)}}
        ],
        spans=[span(evil, 0, 1)],
        stuck=[{"coroutine": evil, "task": evil, "waits": evil, "where": places(file=evil)}],
        warnings=[{"kind": "x", "text": evil, "where": None}],
        output=evil,
    )
    line = {"verdict": "failed", "diagnosis": evil, "tests": [test, one_test(evil)]}
    for terminal in (LARGE, replace(LARGE, colour=True), replace(LARGE, glyphs=ASCII)):
        screen = shown(judged(line), terminal, in_detail=True) + shown(
            judged(line), terminal, in_detail=False
        )
        assert "[red]x[/red] :smile:" in screen
        assert "\u202e" not in screen
        assert not re.findall(r"\x1b\[[0-9;]*[^0-9;m]", screen)


def test_long_values_are_bounded():
    test = one_test(expected="x" * 5000, observed="y" * 5000, inputs={"z": "z" * 5000})
    test["trace"] = trace(output="o" * 100_000)
    line = {"verdict": "failed", "diagnosis": "d" * 5000, "tests": [test] * 40}
    assert shown(judged(line), SMALL, in_detail=True).count("\n") < 30


def test_without_colour_there_is_not_one_escape():
    assert "\x1b" not in shown(judged(deadlock()), LARGE, in_detail=True)


def test_colour_changes_nothing_but_colour():
    plain, coloured = (
        shown(judged(deadlock()), replace(LARGE, colour=colour), in_detail=True) for colour in (False, True)
    )
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_the_list_fits_its_terminal():
    out = io.StringIO()
    with redirect_stdout(out):
        exercise_list.show(MANIFEST, SMALL)
    assert "48 exercises, 720 points" in out.getvalue()
    assert max(map(cells, out.getvalue().splitlines())) <= 80
