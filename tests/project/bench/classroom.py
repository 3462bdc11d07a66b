"""A class of made-up students: what grading it costs, how that grows, and whether interruptions change a grade.

Every student hands in one answer. A class of any size is spread over all exercises alike, so that costs can be
compared: right answers, wrong ones, stubs, broken and hostile ones, always the same for the same number of students.
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from kata.judge import sandbox
from kata.layout import Layout
from kata.manifest import Exercise, load

from .. import strangers

LAYOUT = Layout()
FEW = 30
INTERRUPTIONS = 3
EVERY = 0.25  # seconds between two looks at the memory

BROKEN = {
    "does not compile": b"def main(:\n",
    "is not text": b"\x00\xff\xfe" * 40,
    "leaves": b"import os\nos._exit(0)\n",
    "floods": b"while True:\n    print('x' * 1000)\n",
    "is empty": b"",
    "is too large": b"#" * 300_000,
}


def made_up_class(folder: Path, students: int) -> None:
    """Hands in the answers of so many students."""
    choice = random.Random(students)
    exercises = load(LAYOUT.manifest).exercises
    for number in range(students):
        exercise = exercises[number * len(exercises) // students]
        kind, content = _answer(exercise, choice)
        path = folder / f"student{number:04}" / f"{exercise.name}.py"
        path.parent.mkdir(parents=True)
        path.write_bytes(content if kind in ("broken", "stub") else content + f"\n# {number}\n".encode())


def _answer(exercise: Exercise, choice: random.Random) -> tuple[str, bytes]:
    kind = choice.choices(["right", "wrong", "stub", "broken"], [50, 38, 5, 7])[0]
    if kind == "broken":
        return kind, BROKEN[choice.choice(sorted(BROKEN))]
    if kind == "stub":
        return kind, LAYOUT.pristine(exercise.chapter, exercise.name).read_bytes()
    right = [LAYOUT.reference(exercise.chapter, exercise.name), *LAYOUT.accepted(exercise.name)]
    return kind, choice.choice(right if kind == "right" else LAYOUT.rejected(exercise.name)).read_bytes()


class Memory:
    """The most memory that a process and its descendants have, as far as looking now and then can tell; in kilobytes.

    `own`: that of the process itself. `peak`: that of all together, which hangs on the answers that meet.
    """

    def __init__(self, pid: int) -> None:
        self.own = self.peak = 0
        self._pid = pid
        self._over = threading.Event()

    @contextlib.contextmanager
    def watched(self) -> Iterator["Memory"]:
        watcher = threading.Thread(target=self._watch)
        watcher.start()
        try:
            yield self
        finally:
            self._over.set()
            watcher.join()

    def _watch(self) -> None:
        while not self._over.wait(EVERY):
            own = _kilobytes(self._pid)
            self.own = max(self.own, own)
            self.peak = max(self.peak, own + sum(map(_kilobytes, strangers.descendants(self._pid))))


def _kilobytes(pid: int) -> int:
    """What a process has of the memory, what it shares with others in equal shares."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def command(submissions: Path, output: Path, *more: str) -> list[str]:
    """Grades a class, in a sandbox where there is one."""
    unsafe = ["--no-sandbox"] if sandbox.obstacle() else []
    return [
        sys.executable,
        str(LAYOUT.root / "grade.py"),
        "classroom",
        str(submissions),
        "-o",
        str(output),
        *unsafe,
        *more,
    ]


def graded(submissions: Path, output: Path, *more: str) -> tuple[float, Memory]:
    """Seconds, and the memory that it took."""
    start = time.perf_counter()
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command(submissions, output, *more), text=True, **pipes) as process:  # type: ignore[call-overload]
        memory = Memory(process.pid)
        with memory.watched():
            said = process.communicate()
    if process.returncode != 0:
        print(*(text[-500:] for text in said))
    return time.perf_counter() - start, memory


def interrupted(submissions: Path, output: Path, number: int) -> int:
    """Grades with that many kills on the way, and one time more; how many of the kills came in time."""
    kept, hits = output / ".store" / "results", 0
    total = sum(1 for _ in submissions.iterdir())
    for kill in range(1, number + 1):
        wanted = total * kill // (number + 1)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(command(submissions, output), **quiet) as process:  # type: ignore[call-overload]
            while process.poll() is None and sum(1 for _ in kept.glob("*.json.gz")) < wanted:
                time.sleep(0.05)
            hits += process.poll() is None
            process.send_signal(signal.SIGKILL)
    graded(submissions, output)
    return hits


def main(students: int = 300) -> bool:
    """Prints the figures of a class of 30 and of this many, and whether all that must be equal is."""
    same = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"A made-up class, one answer each, {os.cpu_count()} cores")
        print(
            f"{'answers':>8}{'seconds':>10}{'a second':>10}{'each':>10}{'batch itself':>14}{'all processes':>16}"
        )
        for number in sorted({min(FEW, students), students}):
            made_up_class(folder / str(number), number)
            seconds, memory = graded(folder / str(number), folder / f"graded {number}")
            each = seconds / number
            print(
                f"{number:8}{seconds:9.1f}s{1 / each:10.2f}{each * 1000:8.0f}ms"
                f"{memory.own / 1024:11.0f} MB{memory.peak / 1024:13.0f} MB",
                flush=True,
            )
        for number in sorted({min(FEW, students), students}):
            hits = interrupted(folder / str(number), folder / f"killed {number}", INTERRUPTIONS)
            grades = [
                (folder / f"{how} {number}" / "grades.csv").read_bytes() for how in ("graded", "killed")
            ]
            same = same and grades[0] == grades[1]
            words = "the same grades, byte for byte" if grades[0] == grades[1] else "OTHER GRADES"
            print(f"{number} answers, killed {hits} times and gone on with: {words}", flush=True)
    return same


def beside_dask(students: int = 100) -> bool:
    """Prints what a batch takes on a LocalCluster of two workers, and by itself, and whether the grades are equal."""
    from distributed import Client, LocalCluster

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made_up_class(folder / "class", students)
        alone, _ = graded(folder / "class", folder / "alone")
        os.environ["PYTHONPATH"] = str(LAYOUT.root)
        with (
            LocalCluster(
                n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=name
            ) as cluster,
            Client(cluster, set_as_default=False) as client,
        ):
            client.wait_for_workers(2)
            together, _ = graded(folder / "class", folder / "together", "--dask", cluster.scheduler_address)
        grades = [(folder / how / "grades.csv").read_bytes() for how in ("alone", "together")]
        print(
            f"{students} answers: {alone:.1f} s here, {together:.1f} s by 2 Dask workers, ratio {together / alone:.2f}"
        )
        print(
            "the same grades"
            if grades[0] == grades[1]
            else f"OTHER GRADES: {json.dumps([g.decode()[:200] for g in grades])}"
        )
        return grades[0] == grades[1]
