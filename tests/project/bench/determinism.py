"""Whether grading one answer many times, on a busy machine, gives one verdict and one trace.

Every reference is copied to many places, and several judges grade the copies at the same time with the same seed. Of a
result only its real seconds may differ. A trace on the virtual clock is compared byte by byte, with every step of the
event loop. On the wall clock times differ by nature, as they do where real signals come in on the virtual one: there
only the verdict is compared. Judges that play in real time mostly wait, so as many processes that only compute keep the
machine busy beside them.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kata.layout import Layout
from kata.manifest import Exercise

BUSY = 4  # judges at a time
SEED = 7
LAYOUT = Layout()
# Scenarios on the virtual clock in which real signals are sent: they come when they come.
WITH_SIGNALS = ("stopped_by_a_signal", "asleep", "before_the_loop_runs")


@dataclass
class Seen:
    """What all gradings of one exercise said."""

    gradings: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    tests: set[str] = field(default_factory=set)
    shown: dict[str, Counter[str]] = field(default_factory=dict)  # by test: the runs whose traces were shown
    traces: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)  # by run: digest -> result

    def add(self, result: dict[str, Any], *, with_traces: bool) -> None:
        """Takes in one result."""
        self.gradings += 1
        self.verdicts[result["verdict"]] += 1
        for test in result["tests"]:
            self.tests.add(test["name"])
            if with_traces and test["scenario"] not in WITH_SIGNALS:
                run = json.dumps([test["scenario"], test["inputs"]])
                self.shown.setdefault(test["name"], Counter())[run] += 1
                digest = hashlib.sha256(json.dumps(test).encode()).hexdigest()
                self.traces.setdefault((test["name"], run), {}).setdefault(digest, test)

    def report(self) -> Iterator[str]:
        """A sentence for everything that should not be."""
        for verdict, count in self.verdicts.items():
            if verdict != "passed":
                yield f"verdict {verdict}: {count} of {self.gradings}"
        for name, runs in self.shown.items():
            if len(runs) > 1:
                counts = ", ".join(map(str, runs.values()))
                yield f"{name}: the trace shown is not always that of the same run ({counts} times)"
        for (name, _), traces in self.traces.items():
            if len(traces) > 1:
                one, other = list(traces.values())[:2]
                places = "; ".join(sorted(set(differing(one, other)))[:6])
                yield f"{name}: {len(traces)} traces of one run, which differ in {places}"


def differing(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """The places at which two pieces of plain data differ."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differing(one[key], other[key], f"{path}.{key}" if path else key)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (mine, yours) in enumerate(zip(one, other, strict=True)):
            yield from differing(mine, yours, f"{path}[{number}]")
    elif one != other:
        yield f"{path} ({json.dumps(one)[:120]} / {json.dumps(other)[:120]})"


def main(runs: int, exercises: Sequence[Exercise]) -> bool:
    """Prints one line for each exercise and a sentence for each trouble; whether there was none."""
    print(f"Every reference graded {runs} times with one seed, by {BUSY} judges at a time")
    steady = True
    with tempfile.TemporaryDirectory() as folder:
        for exercise in exercises:
            start = time.monotonic()
            seen = Seen()
            with ThreadPoolExecutor(BUSY) as pool, _busy(BUSY if exercise.clock == "wall" else 0):
                copies = list(_copies(exercise, runs, Path(folder) / exercise.name))
                for results in pool.map(_graded, [copies[number::BUSY] for number in range(BUSY)]):
                    for result in results:
                        seen.add(result, with_traces=exercise.clock != "wall")
            troubles = list(seen.report())
            if seen.gradings != runs:
                troubles.append(f"only {seen.gradings} of {runs} gradings came back")
            steady = steady and not troubles
            print(
                f"{exercise.name:28}{seen.gradings:7,} gradings{len(seen.tests):5} tests"
                f"{time.monotonic() - start:7.0f}s  {'steady' if not troubles else 'NOT STEADY'}",
                flush=True,
            )
            for trouble in troubles:
                print(f"  {trouble}", flush=True)
            shutil.rmtree(Path(folder) / exercise.name)
    return steady


@contextmanager
def _busy(number: int) -> Iterator[None]:
    """So many processes that compute as long as this lasts."""
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(number)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _copies(exercise: Exercise, runs: int, folder: Path) -> Iterator[dict[str, str]]:
    for number in range(runs):
        path = folder / str(number) / f"{exercise.name}.py"
        path.parent.mkdir(parents=True)
        shutil.copyfile(LAYOUT.reference(exercise.chapter, exercise.name), path)
        yield {"exercise": exercise.name, "path": str(path)}


def _graded(answers: list[dict[str, str]]) -> list[dict[str, Any]]:
    if not answers:
        return []
    request = {"clock": "virtual", "seed": SEED, "steps": True, "answers": answers}
    command = [sys.executable, "-P", "-m", "kata.judge"]
    done = subprocess.run(
        command,
        cwd=LAYOUT.root,
        env={**os.environ, "PYTHONPATH": str(LAYOUT.root)},
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode != 0:
        print(f"  a judge ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return [line for line in lines if "verdict" in line]
