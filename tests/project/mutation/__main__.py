"""python -m tests.project.mutation [NAME...]: mutates references, judges the mutants, lists what survives.

Survivors that do not break the contract stand in equivalent.toml, with the reason. Exit code 1 when another survives.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from kata.layout import Layout
from kata.manifest import load

from .mutants import Mutant, contract_of, mutants

EQUIVALENT = Path(__file__).with_name("equivalent.toml")


def judge(exercise: str, paths: list[Path]) -> dict[str, str]:
    """The verdict on each file, by its name."""
    request = {
        "clock": "virtual",
        "seed": 1,
        "answers": [{"exercise": exercise, "path": str(path)} for path in paths],
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kata.judge"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        cwd=Layout().root,
        env={**os.environ, "PYTHONPATH": str(Layout().root)},
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    if not lines or lines[-1] != {"done": True}:
        raise SystemExit(f"the judge failed: {done.stderr[-2000:]}")
    return {Path(line["path"]).stem: line["verdict"] for line in lines[:-1]}


def excused(exercise: str, mutant: Mutant, table: dict[str, Any]) -> bool:
    """Whether equivalent.toml says why this mutant keeps the contract."""
    return any(
        entry["kind"] == mutant.kind
        and entry["was"] == mutant.was
        and entry.get("now", mutant.now) == mutant.now
        for entry in table.get(exercise, [])
    )


def main(names: list[str]) -> int:
    layout, manifest = Layout(), load(Layout().manifest)
    table = tomllib.loads(EQUIVALENT.read_text()) if EQUIVALENT.exists() else {}
    bad = 0
    for name in names or [exercise.name for exercise in manifest.exercises]:
        chapter = manifest[name].chapter
        contract = contract_of(layout.scenarios(chapter, name).read_text())
        made = list(mutants(layout.reference(chapter, name).read_text(), contract))
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, mutant in enumerate(made):
                path = Path(folder) / f"{number}.py"
                path.write_text(mutant.source)
                paths.append(path)
            verdicts = judge(name, paths)
        alive = [mutant for number, mutant in enumerate(made) if verdicts[str(number)] == "passed"]
        unexplained = [mutant for mutant in alive if not excused(name, mutant, table)]
        bad += len(unexplained)
        killed = len(made) - len(alive)
        equivalent = len(alive) - len(unexplained)
        print(f"{name:22} {len(made):4} mutants  {killed:4} refused  {equivalent:3} equivalent  ", end="")
        print(f"{killed / max(1, len(made) - equivalent):6.1%}", flush=True)
        for mutant in unexplained:
            print(f"    line {mutant.line}: {mutant.kind}: {mutant.was!r} -> {mutant.now!r}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
