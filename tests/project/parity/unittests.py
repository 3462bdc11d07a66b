"""The process that runs one module of unittest tests: `python -m tests.project.parity.unittests JOB` (JOB is JSON).

{"module": NAME, "virtual": bool, "report": FILE, "only": [ID, ...] or null, "without": [ID, ...]}
"""

import json
import sys
import unittest
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from .reports import Outcome, Reporter, worse
from .virtual import Watch, on_the_virtual_clock

Error = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]


class Result(unittest.TestResult):
    """Reports each test once it has ended, with the worst of its outcomes (subtests, clean-ups)."""

    def __init__(self, reporter: Reporter, watch: Watch | None) -> None:
        super().__init__()
        self._reporter = reporter
        self._watch = watch
        self._outcome: Outcome | None = None

    def startTest(self, test: unittest.TestCase) -> None:
        super().startTest(test)
        self._outcome = None
        if self._watch is not None:
            self._watch.ran = False
        self._reporter.began(test.id())

    def stopTest(self, test: unittest.TestCase) -> None:
        super().stopTest(test)
        how, why = ("ok", "") if self._outcome is None else (self._outcome.how, self._outcome.why)
        paced = self._watch is not None and self._watch.ran
        self._reporter.ended(test.id(), Outcome(how, paced, why))

    def _note(self, test: unittest.TestCase, how: str, error: Error | str = "") -> None:
        why = error if isinstance(error, str) else f"{getattr(error[0], '__name__', error[0])}: {error[1]}"
        outcome = Outcome(how, why=why.partition("\n")[0][:300])
        if isinstance(test, unittest.TestCase):
            self._outcome = worse(self._outcome, outcome)
        else:  # the set-up of a class or a module
            self._reporter.ended(test.id(), outcome)

    def addError(self, test: unittest.TestCase, err: Error) -> None:
        self._note(test, "error", err)

    def addFailure(self, test: unittest.TestCase, err: Error) -> None:
        self._note(test, "fail", err)

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:
        self._note(test, "skip", reason)

    def addExpectedFailure(self, test: unittest.TestCase, err: Error) -> None:
        self._note(test, "expected failure", err)

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:
        self._note(test, "unexpected success")

    def addSubTest(self, test: unittest.TestCase, subtest: unittest.TestCase, err: Error | None) -> None:
        if err is not None:
            self._note(
                test, "fail" if issubclass(err[0] or Exception, test.failureException) else "error", err
            )


def each(suite: unittest.TestSuite) -> Iterator[unittest.TestCase]:
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from each(test)
        else:
            yield test


def main() -> None:
    job = json.loads(sys.argv[1])
    if job["virtual"]:
        with on_the_virtual_clock() as watch:
            run(job, watch)
    else:
        run(job, None)


def run(job: dict[str, Any], watch: Watch | None) -> None:
    reporter = Reporter(Path(job["report"]))
    try:
        found = unittest.defaultTestLoader.loadTestsFromName(job["module"])
    except unittest.SkipTest as skipped:
        reporter.ended(job["module"], Outcome("skip", why=str(skipped)))
        return
    wanted = [
        test
        for test in each(found)
        if (job["only"] is None or test.id() in job["only"]) and test.id() not in job["without"]
    ]
    unittest.TestSuite(wanted).run(Result(reporter, watch))


if __name__ == "__main__":
    main()
