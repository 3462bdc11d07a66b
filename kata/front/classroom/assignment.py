"""What a class is asked to do, as `assignment.toml` says it:

    title = "Week 3: tasks"
    credit = "whole"            # an exercise earns its points whole; or "tests": each test its share
    show = "visible"            # feedback tells the visible tests in full, of hidden ones the sentence; or "all"
    seed = 7                    # the random inputs of everybody; or "student": each has inputs of his own

    [[exercise]]
    name = "two_workers"
    points = 10                 # instead of the kata's own
    show = ["test_a", ...]      # tests told in full here, instead of what is said above

Without such a file: every exercise, whole, for its own points, with seed 1.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kata.front.errors import UsageProblem
from kata.manifest import Exercise, Manifest, nearest

Credit = Literal["whole", "tests"]
Show = Literal["visible", "all"] | tuple[str, ...]

CREDITS: tuple[Credit, ...] = ("whole", "tests")
SHOWS: tuple[Literal["visible", "all"], ...] = ("visible", "all")
PER_STUDENT = "student"

_KEYS = {"title", "credit", "show", "seed", "exercise"}
_EXERCISE_KEYS = {"name", "points", "show"}


@dataclass(frozen=True, slots=True)
class Assigned:
    """One exercise of an assignment, and what it is worth there."""

    exercise: Exercise
    points: float
    show: Show

    @property
    def name(self) -> str:
        """The exercise's name."""
        return self.exercise.name

    def shows(self, test: str, hidden: bool) -> bool:
        """Whether students are told everything about this test."""
        if self.show == "all":
            return True
        return not hidden if self.show == "visible" else test in self.show


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a class is asked to do. ``seed`` is None where each student has one of his own."""

    title: str
    exercises: tuple[Assigned, ...]
    credit: Credit = "whole"
    seed: int | None = 1

    @property
    def points(self) -> float:
        """What all of it is worth."""
        return sum(assigned.points for assigned in self.exercises)

    def seed_of(self, student: str) -> int:
        """The seed of this student's random inputs."""
        if self.seed is not None:
            return self.seed
        return int.from_bytes(hashlib.sha256(student.encode()).digest()[:4], "big") % 1_000_000


def everything(manifest: Manifest) -> Assignment:
    """The assignment of who wrote none."""
    every = tuple(Assigned(exercise, exercise.points, "visible") for exercise in manifest.exercises)
    return Assignment("asyncio kata", every)


def load(path: Path, manifest: Manifest) -> Assignment:
    """Read an assignment. UsageProblem says in one sentence what is wrong with it, and where."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageProblem(f"{path} cannot be read: {error.strerror}.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageProblem(f"{path.name} is not valid TOML: {error}.") from None
    return parse(data, path.name, manifest)


def parse(data: dict[str, Any], source: str, manifest: Manifest) -> Assignment:
    """Check an assignment that was read; ``source`` is the file's name in the sentence of a UsageProblem."""
    _only(data, _KEYS, source)
    credit = _one_of(data.get("credit", "whole"), CREDITS, f"credit in {source}")
    seed = data.get("seed", 1)
    if seed != PER_STUDENT and not (type(seed) is int and 0 <= seed < 1_000_000_000):
        raise UsageProblem(f'seed in {source} must be a whole number below 1000000000, or "student".')
    title = data.get("title", Path(source).stem)
    if not isinstance(title, str):
        raise UsageProblem(f"title in {source} must be a string.")
    show = _one_of(data.get("show", "visible"), SHOWS, f"show in {source}")
    entries = data.get("exercise")
    if entries is None:
        exercises = tuple(Assigned(exercise, exercise.points, show) for exercise in manifest.exercises)
    elif isinstance(entries, list) and entries:
        exercises = tuple(_assigned(entry, show, source, manifest) for entry in entries)
    else:
        raise UsageProblem(f"{source} needs at least one [[exercise]], or none at all for every exercise.")
    names = [assigned.name for assigned in exercises]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise UsageProblem(f"{source} names {twice} twice.")
    return Assignment(title, exercises, credit, None if seed == PER_STUDENT else seed)


def as_data(asked: Assignment) -> dict[str, Any]:
    """The assignment as it was read, for ``parse`` to read again."""
    return {
        "title": asked.title,
        "credit": asked.credit,
        "seed": PER_STUDENT if asked.seed is None else asked.seed,
        "exercise": [
            {
                "name": assigned.name,
                "points": assigned.points,
                "show": list(assigned.show) if isinstance(assigned.show, tuple) else assigned.show,
            }
            for assigned in asked.exercises
        ],
    }


def _assigned(entry: Any, show: Show, source: str, manifest: Manifest) -> Assigned:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise UsageProblem(f"Each [[exercise]] in {source} needs a name.")
    name = entry["name"]
    place = f"{name} in {source}"
    _only(entry, _EXERCISE_KEYS, place)
    if name not in manifest:
        meant = nearest(name, [exercise.name for exercise in manifest.exercises])
        raise UsageProblem(f"There is no exercise {place}{f'; did you mean {meant}?' if meant else '.'}")
    points = entry.get("points", manifest[name].points)
    if type(points) not in (int, float) or not 0 <= points <= 10_000:
        raise UsageProblem(f"points of {place} must be a number from 0 to 10000.")
    own = entry.get("show", show)
    if isinstance(own, list) and all(isinstance(test, str) for test in own):
        own = tuple(own)
    elif own != show:
        own = _one_of(own, SHOWS, f"show of {place}")
    return Assigned(manifest[name], points, own)


def _only(table: dict[str, Any], known: set[str], place: str) -> None:
    for key in table:
        if key not in known:
            meant = nearest(key, known)
            advice = f"did you mean {meant}?" if meant else f"known are {', '.join(sorted(known))}."
            raise UsageProblem(f'"{key}" means nothing in {place}; {advice}')


def _one_of(value: Any, allowed: tuple[Any, ...], place: str) -> Any:
    if value not in allowed:
        choices = " or ".join(f'"{choice}"' for choice in allowed)
        raise UsageProblem(f"{place} must be {choices}.")
    return value
