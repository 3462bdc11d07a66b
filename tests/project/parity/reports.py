"""What a process that runs tests writes down: one line of JSON when a test begins, and one when it has ended."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORST_FIRST = ("crash", "hang", "error", "fail", "unexpected success", "expected failure", "skip", "ok")


@dataclass(frozen=True)
class Outcome:
    """How a test ended (one of WORST_FIRST), whether a virtual loop ran in it, and the last line of its complaint."""

    how: str
    paced: bool = False
    why: str = ""


class Reporter:
    """Writes the lines; used in the process that runs the tests."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")

    def began(self, test: str) -> None:
        self._write({"test": test})

    def ended(self, test: str, outcome: Outcome) -> None:
        self._write({"test": test, "how": outcome.how, "paced": outcome.paced, "why": outcome.why})

    def _write(self, line: dict[str, object]) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()


@dataclass
class Report:
    """All that a process has reported: the outcome of each test, and the test it was at when its lines end."""

    outcomes: dict[str, Outcome]
    unfinished: str | None = None


def read(path: Path) -> Report:
    report = Report({})
    for line in _lines(path):
        test = str(line["test"])
        if "how" in line:
            outcome = Outcome(str(line["how"]), bool(line["paced"]), str(line["why"]))
            report.outcomes[test] = worse(report.outcomes.get(test), outcome)
            report.unfinished = None
        else:
            report.unfinished = test
    return report


def worse(one: Outcome | None, other: Outcome) -> Outcome:
    """The worse of two outcomes of one test."""
    if one is None:
        return other
    worst = min(one, other, key=lambda outcome: WORST_FIRST.index(outcome.how))
    return Outcome(worst.how, one.paced or other.paced, worst.why)


def _lines(path: Path) -> Iterator[dict[str, object]]:
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
