"""Verdicts: what can be said of a test, and of all the tests of an exercise together."""

from typing import Any, Literal, get_args

Verdict = Literal[
    "refused",
    "error",
    "unfinished",
    "tampered",
    "timeout",
    "deadlock",
    "spin",
    "blocked",
    "leaked",
    "failed",
    "passed",
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)  # the first that applies to any test is the exercise's


class NotPassed(AssertionError):
    """A test ends here, with this verdict and this sentence."""

    def __init__(self, verdict: Verdict, sentence: str) -> None:
        super().__init__(sentence)
        self.verdict = verdict
        self.sentence = sentence


def first(verdicts: "list[Verdict]") -> Verdict:
    """The verdict on an exercise whose tests got these. No test at all cannot pass."""
    return min(verdicts, key=VERDICTS.index, default="failed")


def of_exercise(tests: list[dict[str, Any]]) -> tuple[Verdict, str | None]:
    """The verdict on an exercise, and the sentence of the first test that decided it."""
    verdict = first([test["verdict"] for test in tests])
    if verdict == "passed":
        return verdict, None
    deciding = [test["message"] for test in tests if test["verdict"] == verdict]
    return verdict, deciding[0] if deciding else "no test was reported"
