"""One run in the open: a scenario played in real time, with the terminal attached, so that `breakpoint()` works."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kata
from kata.front import traced
from kata.front.errors import MachineryFailure
from kata.front.judging import Answer, Bench
from kata.layout import Layout
from kata.manifest import Exercise

PLAYER = Path(kata.__file__).resolve().parent / "player" / "__main__.py"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be played: the scenario of a test, and the inputs that the test gives it."""

    test: str
    scenario: str
    inputs: dict[str, Any]


def first_scene(bench: Bench, exercise: Exercise, layout: Layout, seed: int) -> Scene:
    """The scene of the first visible test. It is asked for with the stub, which never hangs."""
    test = traced.first_test(layout.visible_tests(exercise.chapter, exercise.name))
    stub = Answer(exercise.name, layout.pristine(exercise.chapter, exercise.name), "virtual")
    outcome = traced.play(bench, exercise, {"answer": stub}, test, seed)
    played = outcome["runs"][0]["test"]
    if played["scenario"] is None:
        raise MachineryFailure(f"The first test of {exercise.name} plays no scenario.")
    return Scene(test, played["scenario"], played["inputs"])


def play(scene: Scene, answer: Path, scenarios: Path) -> int:
    """Play the scene and wait for its end. 0, or 1 when the answer raised, or 130 when it was interrupted."""
    command = [sys.executable, "-P", "-u", str(PLAYER), "foreground", str(answer), str(scenarios)]
    command += [scene.scenario, json.dumps(scene.inputs)]
    sys.stdout.flush()
    return attached(command)


def attached(command: list[str]) -> int:
    """Run the command with this terminal, and leave Ctrl-C to it. Its exit code."""
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        code = subprocess.call(command, env={**os.environ, "PYTHONUTF8": "1"})
    finally:
        signal.signal(signal.SIGINT, before)
    return 130 if code == -signal.SIGINT else code
