"""The sentences that say what happened in general; tests and `explain` functions have better ones."""

from typing import Any

from .trace import Call, Trace
from .values import Error

MOST_NAMED = 3
LONGEST = 1_200  # characters of one sentence


def one_line(text: str) -> str:
    """The text with every character escaped that is not printed as itself: an answer's words may stand in it."""
    shown = text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def place(where: Any) -> str:
    """at line 12 (main)"""
    if not where:
        return ""
    function = where["function"]
    return f" at line {where['line']}" + (f" ({function})" if function and function != "<module>" else "")


def _list(items: list[str]) -> str:
    shown = items[:MOST_NAMED]
    if len(items) > MOST_NAMED:
        shown.append(f"{len(items) - MOST_NAMED} more")
    return "; ".join(shown)


def waiting(task: dict[str, Any]) -> str:
    """One pending task: who waits, for what, where."""
    where = task["where"]
    name = where["function"] if where else task["coroutine"]
    if not task["task"].startswith("Task-") and task["task"] != name:
        name = f"{task['task']} ({name})"
    line = f" at line {where['line']}" if where else ""
    return f"{name} waits{line} for {task['waits']}"


def no_import(stage: str, error: Error) -> str:
    verb = "compile" if stage == "compile" else "import"
    return f"the answer does not {verb}: {error}{place(error.where)}"


def raised(call: Call) -> str:
    error = call.error
    assert error is not None
    return f"{call.text} raised {error}{place(_innermost(error))}"


def _innermost(error: Error) -> Any:
    return next((leaf.where for leaf in error.leaves() if leaf.where), error.where)


def unfinished(error: Error) -> str:
    where = error.where
    return f"not written yet: {where['function']}" if where and where["function"] else "not written yet"


def died(status: str) -> str:
    return f"the answer's process ended ({status}) before its call came back"


def timed_out(reason: str, where: Any) -> str:
    text = f"stopped: {reason}"
    return text + (f"; it was{place(where)}: {where['source']}" if where else "")


def deadlock(trace: Trace) -> str:
    head = "everything waits, and nothing can ever happen again"
    if trace.data["phase"] == "closing":
        head = "after the end the loop could not close, because a task went on waiting after it was cancelled"
    fallen = [warning for warning in trace.warnings if warning["kind"] == "never_retrieved"]
    if fallen:
        head = f"{head} after {fallen[0]['text']}{place(fallen[0]['where'])}"
    stuck = [waiting(task) for task in sorted(trace.stuck, key=lambda task: task["where"] is None)]
    return f"{head}: {_list(stuck)}" if stuck else head


def spin(trace: Trace) -> str:
    turning = [f"{task['coroutine']}{place(task['where'])}" for task in trace.stuck if task["where"]]
    text = f"the event loop spins ({trace.data['reason']})"
    return f"{text}: {_list(sorted(set(turning)))}" if turning else text


def blocked(trace: Trace) -> str:
    longest = max(trace.blocked, key=lambda stretch: stretch["end"] - stretch["start"])
    total = sum(stretch["end"] - stretch["start"] for stretch in trace.blocked)
    where = place(longest["where"])
    return (
        f"the event loop was blocked for {round(total, 3):g} s by {longest['what']}{where}: "
        "nothing else could run meanwhile"
    )


def leftovers(trace: Trace) -> str:
    call = next(call for call in trace.calls if call.leftovers)
    count = len(call.leftovers)
    tasks = "1 task was" if count == 1 else f"{count} tasks were"
    names = _list([f"{task['coroutine']}{place(task['where'])}" for task in call.leftovers])
    verb = {"returned": "returned", "raised": "raised", "cancelled": "was cancelled"}.get(
        call.ending, "ended"
    )
    return f"{tasks} still running when {call.text} {verb}: {names}"


def complaint(warning: dict[str, Any]) -> str:
    where = place(warning["where"])
    text: str = warning["text"]
    return {
        "never_awaited": f"{text}{where}: calling a coroutine function only makes a coroutine object",
        "never_retrieved": f"{text}{where}: nobody looked at the result",
        "destroyed": f"{text}{where}: nobody kept a reference to it",
    }.get(warning["kind"], f"{text}{where}")


def left_open(trace: Trace) -> str:
    count = trace.loops["left_open"]
    return f"{'an event loop was' if count == 1 else f'{count} event loops were'} left open"
