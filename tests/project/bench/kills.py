"""What a SIGKILL leaves behind, at any moment of grading and of watching: answers, the progress file, no process."""

import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kata.layout import Layout

from ..kata_copy import copy_kata

CHAPTER = "ch01_coroutines"
PATIENCE = 10.0  # real seconds in which whoever is left must have noticed and ended
LONGEST = {"grading": 1.2, "watching": 2.5}  # real seconds; a kill comes at a random moment within them


def main(runs: int = 100) -> bool:
    """Kills each so many times; prints what was found, and tells whether nothing bad was."""
    well = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "kata"
        copy_kata(folder)
        for what in LONGEST:
            choice, met = random.Random(what), Counter[int]()
            troubles = [trouble for _ in range(runs) for trouble in _kill(folder, what, choice, met)]
            said = "; ".join(sorted(set(troubles))) or "all is well"
            alive = f"{min(met)} to {max(met)} processes alive"
            print(f"{what}, killed {runs} times with {alive}: {said}", flush=True)
            well = well and not troubles
    return well


def _kill(folder: Path, what: str, choice: random.Random, met: Counter[int]) -> Iterator[str]:
    layout = Layout(folder)
    answers = sorted((layout.exercises / CHAPTER).glob("*.py"))
    right = choice.random() < 0.5
    for path in answers:
        place = layout.solutions if right else layout.exercises / ".stubs"
        shutil.copy(place / CHAPTER / path.name, path)
    texts = [path.read_bytes() for path in answers]
    more = ["watch", answers[0].stem, "--plain"] if what == "watching" else [CHAPTER]
    command = [sys.executable, str(folder / "grade.py"), *more]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, start_new_session=True, **quiet) as process:  # type: ignore[call-overload]
        moments = sorted(choice.random() * LONGEST[what] for _ in range(2))
        time.sleep(moments[0])
        if what == "watching":
            texts[0] += b"\n"
            answers[0].write_bytes(texts[0])
        time.sleep(moments[1] - moments[0])
        met[len(_processes_of(folder))] += 1
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while (left := _processes_of(folder)) and time.monotonic() < deadline:
        time.sleep(0.02)
    if left:
        yield f"{len(left)} processes were left"
        for pid in left:
            subprocess.run(["kill", "-KILL", str(pid)], check=False)
    if [path.read_bytes() for path in answers] != texts:
        yield "an answer was touched"
    progress = folder / ".kata" / "progress.json"
    try:
        if progress.exists() and not json.loads(progress.read_text("utf-8"))["schema"]:
            yield "the progress file has no schema"
    except (ValueError, KeyError):
        yield "the progress file is not readable"


def _processes_of(folder: Path) -> list[int]:
    """Those that were started from there, or whose environment names it."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            said = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
            if (
                str(folder).encode() in said
                and (entry / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
            ):
                found.append(int(entry.name))
        except OSError:
            continue
    return found
