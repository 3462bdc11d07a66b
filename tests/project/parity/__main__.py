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
import tempfile
from pathlib import Path

from . import cpython, libraries
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
    suites = ["cpython", *(library.name for library in libraries.LIBRARIES)]
    if options.only and options.only not in suites:
        print(f"There is no suite called {options.only}; there are: {', '.join(suites)}.", file=sys.stderr)
        return 2
    only = "cpython" if options.quick or options.modules else options.only
    failed = False
    print(HEAD)
    for suite in [only] if only else suites:
        try:
            comparison = _of_cpython(options) if suite == "cpython" else _of_library(suite)
        except (cpython.NoTests, libraries.Unavailable) as error:
            print(error, file=sys.stderr)
            failed = True
            continue
        print(comparison.row, *told(comparison), sep="\n", flush=True)
        failed = failed or bool(comparison.unexplained)
    return int(failed)


def _of_cpython(options: argparse.Namespace) -> Comparison:
    names = options.modules or (cpython.QUICK if options.quick else cpython.modules())
    return cpython.compared(names, options.jobs, lambda what: print(f"  {what}", file=sys.stderr, flush=True))


def _of_library(name: str) -> Comparison:
    library = next(library for library in libraries.LIBRARIES if library.name == name)
    with tempfile.TemporaryDirectory() as folder:
        return libraries.compared(library, Path(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
