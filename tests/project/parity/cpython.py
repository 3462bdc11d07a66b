"""The tests of asyncio that come with Python."""

import importlib.util
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kata.layout import ROOT

from .children import run_reporting, whole
from .compare import Comparison, Outcomes, compare, explanations

SUITE = "cpython"
PACKAGE = "test.test_asyncio"
VERSION = "{}.{}".format(*sys.version_info)
# A part that takes little real time on the stock loop and runs on the virtual one nearly throughout.
QUICK = (
    "test_buffered_proto", "test_futures", "test_futures2", "test_locks", "test_queues", "test_runners",
    "test_streams", "test_taskgroups", "test_timeouts", "test_waitfor",
)  # fmt: skip


class NoTests(Exception):
    """This Python came without its tests."""


def modules() -> list[str]:
    """The names of the test modules, the long ones first."""
    try:
        package = importlib.util.find_spec(PACKAGE)
    except ModuleNotFoundError:
        package = None
    if package is None or not package.submodule_search_locations:
        raise NoTests(f"Python {VERSION} came without {PACKAGE}: take one that was installed with its tests.")
    folder = Path(package.submodule_search_locations[0])
    files = sorted(folder.glob("test_*.py"), key=lambda path: -path.stat().st_size)
    return [path.stem for path in files]


def run_module(name: str, virtual: bool, only: Sequence[str]) -> Outcomes:
    """The outcome of each test of a module. A test at which the process stands still or dies does not stop the rest."""
    outcomes: Outcomes = {}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    with tempfile.TemporaryDirectory() as folder:
        while True:
            report = Path(folder) / f"report-{len(outcomes)}"
            job = {"module": f"{PACKAGE}.{name}", "virtual": virtual, "report": str(report)}
            job |= {"only": list(only) or None, "without": list(outcomes)}
            command = [sys.executable, "-m", "tests.project.parity.unittests", json.dumps(job)]
            told, words, trouble = run_reporting(command, report, Path(folder), environment)
            if not told.outcomes and told.unfinished is None and trouble:
                raise RuntimeError(f"{PACKAGE}.{name} could not be run: {words}")
            outcomes |= whole(told, words, trouble, f"{PACKAGE}.{name}")
            if told.unfinished is None:
                return outcomes


def compared(names: Sequence[str], jobs: int, say: Callable[[str], None]) -> Comparison:
    """Compares these modules, `jobs` at a time."""
    start = time.monotonic()
    reasons = explanations(SUITE, VERSION)

    def both_of(name: str) -> Comparison:
        def run_both(only: list[str]) -> tuple[Outcomes, Outcomes]:
            return run_module(name, False, only), run_module(name, True, only)

        start = time.monotonic()
        found = compare(name, run_both, reasons)
        say(f"{name} ({time.monotonic() - start:.0f} s)")
        return found

    total = Comparison(f"test_asyncio, Python {VERSION}")
    with ThreadPoolExecutor(jobs) as pool:
        for found in pool.map(both_of, names):
            total.add(found)
    total.seconds = time.monotonic() - start
    return total
