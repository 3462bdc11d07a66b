"""A part of CPython's own tests of asyncio ends the same on the virtual loop as on the stock one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kata.layout import ROOT

from .parity import cpython
from .parity.compare import Comparison, compare, differing, explanations
from .parity.reports import Outcome, Reporter, read

FLOOR = 240  # tests of the quick part in which the virtual loop runs, on the Python that has the fewest


def has_tests() -> bool:
    try:
        return bool(cpython.modules())
    except cpython.NoTests:
        return False


@pytest.mark.timeout(400)
@pytest.mark.skipif(not has_tests(), reason="this Python came without its own tests")
def test_asyncios_own_tests_do_not_notice_the_virtual_loop() -> None:
    found = cpython.compared(cpython.QUICK, min(4, os.cpu_count() or 1), lambda what: None)
    assert [str(difference) for difference in found.unexplained] == []
    assert found.paced >= FLOOR


def compared(stock: dict[str, str], virtual: dict[str, str], reasons: dict[str, str]) -> Comparison:
    def run_both(only: list[str]) -> tuple[dict[str, Outcome], dict[str, Outcome]]:
        def some(outcomes: dict[str, str], paced: bool) -> dict[str, Outcome]:
            return {test: Outcome(how, paced) for test, how in outcomes.items() if not only or test in only}

        return some(stock, False), some(virtual, True)

    return compare("suite", run_both, reasons)


def test_a_difference_is_seen_unless_it_is_explained() -> None:
    stock = {"a": "ok", "b": "ok", "c": "skip", "d": "ok"}
    virtual = {"a": "ok", "b": "fail", "c": "error"}
    found = compared(stock, virtual, {"b*": "it measures real time"})
    assert [difference.test for difference in found.unexplained] == ["c", "d"]
    assert [difference.test for difference, _ in found.explained] == ["b"]
    assert (found.ids, found.paced) == (4, 3)


def test_what_agrees_when_it_is_run_again_is_unsteady() -> None:
    rounds = iter([{"a": Outcome("fail")}, {"a": Outcome("ok")}])
    found = compare("suite", lambda only: ({"a": Outcome("ok")}, next(rounds)), {})
    assert (found.unsteady, found.unexplained) == (["a"], [])


def test_a_report_tells_where_a_process_broke_off(tmp_path: Path) -> None:
    reporter = Reporter(tmp_path / "report")
    reporter.began("first")
    reporter.ended("first", Outcome("ok", paced=True))
    reporter.began("second")
    report = read(tmp_path / "report")
    assert report.outcomes == {"first": Outcome("ok", paced=True)}
    assert report.unfinished == "second"


def test_a_process_that_stands_still_is_ended(tmp_path: Path) -> None:
    from .parity.children import run_reporting, whole

    report = tmp_path / "report"
    report.write_text('{"test": "a"}\n{"test": "a", "how": "ok", "paced": false, "why": ""}\n{"test": "b"}\n')
    command = [sys.executable, "-c", "import time; time.sleep(1000)"]
    told, words, trouble = run_reporting(command, report, tmp_path, os.environ, patience=0.3)
    assert {test: outcome.how for test, outcome in whole(told, words, trouble, "x").items()} == {
        "a": "ok",
        "b": "hang",
    }


def test_explanations_are_for_their_suite_and_version(tmp_path: Path) -> None:
    file = tmp_path / "explained.toml"
    entry = '[[difference]]\nsuite = "cpython"\ntest = "{}"\nwhy = "because"\n'
    file.write_text(entry.format("a*") + entry.format("b") + 'pythons = ["3.12"]\n')
    assert explanations("cpython", "3.12", file) == {"a*": "because", "b": "because"}
    assert explanations("cpython", "3.13", file) == {"a*": "because"}
    assert explanations("janus", "3.12", file) == {}
    assert explanations("cpython", "3.12").keys() >= set()  # the file that is there can be read


def test_a_suite_that_there_is_not_is_a_sentence() -> None:
    command = [sys.executable, "-m", "tests.project.parity", "--only", "nothing"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "There is no suite called nothing" in done.stderr
    assert differing({}, {}) == []
