"""How each exercise stands, as far as is known without grading it again."""

from kata.front import history, stubs
from kata.front.session import Session

UNKNOWN = "changed"
"""Somebody has worked on it since it was graded last."""


def standing(session: Session) -> dict[str, str]:
    """A verdict for each exercise by its name: "unfinished" for an untouched stub, or UNKNOWN."""
    past = history.read(session.layout.progress)
    found = {}
    for exercise in session.manifest.exercises:
        path = session.layout.stub(exercise.chapter, exercise.name)
        entry = past.of(exercise.name)
        if stubs.untouched(exercise, path, session.layout):
            found[exercise.name] = "unfinished"
        elif entry.verdict and entry.text == stubs.mark(path):
            found[exercise.name] = entry.verdict
        else:
            found[exercise.name] = UNKNOWN
    return found


def first_waiting(states: dict[str, str], after: str | None = None) -> str:
    """The first exercise that has not passed, looking on from the one ``after`` and round; it, if all have passed."""
    names = list(states)
    start = names.index(after) + 1 if after else 0
    waiting = (name for name in [*names[start:], *names[:start]] if states[name] != "passed")
    return next(waiting, names[start % len(names)])
