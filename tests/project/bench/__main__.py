"""Runs measurements and prints their tables, from the project's folder:

python -m tests.project.bench                           all of them
python -m tests.project.bench clock                     the virtual event loop beside others
python -m tests.project.bench grading                   grading beside pytest
python -m tests.project.bench saves                     from a save to the verdict that watch draws, beside pytest
python -m tests.project.bench kills [--runs N]          what a SIGKILL leaves behind, at any moment
python -m tests.project.bench classroom [--students N]  grading a class: cost, growth, interruptions
python -m tests.project.bench submissions               20 submissions of one exercise beside pytest and otter-grader
python -m tests.project.bench dask [--students N]       two Dask workers beside the batch of this machine
python -m tests.project.bench determinism [--runs N] [--exercise NAME]...
                                                        one answer, one seed: one verdict and one trace
python -m tests.project.bench seeds [--runs N] [--exercise NAME]...
                                                        right answers pass with every seed
"""

import argparse
import sys
from collections.abc import Callable

from kata.front.choice import choose
from kata.front.errors import UsageProblem
from kata.layout import Layout
from kata.manifest import load

from . import classroom, clock, determinism, grading, kills, saves, seeds, submissions
from .side_by_side import CommandFailed


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.project.bench", description="Prints measurements.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="see above; all without a name")
    parser.add_argument("--students", type=int, help="classroom, dask: how many (300, 100)")
    parser.add_argument(
        "--runs",
        type=int,
        help="gradings: of each exercise (determinism: 40), of each answer (seeds: 40); kills: of each kind (100)",
    )
    parser.add_argument("--exercise", action="append", help="determinism, seeds: this exercise only")
    options = parser.parse_args(arguments)
    layout = Layout()
    try:
        exercises = choose(options.exercise or (), load(layout.manifest), layout)
    except UsageProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    benches: dict[str, Callable[[], object]] = {
        "clock": clock.main,
        "grading": grading.main,
        "saves": saves.main,
        "kills": lambda: kills.main(options.runs or 100),
        "classroom": lambda: classroom.main(options.students or 300),
        "submissions": submissions.main,
        "dask": lambda: classroom.beside_dask(options.students or 100),
        "determinism": lambda: determinism.main(options.runs or 40, exercises),
        "seeds": lambda: seeds.main(options.runs or 40, exercises),
    }
    unknown = [name for name in options.names if name not in benches]
    if unknown:
        print(
            f"There is no measurement called {unknown[0]}; there are: {', '.join(benches)}.", file=sys.stderr
        )
        return 2
    for name in options.names or benches:
        try:
            if benches[name]() is False:
                return 1
        except CommandFailed as failed:
            print(failed, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
