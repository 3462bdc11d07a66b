"""python -m tests.project.bench [NAME...]: runs measurements and prints their tables."""

import sys
from collections.abc import Callable

from . import grading

BENCHES: dict[str, Callable[[], None]] = {"grading": grading.main}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(
            f"There is no measurement called {unknown[0]}; there are: {', '.join(BENCHES)}.", file=sys.stderr
        )
        return 2
    for name in names or BENCHES:
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
