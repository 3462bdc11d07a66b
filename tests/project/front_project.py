"""A small project and a fake judge, for the tests of the commands."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kata.layout import Layout

_JUDGE = """
import json, sys
request = json.load(sys.stdin)
for asked in request["answers"]:
    source = open(asked["path"]).read() if __import__("os").path.exists(asked["path"]) else None
    line = {"exercise": asked["exercise"], "path": asked["path"], "seconds": 0.01, "scenario_seconds": 3.0,
            "verdict": "refused", "diagnosis": "there is no file", "tests": []}
    if source is not None:
        says = [text[5:] for text in source.splitlines() if text.startswith("#SAY ")]
        line |= {"verdict": "passed", "diagnosis": None}
        for text in says:
            line |= json.loads(text)
        line |= line.pop(request["clock"], {})
        late, seen = line.pop("late", None), asked["path"] + ".seen"
        if late and request["clock"] == "wall" and not __import__("os").path.exists(seen):
            open(seen, "w").close()
            line |= late
    print(json.dumps(line), flush=True)
print(json.dumps({"done": True}))
"""
JUDGE = (sys.executable, "-I", "-c", _JUDGE)
"""A judge that gives each answer what its ``#SAY {...}`` comments say, and ``passed`` when there are none.

What stands in such a comment under ``wall`` is said on that clock, and under ``late`` for the first time only.
"""

_MANIFEST = """
schema = "asyncio-kata/manifest/1"

[[chapter]]
id = "ch01_start"
title = "Start"

[[chapter.exercise]]
name = "entry_point"
title = "Start a loop"
difficulty = 1
points = 5
covers = ["S0.1"]
hints = ["Look at how it is started.", "asyncio.run takes a coroutine.", "Call it once."]

[[chapter]]
id = "ch02_tasks"
title = "Tasks and scheduling"

[[chapter.exercise]]
name = "two_workers"
title = "Make these two workers finish in 2 s, not 3 s"
difficulty = 1
points = 10
covers = ["S0.2"]
hints = ["One hint."]

[[chapter.exercise]]
name = "to_thread"
title = "Leave the loop"
difficulty = 2
points = 10
clock = "wall"
"""

CHAPTERS = {"entry_point": "ch01_start", "two_workers": "ch02_tasks", "to_thread": "ch02_tasks"}


def says(docstring: str = "An answer.", **line: Any) -> str:
    """The source of an answer that the fake judge gives this line."""
    return f'"""{docstring}"""\n#SAY {json.dumps(line)}\n'


def failed(diagnosis: str, **line: Any) -> dict[str, Any]:
    """The part of a line that says that the answer failed."""
    return {"verdict": "failed", "diagnosis": diagnosis, **line}


def make_project(root: Path) -> Layout:
    """A project of three exercises: references pass, stubs fail, and each has just enough submissions."""
    layout = Layout(root)
    write(layout.manifest, _MANIFEST)
    for name, chapter in CHAPTERS.items():
        write(layout.stub(chapter, name), says(verdict="unfinished", diagnosis="the stub is untouched"))
        write(layout.pristine(chapter, name), layout.stub(chapter, name).read_text())
        write(layout.reference(chapter, name), '"""The reference."""\n')
        for number in (1, 2):
            write(submission(layout, name, "accepted", f"right_{number}"), '"""A right answer."""\n')
        for number in (1, 2, 3):
            write(
                submission(layout, name, "rejected", f"wrong_{number}"),
                says(
                    "A belief.\n\nverdict: failed\ndiagnosis: too late\n", **failed("it came too late by 1 s")
                ),
            )
    return layout


def submission(layout: Layout, name: str, kind: str, file: str) -> Path:
    """The path of a file under tests/submissions."""
    return layout.root / "tests" / "submissions" / name / kind / f"{file}.py"


def write(path: Path, text: str) -> Path:
    """Write the file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def one_test(name: str = "test_the_longer_job_sets_the_total", **keys: Any) -> dict[str, Any]:
    """One failed test of a judge's line."""
    test: dict[str, Any] = {
        "name": name,
        "hidden": False,
        "outcome": "failed",
        "verdict": "failed",
        "message": "the second worker only started when the first had finished",
        "call": "main(worker)",
        "expected": "2",
        "observed": "3",
        "inputs": {"jobs": {"milk": 1, "bread": 2}},
        "scenario": "shopping",
        "trace": trace(),
    }
    return test | keys


def trace(**keys: Any) -> dict[str, Any]:
    """A trace of two workers, one after the other."""
    plain: dict[str, Any] = {
        "schema": "asyncio-kata/trace/1",
        "clock": "virtual",
        "ending": "returned",
        "elapsed": 3.0,
        "calls": [call()],
        "spans": [span("milk", 0, 1), span("bread", 1, 3)],
        "events": [],
        "blocked": [],
        "leftovers": [],
        "stuck": [],
        "warnings": [],
        "cancels": [],
        "output": "",
        "output_cut": False,
    }
    return plain | keys


def span(who: str, start: float, end: float | None, ending: str | None = None) -> dict[str, Any]:
    """One span of a trace."""
    return {"who": who, "start": start, "end": end, "ending": ending or ("open" if end is None else "done")}


def step(
    at: float, task: str, state: str = "waiting", waits: str | None = None, **keys: Any
) -> dict[str, Any]:
    """One step of the event loop: ``where``, the tasks ``ready`` and the ``timers`` after it as they are given."""
    plain = {"at": at, "task": task, "state": state, "waits": waits, "where": None, "ready": [], "timers": []}
    return plain | keys


def call(
    text: str = "main(worker)", start: float = 0, end: float | None = 3, ending: str = "returned"
) -> dict[str, Any]:
    """One call of a trace."""
    plain = {"text": text, "start": start, "end": end, "ending": ending, "result": None, "error": None}
    return plain | {"cancels": []}


def places(**keys: Any) -> Mapping[str, Any]:
    """A WHERE."""
    return {
        "file": "two_workers.py",
        "line": 12,
        "function": "main",
        "source": "await worker(2, 'order bread')",
    } | keys
