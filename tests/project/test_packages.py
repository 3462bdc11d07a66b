"""Exercises that need packages: who says so, where they are found, and that a player can import these and no others."""

import sys
from pathlib import Path
from typing import Any

import pytest

from kata.judge import sandbox
from kata.judge.packages import MissingPackage, folders, packages_of
from kata.judge.players import players
from kata.judge.reading import parse
from kata.layout import Layout
from kata.manifest import load

IMPORTS = "import gifts\nfrom gifts import name\n\nasync def main():\n    return name\n"
CALL_MAIN = "async def scenario(exercise, record):\n    await record.call(exercise.main)\n"
CHILD = """
import os, subprocess, sys

async def main():
    path = os.pathsep.join(entry for entry in sys.path if entry)
    command = [sys.executable, "-P", "-s", "-S", "-c", "import gifts; print(gifts.name)"]
    done = subprocess.run(command, env={"PYTHONPATH": path}, capture_output=True, text=True)
    return done.stdout.strip() or done.stderr[-300:]
"""


@pytest.fixture
def shop(tmp_path: Path) -> str:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "gifts.py").write_text("name = 'a gift'\n")
    (folder / "asyncio.py").write_text("raise ImportError('the wrong asyncio')\n")
    return str(folder)


async def played(answer: str, packages: list[str], **how: Any) -> dict[str, Any]:
    request = {
        "answer": {"name": "exercise", "file": "exercise.py", "source": answer},
        "scenario": {"name": "scenario", "file": "scenarios.py", "source": CALL_MAIN},
        "packages": packages,
        "inputs": {},
        "clock": "wall",
        "deadline": 20.0,
        "sweep": None,
        "shuffle": None,
        "steps": False,
    }
    started = players(**how)
    try:
        came = await started.play(request)
    finally:
        started.close()
    assert came.trace is not None, came
    return parse(came.trace)


async def test_an_answer_imports_from_the_folders_of_its_exercise(shop: str) -> None:
    trace = await played(IMPORTS, [shop])
    assert trace["calls"][0]["result"] == "a gift"


async def test_no_other_answer_does() -> None:
    trace = await played(IMPORTS, [])
    assert (trace["ending"], trace["stage"]) == ("raised", "import")
    assert trace["error"]["type"] == "ModuleNotFoundError"


@pytest.mark.skipif(sandbox.obstacle() is not None, reason=f"no sandbox here: {sandbox.obstacle()}")
async def test_in_a_sandbox_the_folders_must_be_visible(shop: str) -> None:
    trace = await played(IMPORTS, [shop], sandboxed=True, visible=[Path(shop)])
    assert trace["calls"][0]["result"] == "a gift"
    trace = await played(IMPORTS, [shop], sandboxed=True)
    assert trace["error"]["type"] == "ModuleNotFoundError"


@pytest.mark.skipif(sandbox.obstacle() is not None, reason=f"no sandbox here: {sandbox.obstacle()}")
async def test_in_a_sandbox_a_child_of_the_answer_can_import_them_too(shop: str) -> None:
    trace = await played(CHILD, [shop], sandboxed=True, visible=[Path(shop)])
    assert trace["calls"][0]["result"] == "a gift"


def test_packages_are_found_where_they_are_installed() -> None:
    found = folders(["pytest", "pytest-asyncio", "pytest-timeout"])
    assert str(Path(pytest.__file__).parent.parent) in found
    assert all(folder in sys.path for folder in found)
    assert len(set(found)) == len(found)


def test_a_package_that_is_missing_is_named() -> None:
    with pytest.raises(MissingPackage, match="an exercise needs no-such-thing, which is not installed"):
        folders(["pytest", "no-such-thing"])


def test_only_exercises_that_say_so_have_packages() -> None:
    manifest = load(Layout().manifest)
    having = packages_of(manifest.exercises)
    assert sorted(having) == sorted(exercise.name for exercise in manifest.exercises if exercise.needs)
    assert packages_of([manifest["two_workers"]]) == {}
