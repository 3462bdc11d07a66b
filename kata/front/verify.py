"""The author's check: every exercise must tell right answers from wrong ones.

For each exercise the reference and the accepted answers pass, the stub does not, and every rejected answer
gets the verdict and the diagnosis that its own docstring names.

Where an exercise that the virtual clock can play is played in real time, a busy machine can make any answer late. What
does not hold there is judged once more at the end, with nothing else under way, and counts when it does not hold again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kata.front import stubs, words
from kata.front.answers import clock_for
from kata.front.expectations import Expectation, ExpectationError, approach, expectation
from kata.front.judging import Answer, Bench, Line
from kata.layout import Layout
from kata.manifest import Exercise

LEAST_ACCEPTED = 2
LEAST_REJECTED = 3

# None, or what was expected and what came instead; by the line and the clock.
_Rule = Callable[[Line, str], tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Part:
    """The ``number``-th (from 1) of so many equal parts of the accepted and rejected answers of an exercise."""

    number: int = 1
    of: int = 1

    def choose(self, paths: Sequence[Path]) -> list[Path]:
        """Those of the paths that belong to it."""
        return list(paths[self.number - 1 :: self.of])

    @property
    def whole(self) -> bool:
        """Whether it is everything."""
        return self.of == 1


@dataclass(frozen=True, slots=True)
class Broken:
    """One expectation that does not hold: of which file, what was expected and what came instead."""

    path: Path
    expected: str
    got: str
    clock: str | None = None


@dataclass(slots=True)
class Check:
    """What the check found for one exercise. ``again``: how many answers were judged a second time."""

    exercise: Exercise
    accepted: int = 0
    accepted_of: int = 0
    rejected: int = 0
    rejected_of: int = 0
    again: int = 0
    broken: list[Broken] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every expectation holds."""
        return not self.broken


def verify(
    exercises: Sequence[Exercise],
    layout: Layout,
    bench: Bench,
    *,
    clocks: Sequence[str],
    seed: int,
    part: Part = Part(),
    progress: Callable[[int, int], None] = lambda judged, total: None,
) -> Iterator[Check]:
    """Have every file of the exercises judged on each clock, and yield the checks in the exercises' order.

    Those for which something has to be judged again come last. The judges begin at once. ``part``: which of the
    accepted and rejected answers; whether each hint fits one of them is seen only with all of them. ``progress`` is
    called with the number of answers judged so far and of all.
    """
    cases = [_Case(exercise, layout, part) for exercise in exercises]
    answers = [answer for case in cases for answer in case.answers(clocks)]
    lines = bench.judge(answers, seed)
    return _checks(cases, lines, lambda again: bench.judge_in_one(again, seed), len(answers), progress)


def _checks(
    cases: list["_Case"],
    lines: Iterator[tuple[Answer, Line]],
    judge_again: Callable[[Sequence[Answer]], Iterator[tuple[Answer, Line]]],
    total: int,
    progress: Callable[[int, int], None],
) -> Iterator[Check]:
    results: dict[Answer, Line] = {}
    doubtful: list[tuple[_Case, list[Answer]]] = []
    for answer, line in lines:
        results[answer] = line
        progress(len(results), total)
        while cases and cases[0].complete(results):
            case = cases.pop(0)
            check = case.check(results)
            if again := case.perhaps_late(check):
                doubtful.append((case, again))
            else:
                yield check
    for case, again in doubtful:
        results.update(judge_again(again))
        check = case.check(results)
        check.again = len(again)
        yield check


class _Case:
    """The files of one exercise and what each of them must get."""

    def __init__(self, exercise: Exercise, layout: Layout, part: Part) -> None:
        self._exercise = exercise
        self._layout = layout
        self._part = part
        self._pristine = layout.pristine(exercise.chapter, exercise.name)
        self._stub = layout.stub(exercise.chapter, exercise.name)
        self._reference = layout.reference(exercise.chapter, exercise.name)
        self._accepted = part.choose(layout.accepted(exercise.name))
        self._rejected = part.choose(layout.rejected(exercise.name))
        self._asked: list[Answer] = []

    def answers(self, clocks: Sequence[str]) -> list[Answer]:
        paths = [self._stub, self._reference, *self._accepted, *self._rejected]
        on = dict.fromkeys(clock_for(self._exercise, clock) for clock in clocks)
        self._asked = [Answer(self._exercise.name, path, clock) for clock in on for path in paths]
        return self._asked

    def complete(self, results: dict[Answer, Line]) -> bool:
        return all(answer in results for answer in self._asked)

    def perhaps_late(self, check: Check) -> list[Answer]:
        """The answers for which a busy machine may be the reason that something does not hold."""
        if self._exercise.clock == "wall":
            return []
        broken = {broken.path for broken in check.broken}
        return [answer for answer in self._asked if answer.clock == "wall" and answer.path in broken]

    def check(self, results: dict[Answer, Line]) -> Check:
        accepted, rejected = len(self._accepted), len(self._rejected)
        check = Check(self._exercise, accepted, accepted, rejected, rejected)
        check.broken += self._too_few()
        check.broken += self._kept()
        check.broken += self._of_file(self._stub, _does_not_pass, results)
        check.broken += self._of_file(self._reference, _passes, results)
        for path in self._accepted:
            broken = [*_says_its_approach(path), *self._of_file(path, _passes, results)]
            check.accepted -= bool(broken)
            check.broken += broken
        for path in self._rejected:
            broken = self._of_rejected(path, results)
            check.rejected -= bool(broken)
            check.broken += broken
        if self._part.whole:
            check.broken += self._hints_for_nobody(results)
        return check

    def _too_few(self) -> Iterator[Broken]:
        folder = f"tests/submissions/{self._exercise.name}"
        for kind, least, files in (
            ("accepted", LEAST_ACCEPTED, self._layout.accepted(self._exercise.name)),
            ("rejected", LEAST_REJECTED, self._layout.rejected(self._exercise.name)),
        ):
            if len(files) < least:
                yield Broken(Path(folder, kind), f"at least {least} {kind} answers", str(len(files)))

    def _kept(self) -> Iterator[Broken]:
        if stubs.stray(self._exercise, self._layout):
            yield Broken(
                self._pristine, "the same text as the stub", "another: verify --keep-stubs copies the stub"
            )

    def _hints_for_nobody(self, results: dict[Answer, Line]) -> Iterator[Broken]:
        """Hints for a diagnosis that no rejected answer gets, or for which another hint comes first."""
        got = [results[answer].get("diagnosis") for answer in self._asked if answer.path in self._rejected]
        found = {self._exercise.fitting_hint(diagnosis) for diagnosis in got}
        for part, hint in self._exercise.hint_for:
            if hint not in found:
                yield Broken(Path("exercises/kata.toml"), f'a rejected answer told "{part}"', "none")

    def _of_rejected(self, path: Path, results: dict[Answer, Line]) -> list[Broken]:
        try:
            expected = expectation(path)
        except ExpectationError as error:
            return [Broken(path, "a docstring that names verdict and diagnosis", str(error))]
        return self._of_file(path, partial(_gets, expected), results)

    def _of_file(self, path: Path, rule: _Rule, results: dict[Answer, Line]) -> list[Broken]:
        lines = {answer.clock: results[answer] for answer in self._asked if answer.path == path}
        broken = [
            Broken(path, *complaint, clock)
            for clock, line in lines.items()
            if (complaint := rule(line, clock)) is not None
        ]
        verdicts = {clock: str(line["verdict"]) for clock, line in lines.items()}
        if not broken and len(set(verdicts.values())) > 1:
            got = ", ".join(f"{verdict} on the {clock} clock" for clock, verdict in verdicts.items())
            broken.append(Broken(path, "the same verdict on both clocks", got))
        return broken


def _passes(line: Line, clock: str) -> tuple[str, str] | None:
    return None if line["verdict"] == "passed" else ("passed", said(line))


def _does_not_pass(line: Line, clock: str) -> tuple[str, str] | None:
    return ("a stub that does not pass", said(line)) if line["verdict"] in ("passed", "refused") else None


def _gets(expected: Expectation, line: Line, clock: str) -> tuple[str, str] | None:
    wanted, came = expected.diagnosis, line.get("diagnosis") or ""
    if clock == "wall":
        wanted = expected.in_real_time or wanted
        came_as_wanted = words.without_numbers(_words(wanted)) in words.without_numbers(_words(came))
    else:
        came_as_wanted = _words(wanted) in _words(came)
    same = line["verdict"] == expected.verdict and came_as_wanted
    return None if same else (f"{expected.verdict}: {wanted}", said(line))


def _says_its_approach(path: Path) -> Iterable[Broken]:
    try:
        approach(path)
    except ExpectationError as error:
        yield Broken(path, "a docstring that names the approach", str(error))


def _words(text: str) -> str:
    return " ".join(text.split())


def said(line: Line) -> str:
    """Verdict and diagnosis of a result line, as one text."""
    diagnosis = line.get("diagnosis")
    return f"{line['verdict']}: {diagnosis}" if diagnosis else str(line["verdict"])
