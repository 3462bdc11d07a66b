"""The judge as the front sees it: one process, a request in, a result for every answer out."""

import json
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kata.judge.answers import Answer
from kata.judge.players import players
from kata.judge.run import Runner
from kata.judge.trace import Trace
from kata.judge.verdict import NotPassed
from kata.layout import Layout
from kata.manifest import Exercise, load

ROOT = Layout().root
GOOD = Layout().reference("ch02_tasks", "two_workers")

ANSWERS = {
    "hangs": "async def main(worker):\n    while True:\n        pass\n",
    "waits_for_ever": "import asyncio\nasync def main(worker):\n    await asyncio.Event().wait()\n",
    "leaves": "import os\nos._exit(0)\n",
    "prints_without_end": "async def main(worker):\n    while True:\n        print('x' * 1000)\n",
    "does_not_compile": "def main(:\n",
    "has_no_main": "x = 1\n",
    "not_written": "async def main(worker):\n    raise NotImplementedError\n",
    "blocks": "import time\nasync def main(worker):\n    time.sleep(3)\n",
    "spins": "import asyncio\nasync def main(worker):\n    while True:\n        await asyncio.sleep(0)\n",
    "raises": "async def main(worker):\n    raise ValueError('boom')\n",
    "never_awaits": "async def main(worker):\n    worker(1, 'order milk')\n    worker(2, 'order bread')\n",
    "not_text": None,
    "too_large": "#" * 300_000,
    "forges": """
import os
for descriptor in range(3, 64):
    try:
        os.write(descriptor, b'2\\n{}')
    except OSError:
        pass
async def main(worker): ...
""",
}
VERDICTS = {
    "hangs": "timeout",
    "waits_for_ever": "deadlock",
    "leaves": "error",
    "prints_without_end": "timeout",
    "does_not_compile": "error",
    "has_no_main": "error",
    "not_written": "unfinished",
    "blocks": "blocked",
    "spins": "spin",
    "raises": "error",
    "never_awaits": "leaked",
    "not_text": "error",
    "too_large": "refused",
    "forges": "tampered",
    "a_folder": "refused",
    "a_pipe": "refused",
    "nothing": "refused",
    "good": "passed",
}


def judge(answers: list[dict[str, str]], **more: Any) -> list[dict[str, Any]]:
    request = {"clock": "virtual", "seed": 7, "answers": answers, **more}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kata.judge"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=110,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines and lines[-1] == {"done": True}, done.stderr
    return lines[:-1]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("answers")
    for name, text in ANSWERS.items():
        content = b"x = '\xff\xfe'" if text is None else text.encode()
        (folder / f"{name}.py").write_bytes(content)
    (folder / "a_folder.py").mkdir()
    os.mkfifo(folder / "a_pipe.py")
    (folder / "good.py").write_bytes(GOOD.read_bytes())
    paths = {name: folder / f"{name}.py" for name in VERDICTS}
    judged = judge([{"exercise": "two_workers", "path": str(path)} for path in paths.values()])
    yield {Path(result["path"]).stem: result for result in judged}


@pytest.mark.parametrize("name", VERDICTS)
def test_every_kind_of_answer_gets_its_verdict(results: dict[str, dict[str, Any]], name: str) -> None:
    result = results[name]
    assert result["verdict"] == VERDICTS[name], result["diagnosis"]
    assert (result["diagnosis"] is None) == (name == "good")
    assert "Traceback" not in json.dumps(result)


def test_every_test_is_reported_once_for_every_answer(results: dict[str, dict[str, Any]]) -> None:
    names = [test["name"] for test in results["good"]["tests"]]
    assert len(names) == len(set(names)) >= 5
    for result in results.values():
        assert [test["name"] for test in result["tests"]] == names


def test_what_hangs_says_where(results: dict[str, dict[str, Any]]) -> None:
    assert "at line" in results["hangs"]["diagnosis"]
    assert "at line 3" in results["waits_for_ever"]["diagnosis"]


def test_what_does_not_compile_is_explained_by_the_exercise_or_in_general(tmp_path: Path) -> None:
    misplaced, unreadable = tmp_path / "misplaced.py", tmp_path / "unreadable.py"
    misplaced.write_text("def serve(work):\n    return await work\n")
    unreadable.write_text("def serve(:\n")
    asked = [{"exercise": "coroutine_object", "path": str(path)} for path in (misplaced, unreadable)]
    explained, general = judge(asked)
    assert explained["verdict"] == general["verdict"] == "error"
    assert explained["diagnosis"].startswith("line 2: 'await' outside async function: ")
    assert general["diagnosis"].startswith("the answer does not compile: SyntaxError: ")


NOTHING_HAPPENED: dict[str, Any] = {
    "ending": "raised",
    "stage": "compile",
    "phase": "import",
    "elapsed": 0.0,
    "turns": 0,
    "loops": {"created": 0, "left_open": 0},
    "reason": None,
    "where": None,
    **{key: [] for key in ("calls", "spans", "events", "steps", "blocked", "warnings", "stuck")},
    "error": {
        "type": "SyntaxError",
        "text": "invalid syntax",
        "bases": ["Exception"],
        "where": {"file": "a.py", "line": 1, "function": "", "source": "def serve(:"},
    },
}


@pytest.mark.parametrize("exercise", load(Layout().manifest).exercises, ids=lambda exercise: exercise.name)
def test_every_explanation_bears_an_answer_that_does_not_compile(exercise: Exercise) -> None:
    tests = runpy.run_path(str(Layout().visible_tests(exercise.chapter, exercise.name)))
    if "explain" in tests:
        assert tests["explain"](Trace(NOTHING_HAPPENED, "a scenario", {})) is None


def test_a_failure_shows_expected_and_observed() -> None:
    stub = Layout().stub("ch02_tasks", "two_workers")
    (result,) = judge([{"exercise": "two_workers", "path": str(stub)}])
    shown = [test for test in result["tests"] if test["expected"] is not None]
    assert shown
    assert shown[0]["expected"] != shown[0]["observed"]


def test_the_same_seed_gives_the_same_inputs_and_another_seed_others() -> None:
    def inputs(seed: int) -> Any:
        (result,) = judge([{"exercise": "two_workers", "path": str(GOOD)}], seed=seed)
        return [test["inputs"] for test in result["tests"]]

    assert inputs(1) == inputs(1) != inputs(2)


SUITE = """
import pytest
async def test_fine(run): ...
@pytest.mark.skip
async def test_skipped(run): ...
async def test_skips_itself(run): pytest.skip("no")
@pytest.mark.xfail
async def test_expected_to_fail(run): assert False
async def test_broken(run): {}["no"]
async def test_leaves(run): raise SystemExit(0)
"""


def judged_by(suite: str, scenarios: str, folder: Path) -> dict[str, Any]:
    """The result of a right answer to two_workers in a kata whose only tests are these."""
    shutil.copytree(ROOT / "kata", folder / "kata", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    manifest = (
        'schema = "asyncio-kata/manifest/1"\n[[chapter]]\nid = "ch02_tasks"\ntitle = "T"\n'
        '[[chapter.exercise]]\nname = "two_workers"\ntitle = "T"\ndifficulty = 1\npoints = 10\nhints = ["a", "b"]\n'
    )
    for place, name, text in [
        ("exercises", "kata.toml", manifest),
        ("tests/ch02_tasks", "two_workers.py", scenarios),
        ("tests/ch02_tasks", "test_two_workers.py", suite),
    ]:
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / name).write_text(text)
    request = {"clock": "virtual", "seed": 1, "answers": [{"exercise": "two_workers", "path": str(GOOD)}]}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kata.judge"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        timeout=110,
        check=False,
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[0])
    return result


def test_whatever_did_not_pass_has_failed(tmp_path: Path) -> None:
    """Skipped, expected to fail, broken: none of them is a pass."""
    result = judged_by(SUITE, "", tmp_path)
    outcomes = {test["name"]: test["outcome"] for test in result["tests"]}
    assert outcomes.pop("test_fine") == "passed"
    assert set(outcomes.values()) == {"failed"}, outcomes
    assert result["verdict"] == "failed"


SEVERAL_RUNS = """
import asyncio
async def test_of_two_runs(run):
    first, last = await asyncio.gather(run("naps", seconds=1), run("naps", seconds=2))
    check(last, 2)
    check(first, 3)
async def test_that_looks_at_no_run(run):
    await asyncio.gather(run("naps", seconds=1), run("naps", seconds=2))
    assert False
def check(trace, seconds):
    assert trace.elapsed == seconds
"""
NAPS = """
import asyncio
async def naps(exercise, record, seconds):
    await record.call(asyncio.sleep, seconds)
"""


def test_of_several_runs_the_one_that_the_failed_check_looked_at_is_shown(tmp_path: Path) -> None:
    of_two, at_none = judged_by(SEVERAL_RUNS, NAPS, tmp_path)["tests"]
    assert [test["inputs"] for test in (of_two, at_none)] == [{"seconds": 1}, {"seconds": 2}]
    assert (of_two["call"], of_two["trace"]["elapsed"]) == ("sleep(1)", 1)


BLOCKS = "import time\nasync def main():\n    time.sleep(0.3)\n"
CALL_MAIN = "async def call_main(exercise, record):\n    await record.call(exercise.main)\n"


async def test_a_test_may_allow_its_runs_to_block(tmp_path: Path) -> None:
    answer, scenarios = tmp_path / "answer.py", tmp_path / "scenarios.py"
    answer.write_text(BLOCKS)
    scenarios.write_text(CALL_MAIN)
    started = players()
    try:
        for permitted in (False, True):
            run = Runner(Answer("answer", answer), scenarios, "wall", started)
            if permitted:
                trace = await run.allow("blocked")("call_main")
                assert trace.blocked
            else:
                with pytest.raises(NotPassed) as refused:
                    await run("call_main")
                assert refused.value.verdict == "blocked"
    finally:
        started.close()


def test_several_workers_judge_what_one_would() -> None:
    """Every answer once, whatever the number of processes."""
    names = ["gather", "task_group", "wait"]
    paths = [ROOT / f"tests/submissions/two_workers/accepted/{name}.py" for name in names] + [GOOD]
    answers = [{"exercise": "two_workers", "path": str(path)} for path in paths]
    for workers in (1, 2, 9):
        results = judge(answers, workers=workers)
        assert sorted(result["path"] for result in results) == sorted(map(str, paths))
        assert {result["verdict"] for result in results} == {"passed"}


def test_a_test_without_an_end_is_ended_by_pytest_timeout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_TIMEOUT", "1")
    path = tmp_path / "hangs.py"
    path.write_text(ANSWERS["hangs"])
    (result,) = judge([{"exercise": "two_workers", "path": str(path)}])
    assert (result["verdict"], result["diagnosis"]) == ("timeout", "the test did not end in time")
