"""Grades one exercise after the other, in a thread of its own, with a judge that stands ready for the next save."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from kata.front import answers, history, results, stubs
from kata.front.errors import MachineryFailure
from kata.front.judging import Answer, Line, Prepared
from kata.front.results import ExerciseResult
from kata.front.session import Session


@dataclass(frozen=True, slots=True)
class Begun:
    """An exercise is being graded."""

    name: str


@dataclass(frozen=True, slots=True)
class Graded:
    """An exercise was graded. ``alone``: it was asked for by itself, not with all the others."""

    result: ExerciseResult
    alone: bool = True


@dataclass(frozen=True, slots=True)
class AllGraded:
    """Every exercise that somebody has worked on was graded."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The grader itself failed."""

    sentence: str


News = Begun | Graded | AllGraded | Broken


class Desk:
    """Takes wishes from any thread and tells the news from its own. A wish for what is being graded begins it anew.

    with Desk(session, tell) as desk:
        desk.grade("two_workers")
    """

    def __init__(self, session: Session, tell: Callable[[News], object]) -> None:
        self._session = session
        self._tell = tell
        self._bench = session.bench()
        self._wishes: list[str | None] = []  # None: all of them
        self._ready: tuple[str, Prepared] | None = None
        self._running: tuple[str, Prepared] | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def __enter__(self) -> "Desk":
        self._thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()
        for held in (self._running, self._ready):
            if held:
                self._bench.dismiss(held[1])
        self._thread.join(timeout=2)

    def grade(self, name: str) -> None:
        """Grade the file of this exercise as it is when its turn comes."""
        with self._changed:
            if name not in self._wishes:
                self._wishes.append(name)
            running = self._running
            self._changed.notify()
        if running and running[0] == name:  # that text is old
            self._bench.dismiss(running[1])

    def grade_all(self) -> None:
        """Grade every exercise that somebody has worked on."""
        with self._changed:
            if None not in self._wishes:
                self._wishes.append(None)
            self._changed.notify()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not (self._wishes or self._closed):
                    self._changed.wait()
                if self._closed:
                    return
                name = self._wishes.pop(0)
            try:
                if name is None:
                    self._grade_all()
                else:
                    self._grade(name)
            except MachineryFailure as failure:
                if not (self._closed or name in self._wishes):
                    self._tell(Broken(str(failure)))

    def _grade(self, name: str) -> None:
        exercise = self._session.manifest[name]
        self._tell(Begun(name))
        ready, self._ready = self._ready, None
        if ready and ready[0] != name:
            self._bench.dismiss(ready[1])
            ready = None
        prepared = ready[1] if ready else self._prepared(name)
        self._running = (name, prepared)
        try:
            path = self._session.layout.stub(exercise.chapter, name)
            text, untouched = stubs.mark(path), stubs.untouched(exercise, path, self._session.layout)
            _, line = next(prepared.go())
        finally:
            self._running = None
        self._tell(Graded(results.exercise_result(exercise, line, untouched=untouched)))
        self._bench.dismiss(prepared)
        if not untouched:
            self._remember(name, text, line)
        if not self._wishes and not self._closed:
            self._ready = (name, self._prepared(name))

    def _grade_all(self) -> None:
        layout = self._session.layout
        exercises = self._session.manifest.exercises
        asked = []
        texts = {}
        for answer in answers.from_exercises(exercises, layout, "virtual"):
            exercise = self._session.manifest[answer.exercise]
            if stubs.untouched(exercise, answer.path, layout):
                line = results.untouched_line(answer.path)
                self._tell(Graded(results.exercise_result(exercise, line, untouched=True), alone=False))
            else:
                asked.append(answer)
                texts[answer.exercise] = stubs.mark(answer.path)
        for answer, line in self._bench.judge(asked, _seed()):
            result = results.exercise_result(self._session.manifest[answer.exercise], line)
            self._tell(Graded(result, alone=False))
            self._remember(answer.exercise, texts[answer.exercise], line)
        self._tell(AllGraded())

    def _prepared(self, name: str) -> Prepared:
        exercise = self._session.manifest[name]
        path = self._session.layout.stub(exercise.chapter, name)
        answer = Answer(name, path, answers.clock_for(exercise, "virtual"))
        return self._bench.prepare(answer, _seed())

    def _remember(self, name: str, text: str | None, line: Line) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with history.changing(self._session.layout.progress) as past:
            past.of(name).graded(text, line["verdict"], line.get("diagnosis"), now)


def _seed() -> int:
    return int.from_bytes(os.urandom(4), "big") % 10_000
