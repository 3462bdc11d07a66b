"""Timing commands side by side: in turn, so that a machine whose speed drifts is fair to both."""

import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

Command = Sequence[str]


class CommandFailed(Exception):
    """A command that was to be timed ended with another exit code than 0; its text holds what it printed."""


def seconds(command: Command, folder: Path) -> float:
    """Real seconds of one run. CommandFailed when it did not do what it was timed for."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    duration = time.perf_counter() - start
    if done.returncode != 0:
        raise CommandFailed(
            f"{' '.join(command)} ended with exit code {done.returncode}:\n{done.stdout}{done.stderr}"
        )
    return duration


def compare(commands: dict[str, tuple[Command, Path]], rounds: int = 9) -> dict[str, float]:
    """The median seconds of each command; prints a table with ratios to the first one, pair by pair."""
    for command, folder in commands.values():
        seconds(command, folder)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, folder) in commands.items():
            times[name].append(seconds(command, folder))
    first = next(iter(times.values()))
    print(f"{'':44}{'median':>9}{'min':>9}{'ratio':>8}   ({rounds} rounds, in turn)")
    for name, values in times.items():
        ratio = statistics.median(value / base for value, base in zip(values, first, strict=True))
        print(f"{name:44}{statistics.median(values):8.3f}s{min(values):8.3f}s{ratio:8.2f}")
    return {name: statistics.median(values) for name, values in times.items()}
