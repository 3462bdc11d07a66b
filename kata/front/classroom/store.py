"""What has been judged is kept, by the content of everything that decided it, so that nothing is judged twice.

Three kinds of files, each written whole or not at all; the last two are compressed JSON:

    answers/NAME  an answer as it was handed in, named by its content
    results/KEY   the judge's line on one answer: by answer, tests, kata, Python, seed and clock
    runs/KEY      what came back from its runs: by answer, player and Python alone, so that corrected tests find it
"""

import gzip
import json
from pathlib import Path
from typing import Any

from kata.front import atomic
from kata.front.classroom import version

Line = dict[str, Any]


class Store:
    """The kept results of one class. It may be deleted: then everything is judged anew."""

    def __init__(self, folder: Path) -> None:
        self._answers = folder / "answers"
        self._results = folder / "results"
        self._runs = folder / "runs"
        for place in (self._answers, self._results, self._runs):
            place.mkdir(parents=True, exist_ok=True)

    def __contains__(self, key: str) -> bool:
        return self._path(self._results, key).exists()

    def keep_answer(self, content: bytes) -> str:
        """Keep an answer; the name under which it is kept."""
        name = version.digest(content)
        path = self._answers / name
        if not path.exists():
            atomic.replace(path, content)
        return name

    def answer(self, name: str) -> bytes:
        """The answer of this name."""
        return (self._answers / name).read_bytes()

    def line(self, key: str) -> Line | None:
        """The judge's line, without traces; None when there is none, or it cannot be read."""
        line: Line | None = _read(self._path(self._results, key))
        return line

    def keep(self, key: str, runs_key: str, line: Line) -> None:
        """Keep a line, and its runs beside it."""
        line = dict(line)
        runs = line.pop("runs", None)
        if runs is not None:
            _write(self._path(self._runs, runs_key), runs)
        _write(self._path(self._results, key), line)

    def runs(self, runs_key: str) -> Path | None:
        """The file of the runs, for a judge to read; None when there is none."""
        path = self._path(self._runs, runs_key)
        return path if path.exists() else None

    def with_traces(self, line: Line, runs_key: str) -> Line:
        """The line with the traces that its tests show, as far as they are there."""
        runs = _read(self._path(self._runs, runs_key)) or {}
        tests = [{**test, "trace": _trace(runs.get(test.get("run")))} for test in line["tests"]]
        return {**line, "tests": tests}

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / f"{key}.json.gz"


def _trace(came: Any) -> Any:
    if not came or came["trace"] is None:
        return None
    return {**came["trace"], "output": came["output"], "output_cut": came["output_cut"]}


def _read(path: Path) -> Any:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError, EOFError):
        return None


def _write(path: Path, data: Any) -> None:
    content = gzip.compress(json.dumps(data).encode(), compresslevel=3, mtime=0)
    atomic.replace(path, content)
