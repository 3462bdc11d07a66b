"""A pytest plugin that reports outcomes as `reports` says, and puts the process on the virtual clock if it is told to.

The job is JSON in the variable PARITY_JOB: {"virtual": bool, "report": FILE}. Libraries' tests run in environments in
which this package goes by another name and the rest of the project is missing.
"""

import json
import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from .reports import Outcome, Reporter, worse
from .virtual import Watch, on_the_virtual_clock

JOB = json.loads(os.environ["PARITY_JOB"])
REPORTER = Reporter(Path(JOB["report"]))
UNTIL_THE_END = ExitStack()
# Here and not in a hook: other plugins may take functions of asyncio and time by name when they are imported.
WATCH = UNTIL_THE_END.enter_context(on_the_virtual_clock()) if JOB["virtual"] else Watch()
OUTCOMES: dict[str, Outcome] = {}


def pytest_runtest_logstart(nodeid: str) -> None:
    WATCH.ran = False
    REPORTER.began(nodeid)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    how = "ok"
    if report.failed:
        how = "fail" if report.when == "call" else "error"
    elif report.skipped:
        how = "expected failure" if hasattr(report, "wasxfail") else "skip"
    why = report.longreprtext.rpartition("\nE   ")[2].partition("\n")[0] if report.failed else ""
    OUTCOMES[report.nodeid] = worse(OUTCOMES.get(report.nodeid), Outcome(how, why=why[:300]))


def pytest_runtest_logfinish(nodeid: str) -> None:
    outcome = OUTCOMES.pop(nodeid, Outcome("error", why="there was no report"))
    REPORTER.ended(nodeid, Outcome(outcome.how, WATCH.ran, outcome.why))
