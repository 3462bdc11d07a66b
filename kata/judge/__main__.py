"""`python -m kata.judge`: judges what is asked for on standard input; see `kata.judge.judging`.

`python -m kata.judge warm NUMBER` has so many warm players start at once, before pytest is loaded. They are not in a
sandbox.
"""

import gc
import os
import sys

from .warm import FORKS, start_warm


def main() -> int:
    gc.disable()  # what is loaded here stays; looking through it for garbage takes longer than a run
    number = int(sys.argv[2]) if sys.argv[1:2] == ["warm"] and FORKS else 0
    warm = start_warm(number) if number else []
    from .judging import serve  # they load while this does

    return serve(warm)


if __name__ == "__main__":
    exit_code = main()
    sys.stderr.flush()
    os._exit(exit_code)  # somebody waits, and taking down all that pytest has loaded takes longer than a run
