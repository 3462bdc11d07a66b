"""Two outcomes of every test: one on the stock loop, one on the virtual loop. Where they differ, and why."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from .reports import Outcome

EXPLAINED = Path(__file__).with_name("explained.toml")
NOT_RUN = Outcome("not run")
ATTEMPTS = 3  # how often two outcomes are asked for before they are said to differ

Outcomes = dict[str, Outcome]
RunBoth = Callable[[list[str]], tuple[Outcomes, Outcomes]]


@dataclass(frozen=True)
class Difference:
    """A test that ends one way on the stock loop and another way on the virtual one."""

    test: str
    stock: Outcome
    virtual: Outcome

    def __str__(self) -> str:
        words = [f"{self.test}: {self.stock.how} on the stock loop, {self.virtual.how} on the virtual one"]
        words += [f"    {outcome.why}" for outcome in (self.stock, self.virtual) if outcome.why]
        return "\n".join(words)


@dataclass
class Comparison:
    """What came out of one suite. `unsteady`: differed at first, and agreed when both were run again."""

    name: str
    ids: int = 0
    passed: int = 0  # on the stock loop
    paced: int = 0  # ran a virtual loop
    unsteady: list[str] = field(default_factory=list)
    explained: list[tuple[Difference, str]] = field(default_factory=list)
    unexplained: list[Difference] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, other: "Comparison") -> None:
        self.ids += other.ids
        self.passed += other.passed
        self.paced += other.paced
        self.unsteady += other.unsteady
        self.explained += other.explained
        self.unexplained += other.unexplained

    @property
    def row(self) -> str:
        differences = len(self.explained) + len(self.unexplained)
        return (
            f"{self.name:28}{self.ids:8,}{self.passed:9,}{self.paced:12,}{differences:13}{len(self.explained):11}"
            f"{len(self.unsteady):10}{self.seconds:8.0f}s"
        )


HEAD = f"{'':28}{'ids':>8}{'passed':>9}{'on virtual':>12}{'differences':>13}{'explained':>11}{'unsteady':>10}{'':>8}"


def differing(stock: Outcomes, virtual: Outcomes) -> list[str]:
    """The tests whose outcomes differ, in order of their ids."""
    both = sorted(stock.keys() | virtual.keys())
    return [test for test in both if stock.get(test, NOT_RUN).how != virtual.get(test, NOT_RUN).how]


def compare(name: str, run_both: RunBoth, reasons: dict[str, str]) -> Comparison:
    """Runs a suite both ways; `run_both([])` runs all of it, else the tests it is given."""
    stock, virtual = run_both([])
    found = Comparison(name, len(stock.keys() | virtual.keys()))
    found.passed = sum(outcome.how == "ok" for outcome in stock.values())
    found.paced = sum(outcome.paced for outcome in virtual.values())
    different = differing(stock, virtual)
    for _ in range(ATTEMPTS - 1):
        # Tests of asyncio measure real time: on a busy machine they may fail on the stock loop as well.
        again = [test for test in different if reason_for(test, reasons) is None]
        if not again:
            break
        stock_again, virtual_again = run_both(again)
        agree = set(again).difference(differing(stock_again, virtual_again))
        found.unsteady += sorted(agree)
        different = [test for test in different if test not in agree]
    for test in different:
        difference = Difference(test, stock.get(test, NOT_RUN), virtual.get(test, NOT_RUN))
        reason = reason_for(test, reasons)
        if reason is None:
            found.unexplained.append(difference)
        else:
            found.explained.append((difference, reason))
    return found


def reason_for(test: str, reasons: dict[str, str]) -> str | None:
    return next((why for pattern, why in reasons.items() if fnmatchcase(test, pattern)), None)


def explanations(suite: str, python: str, path: Path = EXPLAINED) -> dict[str, str]:
    """Why tests of a suite may differ on a version of Python ("3.12"): patterns of ids with their reasons."""
    with path.open("rb") as file:
        entries = tomllib.load(file).get("difference", [])
    return {
        entry["test"]: entry["why"]
        for entry in entries
        if entry["suite"] == suite and python in entry.get("pythons", [python])
    }


def told(comparison: Comparison) -> Iterator[str]:
    """The differences of a suite, in words."""
    for test in comparison.unsteady:
        yield f"  unsteady: {test}"
    for difference, why in comparison.explained:
        yield f"  explained: {difference}\n    because {why}"
    for difference in comparison.unexplained:
        yield f"  NOT EXPLAINED: {difference}"
