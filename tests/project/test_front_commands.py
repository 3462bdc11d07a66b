"""The commands: exit codes, what is graded, and one sentence for every wrong usage."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from kata.front import cli, results
from kata.layout import ROOT
from tests.project.front_project import (
    CHAPTERS,
    JUDGE,
    failed,
    make_project,
    one_test,
    says,
    write,
)


@pytest.fixture
def layout(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def grade(layout, capsys):
    def run(*argv, judge=JUDGE):
        code = cli.run([str(word) for word in argv], layout, judge)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def solve(layout, *names):
    for name in names:
        write(layout.stub(CHAPTERS[name], name), '"""Right."""\n')


def test_all_passed_is_exit_code_0(grade, layout):
    solve(layout, *CHAPTERS)
    code, out, err = grade()
    assert (code, err) == (0, "")
    assert "All 3 passed" in out


def test_not_all_passed_is_exit_code_1_and_names_the_next_exercise(grade, layout):
    solve(layout, "entry_point")
    code, out, _ = grade()
    assert code == 1
    assert "1 of 3 passed" in out
    assert "python3 grade.py two_workers" in out


def test_only_the_named_are_graded(grade, layout):
    solve(layout, "two_workers")
    assert grade("two_workers")[0] == 0
    assert grade("two_workers", "entry_point")[0] == 1


def test_a_chapter_stands_for_its_exercises(grade):
    out = grade("ch02_tasks", "--json")[1]
    assert [one["name"] for one in json.loads(out)["exercises"]] == ["two_workers", "to_thread"]


def test_the_path_of_a_stub_stands_for_its_exercise(grade, layout, monkeypatch):
    monkeypatch.chdir(layout.exercises / "ch02_tasks")
    out = grade("./two_workers.py", layout.stub("ch01_start", "entry_point"), "--json")[1]
    assert [one["name"] for one in json.loads(out)["exercises"]] == ["two_workers", "entry_point"]


def test_an_exercise_named_twice_is_graded_once(grade):
    out = grade("two_workers", "ch02_tasks", "--json")[1]
    assert [one["name"] for one in json.loads(out)["exercises"]] == ["two_workers", "to_thread"]


def test_solutions_are_graded_instead(grade):
    assert grade("--solutions")[0] == 0


def test_results_have_the_agreed_shape(grade, layout):
    write(layout.stub("ch02_tasks", "two_workers"), says(**failed("too late", tests=[one_test()])))
    code, out, _ = grade("two_workers", "--json", "--seed", 7, "--clock", "wall")
    outcome = json.loads(out)
    assert code == 1
    assert outcome.keys() == results.Results.__annotations__.keys()
    assert outcome["exercises"][0].keys() == results.ExerciseResult.__annotations__.keys()
    assert outcome["schema"] == "asyncio-kata/results/1"
    assert (outcome["clock"], outcome["seed"]) == ("wall", 7)
    assert (outcome["earned"], outcome["points"]) == (0, 10)
    exercise = outcome["exercises"][0]
    assert (exercise["verdict"], exercise["diagnosis"], exercise["earned"]) == ("failed", "too late", 0)
    assert exercise["tests"][0]["trace"]["elapsed"] == 3.0


def test_partial_gives_each_test_its_share(grade, layout):
    tests = [one_test(), one_test(outcome="passed"), one_test(outcome="passed")]
    write(layout.stub("ch02_tasks", "two_workers"), says(**failed("too late", tests=tests)))
    assert json.loads(grade("two_workers", "--json")[1])["earned"] == 0
    assert json.loads(grade("two_workers", "--json", "--partial")[1])["earned"] == 6.67


def test_the_seed_is_always_printed(grade, layout):
    seed = json.loads(grade("--json")[1])["seed"]
    assert 0 <= seed < 10_000
    assert "seed 7 " in grade("--seed", 7)[1]
    assert "seed 7 " in grade("two_workers", "--seed", 7)[1]
    solve(layout, "two_workers")
    assert "seed 7 " in grade("two_workers", "--seed", 7)[1]


# ------------------------------------------------------------------------------------------------ --from


def test_answers_are_found_anywhere_below_a_folder(grade, tmp_path):
    write(tmp_path / "in" / "ann" / "two_workers.py", '"""Right."""\n')
    write(tmp_path / "in" / "ch01_start" / "entry_point.py", '"""Right."""\n')
    outcome = json.loads(grade("--from", tmp_path / "in", "--json")[1])
    assert [one["verdict"] for one in outcome["exercises"]] == ["passed", "passed", "refused"]


def test_the_file_in_its_chapters_folder_counts_before_a_copy_elsewhere(grade, tmp_path):
    write(tmp_path / "in" / "ch02_tasks" / "two_workers.py", '"""Right."""\n')
    write(tmp_path / "in" / "old" / "two_workers.py", says(**failed("old")))
    assert grade("two_workers", "--from", tmp_path / "in")[0] == 0


def test_hidden_folders_and_links_are_not_searched(grade, tmp_path):
    write(tmp_path / "in" / ".git" / "two_workers.py", '"""Right."""\n')
    write(tmp_path / "elsewhere" / "two_workers.py", '"""Right."""\n')
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere")
    code, _, err = grade("two_workers", "--from", tmp_path / "in")
    assert code == 2
    assert "does not hold two_workers.py" in err


def test_one_file_answers_one_exercise(grade, tmp_path):
    answer = write(tmp_path / "mine.py", '"""Right."""\n')
    assert grade("two_workers", "--from", answer)[0] == 0
    assert grade("--from", answer)[0] == 2
    assert grade("--from", write(tmp_path / "two_workers.py", '"""Right."""\n'))[0] == 0


# ------------------------------------------------------------------------------------------------ usage

WRONG = [
    (["two_worker"], "did you mean two_workers?"),
    (["verfy"], "did you mean verify?"),
    (["ch02_task"], "did you mean ch02_tasks?"),
    (["qqqq"], "python3 grade.py list  shows them all."),
    (["exercises/ch02_tasks/three.py"], 'called "exercises/ch02_tasks/three.py"'),
    (["two_workers", "verify"], '"verify" is a command: write it first'),
    (["--clok", "wall"], "--clok"),
    (["--clock", "both"], "'both' is not one of"),
    (["--seed", "x"], "'x' is not a whole number"),
    (["--seed", "-1"], "not a whole number"),
    (["--from", "/no/such/folder"], "There is no file or folder /no/such/folder."),
    (["--solutions", "--from", "."], "Choose one of --solutions and --from"),
    (["list", "two_workers"], "python3 grade.py list --help"),
    (["hint"], "Missing argument 'NAME'"),
    (["hint", "entry_pont"], "did you mean entry_point?"),
    (["hint", "ch02_tasks"], "name one exercise, such as two_workers"),
    (["hint", "entry_point", "4"], "entry_point has 3 hints, so there is no hint 4."),
    (["hint", "to_thread"], "There is no hint for to_thread yet"),
    (["verify", "two_worker"], "did you mean two_workers?"),
    (["\x1b[2J"], '"\\e[2J"'),
]


@pytest.mark.parametrize(("argv", "sentence"), WRONG, ids=[" ".join(map(repr, argv)) for argv, _ in WRONG])
def test_wrong_usage_is_one_sentence_and_exit_code_2(grade, argv, sentence):
    code, out, err = grade(*argv)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_a_sentence_on_a_terminal_breaks_between_words(layout, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    assert cli.run(["--clok", "virtual"], layout, JUDGE) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 40
    assert " ".join(lines) == "No such option '--clok'. Did you mean '--clock'? Help: python3 grade.py --help"


def test_two_files_for_one_answer_are_not_chosen_between(grade, tmp_path):
    write(tmp_path / "in" / "a" / "two_workers.py", "")
    write(tmp_path / "in" / "b" / "two_workers.py", "")
    code, _, err = grade("two_workers", "--from", tmp_path / "in")
    assert code == 2
    assert "keep one" in err


def test_a_broken_manifest_is_a_sentence(grade, layout):
    write(layout.manifest, "schema = 3\n")
    code, _, err = grade("list")
    assert code == 2
    assert err.startswith("kata.toml must begin with schema")


# ------------------------------------------------------------------------------------------------ machinery

ASKED = "import sys, json; asked = json.load(sys.stdin)['answers'][0]\n"
GOOD_LINE = "print(json.dumps(asked | {'verdict': 'passed', 'tests': []}))\n"
DONE = "print('{\"done\": true}')\n"
BROKEN_JUDGES = {
    "raises": "raise SystemExit('no plugin')",
    "says nothing": "pass",
    "is not done": ASKED + GOOD_LINE,
    "leaves one out": DONE,
    "prints something else": ASKED + GOOD_LINE + "print('hello')\n" + DONE,
    "judges twice": ASKED + GOOD_LINE + GOOD_LINE + DONE,
    "judges what nobody asked for": ASKED + "asked['path'] = 'x'\n" + GOOD_LINE + DONE,
    "invents a verdict": ASKED + GOOD_LINE.replace("passed", "splendid") + DONE,
    "ends badly": ASKED + GOOD_LINE + DONE + "sys.exit(4)\n",
}


@pytest.mark.parametrize("name", BROKEN_JUDGES)
def test_a_broken_judge_is_exit_code_3_and_never_the_learners_fault(grade, name):
    code, out, err = grade("two_workers", judge=(sys.executable, "-c", BROKEN_JUDGES[name]))
    assert (code, out) == (3, "")
    assert err.startswith("The judge ")
    assert "your answer is not to blame" in err.splitlines()[0]
    assert "Traceback" not in err


def test_the_last_words_of_a_broken_judge_are_shown(grade):
    err = grade("two_workers", judge=(sys.executable, "-c", "raise SystemExit('no \\x1b[2J plugin')"))[2]
    assert "no \\e[2J plugin" in err


def test_a_judge_that_cannot_start_is_exit_code_3(grade):
    code, _, err = grade("two_workers", judge=("/no/such/python",))
    assert code == 3
    assert "could not be started" in err


# A judge that has been asked (so it is known to whoever must end it) says who it is, does what its first argument
# says, and would go on for ever.
LINGERING = """
import os, sys, time
sys.stdin.read()
with open(sys.argv[2] + ".new", "w") as file:
    file.write(str(os.getpid()))
os.rename(sys.argv[2] + ".new", sys.argv[2])
print(sys.argv[1], flush=True)
time.sleep(600)
"""


def has_ended(pid_file):
    try:
        os.kill(int(pid_file.read_text()), 0)
    except ProcessLookupError:
        return True
    return False


def test_no_judge_outlives_a_failure(grade, tmp_path):
    pid = tmp_path / "pid"
    assert grade("two_workers", judge=(sys.executable, "-c", LINGERING, "hello", str(pid)))[0] == 3
    assert has_ended(pid)


def test_no_judge_outlives_an_interrupt(layout, tmp_path):
    pid = tmp_path / "pid"
    judge = (sys.executable, "-c", LINGERING, '{"done": true}', str(pid))
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path\n"
    code += "from kata.front.cli import run; from kata.layout import Layout\n"
    code += f"sys.exit(run(['two_workers'], Layout(Path({str(layout.root)!r})), {judge!r}))"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) as process:
        while not pid.exists() and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert (
            process.stderr.read().strip() == "Interrupted."
        )  # in a line of its own, after the terminal's ^C
    assert process.returncode == 130
    assert has_ended(pid)


# ------------------------------------------------------------------------------------------------ the rest


def test_list_needs_no_judge(grade):
    code, out, _ = grade("list", judge=("/no/such/python",))
    assert code == 0
    assert "Tasks and scheduling" in out
    assert "3 exercises, 25 points" in out


def test_hints_come_one_by_one(grade):
    first, third = grade("hint", "entry_point")[1], grade("hint", "entry_point", 3)[1]
    assert "hint 1 of 3" in first
    assert "Look at how it is started." in first
    assert "asyncio.run" not in first
    assert "python3 grade.py hint entry_point 2" in first
    assert "Call it once." in third
    assert "last hint" in third
    assert grade("hint", "entry_point", "--all")[1].count("of 3") == 3


def test_help_has_examples_and_all_commands(grade):
    code, out, _ = grade("--help")
    assert code == 0
    for text in ("Examples:", "list", "hint", "verify", "selftest", "--partial", "Exit codes"):
        assert text in out


def test_selftest_hands_further_arguments_to_pytest(grade, layout):
    write(layout.project_tests / "test_it.py", "def test_a(): pass\ndef test_b(): assert 0\n")
    assert grade("selftest", "-q", "-k", "test_a")[0] == 0
    assert grade("selftest", "-q")[0] == 1
    assert grade("selftest", "--no-such-option")[0] == 2


@pytest.mark.parametrize(
    "argv", [["list"], ["--json"], ["two_workers"], ["verify"], ["--help"]], ids=" ".join
)
def test_a_reader_who_goes_away_causes_no_traceback(layout, argv):
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path\n"
    code += "from kata.front.cli import run; from kata.layout import Layout\n"
    code += f"sys.exit(run({argv!r}, Layout(Path({str(layout.root)!r})), {JUDGE!r}))"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == ""


def loaded(layout, *argv):
    """The modules that are loaded when the command has run, in a fresh process."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path\n"
    code += "from kata.front.cli import run; from kata.layout import Layout\n"
    if argv:
        code += f"assert run({argv!r}, Layout(Path({str(layout.root)!r})), {JUDGE!r}) in (0, 1)\n"
    code += "print('MODULES', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("MODULES")[2].split())


HEAVY = {
    "rich",
    "asyncio",
    "pytest",
    "textual",
    "watchfiles",
    "tempfile",
    "jinja2",
    "pygments",
    "kata.front.page",
    "kata.front.timeline",
}
NEVER = {"textual", "watchfiles", "asyncio", "pytest", "kata.judge", "kata.player"}
JUDGING = {"queue", "kata.front.judging", "kata.front.answers", "kata.front.results"}


def test_the_front_starts_without_heavy_imports(layout):
    assert loaded(layout) & (HEAVY | JUDGING | {"click"}) == set()


@pytest.mark.parametrize(
    "argv", [["list"], ["hint", "entry_point"], ["hint", "entry_point", "--all"], ["--help"]], ids=" ".join
)
def test_what_only_prints_loads_neither_judging_nor_drawing(layout, argv):
    modules = loaded(layout, *argv)
    assert "click" in modules
    assert modules & (HEAVY | JUDGING) == set()


ONE_SHOT = (
    ["two_workers"],
    ["--json"],
    ["--junit", os.devnull],
    ["verify", "two_workers"],
    ["diff", "two_workers", "--yes"],
    ["reset", "two_workers", "--yes"],
)


@pytest.mark.parametrize("argv", ONE_SHOT, ids=" ".join)
def test_no_one_shot_command_loads_the_screen_of_watch_or_an_event_loop(layout, argv):
    modules = loaded(layout, *argv)
    assert "kata.front.cli" in modules
    assert modules & NEVER == set()
    assert modules & {"jinja2", "markupsafe", "pygments"} == set()


def test_what_makes_the_page_is_loaded_for_the_page_alone(layout):
    solve(layout, "two_workers")  # code to be coloured
    modules = loaded(layout, "report")
    assert {"jinja2", "pygments"} <= modules
    assert modules & NEVER == set()


def test_json_draws_nothing(layout):
    assert loaded(layout, "--json") & {"rich", "kata.front.page", "kata.front.timeline"} == set()
