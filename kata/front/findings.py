"""What a run left to look at: errors, stuck and forgotten tasks, blocked stretches and warnings, with their lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kata.front import words


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a trace: its ``name`` ("raised", "stuck", ...), what it is, and where, if that is known."""

    name: str
    what: str
    where: Mapping[str, Any] | None = None


def read(trace: Mapping[str, Any]) -> list[Finding]:
    """The findings of a trace, each once, the most telling kinds first."""
    every = list(_every(trace))
    return [finding for at, finding in enumerate(every) if finding not in every[:at]]


def _every(trace: Mapping[str, Any]) -> Iterator[Finding]:
    if trace.get("error"):
        yield Finding("raised", _error(trace["error"]), trace["error"].get("where"))
    for call in trace.get("calls") or ():
        if call.get("error") and call.get("ending") == "raised":
            yield Finding("raised", _error(call["error"]), call["error"].get("where"))
    for task in trace.get("stuck") or ():
        yield Finding("stuck", f"{words.task(task)} waits for {task['waits']}", task.get("where"))
    for stretch in trace.get("blocked") or ():
        lasted = f"{stretch['end'] - stretch['start']:.3g} s"
        yield Finding("blocked", f"{stretch['what']} kept the event loop for {lasted}", stretch.get("where"))
    forgotten = [task for call in trace.get("calls") or () for task in call.get("leftovers") or ()]
    for task in [*forgotten, *(trace.get("leftovers") or ())]:
        what = f"{words.task(task)} still runs, and waits for {task['waits']}"
        yield Finding("left", what, task.get("where"))
    for warning in trace.get("warnings") or ():
        yield Finding("warning", warning["text"], warning.get("where"))
    if trace.get("where") and not trace.get("error"):
        yield Finding("at", trace.get("reason") or "the line that ran last", trace["where"])


def _error(error: Mapping[str, Any]) -> str:
    return f"{error.get('type')}: {error.get('text')}" if error.get("text") else str(error.get("type"))
