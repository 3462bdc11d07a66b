"""Which test of an exercise tells the most: the one that gave it its verdict, or that shows how it passed."""

from kata.front.results import ExerciseResult, TestResult


def deciding(result: ExerciseResult) -> TestResult | None:
    """The test that gave the exercise its verdict: the first with that verdict, or else the first to fail."""
    failed = [test for test in result["tests"] if test["outcome"] != "passed"]
    same = [test for test in failed if test["verdict"] == result["verdict"]]
    if result["untouched"]:
        same = [test for test in failed if test["message"] == result["diagnosis"]]
    return next(iter(same or failed), None)


def showing(result: ExerciseResult) -> TestResult | None:
    """The test whose trace shows most: the first visible one in which time passed and somebody worked."""
    played = [test for test in result["tests"] if test["trace"] and not test["hidden"]]
    return next((test for test in played if _is_seen(test["trace"] or {})), None)


def _is_seen(trace: dict[str, object]) -> bool:
    return bool(trace.get("spans") and trace.get("elapsed"))
