"""The entry of the command line: starts the judges, reads the arguments, turns every end into an exit code.

Exit codes: 0 all passed, 1 not all, 2 the command was wrong, 3 the grader itself failed, 130 interrupted.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, NoReturn

from kata.front.errors import MachineryFailure, UsageProblem
from kata.layout import Layout
from kata.manifest import ManifestError

if TYPE_CHECKING:
    from kata.front.judging import Bench

_WITHOUT_A_JUDGE = {"list", "hint", "selftest", "handout", "classroom"}  # a class has judges of its own
_NOT_GRADING = {"-h", "--help", "--version", "--open"}


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command with these arguments (those of the process by default) and exit with its code."""
    sys.exit(run(sys.argv[1:] if argv is None else list(argv)))


def run(argv: Sequence[str], layout: Layout | None = None, judge: Sequence[str] = ()) -> int:
    """Run the command on this project with this judge (the project's own by default); return the exit code."""
    layout = layout or Layout()
    try:
        with ExitStack() as stack:
            stack.callback(_flush)

            @cache
            def bench() -> "Bench":
                from kata.front.judging import COMMAND, Bench  # list and hint go without

                return stack.enter_context(Bench(layout, judge or COMMAND))

            judges = _judges_needed(argv)
            if judges:
                bench().start_ahead(judges)
            gc.disable()
            from kata.front import commands  # click and the rest load while the judges do

            gc.freeze()
            gc.enable()
            return commands.dispatch(list(argv), layout, bench)
    except (UsageProblem, ManifestError) as problem:
        return _say(str(problem), 2)
    except MachineryFailure as failure:
        details = f"\n{failure.details.rstrip()}" if failure.details.strip() else ""
        return _say(f"{failure}{details}", 3)
    except KeyboardInterrupt:
        return _say("Interrupted.", 130)


def _judges_needed(argv: Sequence[str]) -> int:
    """A guess, made before the arguments are really read; too few is slower and too many does no harm."""
    if (argv and argv[0] in _WITHOUT_A_JUDGE) or _NOT_GRADING.intersection(argv):
        return 0
    from kata.front.judging import cores, judges_worth_starting

    names = [word for word in argv if not word.startswith("-")]
    several = not names or names[0] in ("verify", "report")
    return min(cores(), 4) if several else judges_worth_starting(len(names), cores())


def _flush() -> None:
    """Write what is still to be written; when nobody reads it any more, let nothing complain of that at exit."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str, code: int) -> int:
    import shutil
    import textwrap

    from kata.front.safe_text import block

    text = block(sentence, encoding=sys.stderr.encoding)
    if sys.stderr.isatty():  # which would break a word where its line ends
        width = shutil.get_terminal_size().columns
        lines = (
            textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
            for line in text.split("\n")
        )
        text = "\n".join(lines)
    print(text, file=sys.stderr)
    return code
