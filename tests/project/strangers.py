"""Judging strangers' answers as a batch does, each its owner's, in a sandbox; with less patience, for tests.

Where `CI` is set there must be a sandbox; elsewhere a machine without one does not fail the tests.
"""

import ast
import ctypes
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kata.judge import sandbox
from kata.layout import ROOT

CHEATS = Path(__file__).parent / "cheats"
IMPATIENT = """
import sys
from kata.judge import players, run, warm
run.DEADLINE, players.PATIENCE, warm.LONGEST_SILENCE = 2.5, 1.5, 6.0
from kata.judge.__main__ import main
sys.exit(main())
"""


@dataclass(frozen=True)
class Cheat:
    """One dishonest answer, and what its docstring says of it."""

    path: Path
    exercise: str
    verdicts: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called, and who hands it in."""
        return self.path.stem


def cheats() -> list[Cheat]:
    """Every cheat in the folder. `verdict:` in a docstring names one verdict or several that may be given."""
    found = []
    for path in sorted(CHEATS.glob("*.py")):
        doc = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        said = dict(line.split(": ", 1) for line in doc.splitlines()[1:] if ": " in line)
        verdicts = tuple(word.strip() for word in said.get("verdict", "").split(",") if word.strip())
        found.append(Cheat(path, said["exercise"], verdicts))
    return found


def must_have_a_sandbox() -> None:
    """Skips the test where there is no sandbox, but in CI, where that is a failure."""
    obstacle = sandbox.obstacle()
    if obstacle is not None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(obstacle)


def judged(
    answers: list[dict[str, Any]], *, workers: int = 2, sandboxed: bool = True, patient: bool = False
) -> dict[str, dict[str, Any]]:
    """The judge's result for each answer, by its path. `patient`: with the deadlines of a real batch."""
    request = {"clock": "virtual", "seed": 7, "answers": answers, "sandboxed": sandboxed, "workers": workers}
    done = subprocess.run(
        [sys.executable, "-P", *(["-m", "kata.judge"] if patient else ["-c", IMPATIENT])],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=900,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines and lines[-1] == {"done": True}, done.stderr
    return {line["path"]: line for line in lines[:-1]}


PR_SET_CHILD_SUBREAPER = 36
PATIENCE = 15.0  # real seconds in which a killed sandbox must be gone


def descendants(pid: int) -> set[int]:
    """The processes that descend from this one, by /proc."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found: set[int] = set()
    new = [pid]
    while new:
        new = [child for parent in new for child in children.get(parent, [])]
        found.update(new)
    return found


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder with its content's digest, but these tests and what Python and pytest keep."""
    ours = {"project", "__pycache__", ".git", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".kata", ".venv"}
    found = {}
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in ours]
        for name in files:
            file = Path(path, name)
            if file.is_file() and not file.is_symlink():
                found[str(file)] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def _names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()


@contextmanager
def adopting_orphans() -> Iterator[None]:
    """While this lasts, whoever outlives his parents becomes a child of this process, where it can be seen."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        libc.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


@contextmanager
def nothing_left_behind(scratch: Path) -> Iterator[list[str]]:
    """What runs here has `scratch` for temporary files. Afterwards the list has a sentence for all that was left."""
    changes: list[str] = []
    home = Path.home()
    before = descendants(os.getpid()), fingerprint(ROOT), _names(home), _names(Path("/dev/shm"))
    kept, os.environ["TMPDIR"] = os.environ.get("TMPDIR"), str(scratch)
    tempfile.tempdir = None
    try:
        with adopting_orphans():
            yield changes
            processes = before[0]
            deadline = time.monotonic() + PATIENCE
            while (alive := living(descendants(os.getpid()) - processes)) and time.monotonic() < deadline:
                time.sleep(0.1)
    finally:
        if kept is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = kept
        tempfile.tempdir = None
    _, files, at_home, shared = before
    now = fingerprint(ROOT)
    changes += [f"process {pid} is still there: {words}" for pid, words in alive.items()]
    changes += [
        f"{path} has changed"
        for path in sorted(files.keys() | now.keys())
        if files.get(path) != now.get(path)
    ]
    changes += [f"{scratch / name} was left" for name in sorted(_names(scratch))]
    changes += [f"{home / name} is new" for name in sorted(_names(home) - at_home)]
    changes += [
        f"/dev/shm/{name} is new" for name in sorted(_names(Path("/dev/shm")) - shared) if "kata" in name
    ]


def living(pids: set[int]) -> dict[int, str]:
    """Those that are not dead already, with their command lines."""
    found = {}
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0]
            words = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if state != "Z":
            found[pid] = words
    return found
