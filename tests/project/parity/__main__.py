"""Plays other people's tests of asyncio on the stock event loop and on the virtual one, and compares test by test.

    python -m tests.project.parity                  CPython's own tests of asyncio, then those of some libraries
    python -m tests.project.parity --only cpython   the former alone, on the Python that runs the command
    python -m tests.project.parity --only janus     one library, in an environment of its own in a temporary folder
    python -m tests.project.parity --quick          the part of CPython's tests that the project's own tests run

Run it from the project's folder. `explained.toml` beside this file says which tests may differ, and why. Exit code 1: a
test differs that is not in it, or a suite could not be run.
"""

import argparse
import sys

from . import cpython
from .compare import HEAD, Comparison, told


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.project.parity", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--only", metavar="NAME", help="cpython, or one library")
    parser.add_argument(
        "--quick", action="store_true", help="a part of CPython's tests that takes little time"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time (2)")
    parser.add_argument("modules", nargs="*", help="modules of CPython's tests, such as test_tasks")
    options = parser.parse_args(arguments)

    def say(what: str) -> None:
        print(f"  {what}", file=sys.stderr, flush=True)

    found: list[Comparison] = []
    troubles: list[str] = []
    try:
        names = options.modules or (cpython.QUICK if options.quick else cpython.modules())
        found.append(cpython.compared(names, options.jobs, say))
    except cpython.NoTests as error:
        troubles.append(str(error))
    print(HEAD)
    for comparison in found:
        print(comparison.row)
    for comparison in found:
        for line in told(comparison):
            print(line)
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return int(bool(troubles) or any(comparison.unexplained for comparison in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
