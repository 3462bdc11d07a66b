"""The manifest: which chapters and exercises there are, in which order, and what each is worth.

manifest = load(Layout().manifest)
manifest["two_workers"].points
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHEMA = "asyncio-kata/manifest/1"
CLOCKS = ("virtual", "wall")

_CHAPTER_KEYS = {"id", "title", "exercise"}
_EXERCISE_KEYS = {
    "name",
    "title",
    "difficulty",
    "points",
    "covers",
    "clock",
    "heavy",
    "needs",
    "hints",
    "hint_for",
}


class ManifestError(Exception):
    """The manifest cannot be used; the text is one sentence that says where and why."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise.

    ``clock`` is "wall" for an exercise about the operating system, which no virtual clock can play; one that is
    ``heavy`` keeps a processor busy in each of its runs. ``needs`` names the distributions that its answers may import
    beside the standard library.
    ``hints`` lead on one by one. ``hint_for`` has hints for certain mistakes: a part of a diagnosis, and the hint.
    """

    name: str
    chapter: str
    title: str
    difficulty: int
    points: int
    covers: tuple[str, ...]
    clock: str
    hints: tuple[str, ...]
    hint_for: tuple[tuple[str, str], ...] = ()
    needs: tuple[str, ...] = ()
    heavy: bool = False

    def fitting_hint(self, diagnosis: str | None) -> str | None:
        """The first hint that is meant for this diagnosis, if there is one."""
        said = _words(diagnosis or "")
        return next((hint for part, hint in self.hint_for if _words(part) in said), None)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter and its exercises, in the order in which they are learned."""

    id: str
    title: str
    exercises: tuple[Exercise, ...]

    @property
    def number(self) -> int:
        """The chapter's number: 2 for ``ch02_tasks``."""
        return int(self.id[2:4])


@dataclass(frozen=True, slots=True)
class Manifest:
    """All chapters, in order."""

    chapters: tuple[Chapter, ...]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise, in order."""
        return tuple(exercise for chapter in self.chapters for exercise in chapter.exercises)

    def __getitem__(self, name: str) -> Exercise:
        """The exercise of this name; KeyError when there is none."""
        for exercise in self.exercises:
            if exercise.name == name:
                return exercise
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return any(exercise.name == name for exercise in self.exercises)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was most probably meant to be, or None when none is near."""
    import difflib

    folded = word.casefold().replace("-", "_")
    names = list(known)
    close = difflib.get_close_matches(folded, names, n=1, cutoff=0.6)
    if close:
        return close[0]
    beginning = [name for name in names if len(folded) >= 3 and name.startswith(folded)]
    return beginning[0] if len(beginning) == 1 else None


def load(path: Path) -> Manifest:
    """Read and check the manifest; ManifestError says what is wrong in one sentence."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ManifestError(f"The manifest {path} cannot be read: {error.strerror}.") from None
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise ManifestError(f"{path.name} is not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{path.name} is not valid TOML: {error}.") from None
    return parse(data, path.name)


def parse(data: dict[str, Any], source: str = "kata.toml") -> Manifest:
    """Check a manifest that was read; ``source`` is the file's name in the sentence of a ManifestError."""
    if data.get("schema") != SCHEMA:
        raise ManifestError(f'{source} must begin with schema = "{SCHEMA}".')
    entries = data.get("chapter")
    if not isinstance(entries, list) or not entries:
        raise ManifestError(f"{source} has no [[chapter]].")
    chapters = tuple(
        _Entry(entry, source, f"chapter {number}").chapter() for number, entry in enumerate(entries, 1)
    )
    _refuse_twins(source, "chapter", [chapter.id for chapter in chapters])
    manifest = Manifest(chapters)
    _refuse_twins(source, "exercise", [exercise.name for exercise in manifest.exercises])
    return manifest


def _words(text: str) -> str:
    return " ".join(text.split())


def _refuse_twins(source: str, kind: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise ManifestError(f'{source}: there are two {kind}s called "{name}".')


class _Entry:
    """One table of the manifest while it is being checked."""

    def __init__(self, entry: object, source: str, called: str) -> None:
        self._source = source
        self._called = called
        if not isinstance(entry, dict):
            raise self._error("must be a table")
        self._entry: dict[str, Any] = entry

    def chapter(self) -> Chapter:
        self._refuse_unknown(_CHAPTER_KEYS)
        id_ = self._text("id")
        if not (id_.isidentifier() and id_[:2] == "ch" and id_[2:4].isdigit() and id_[4:5] == "_"):
            raise self._error(f'id must look like ch02_tasks, not "{id_}"')
        self._called = f"chapter {id_}"
        entries = self._entry.get("exercise")
        if not isinstance(entries, list) or not entries:
            raise self._error("has no [[chapter.exercise]]")
        exercises = tuple(
            _Entry(entry, self._source, f"exercise {number} of {id_}").exercise(id_)
            for number, entry in enumerate(entries, 1)
        )
        return Chapter(id_, self._text("title"), exercises)

    def exercise(self, chapter: str) -> Exercise:
        name = self._text("name")
        if not name.isidentifier():
            raise self._error(f'name must be a Python name like two_workers, not "{name}"')
        self._called = f"exercise {name}"
        self._refuse_unknown(_EXERCISE_KEYS)
        clock = self._entry.get("clock", "virtual")
        if clock not in CLOCKS:
            raise self._error('clock must be "virtual" or "wall"')
        return Exercise(
            name=name,
            chapter=chapter,
            title=self._text("title"),
            difficulty=self._number("difficulty", 1, 5),
            points=self._number("points", 1, 1000),
            covers=self._texts("covers"),
            clock=clock,
            hints=self._texts("hints"),
            hint_for=self._pairs("hint_for"),
            needs=self._texts("needs"),
            heavy=self._flag("heavy"),
        )

    def _text(self, key: str) -> str:
        value = self._entry.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._error(f"needs a {key}, as text")
        return value

    def _flag(self, key: str) -> bool:
        value = self._entry.get(key, False)
        if not isinstance(value, bool):
            raise self._error(f"{key} must be true or false")
        return value

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self._entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
            raise self._error(f"{key} must be a list of texts")
        return tuple(value)

    def _pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        value = self._entry.get(key, {})
        texts = [*value, *value.values()] if isinstance(value, dict) else [None]
        if not all(isinstance(text, str) and text.strip() for text in texts):
            raise self._error(f"{key} must be a table of texts")
        return tuple(value.items())

    def _number(self, key: str, least: int, most: int) -> int:
        value = self._entry.get(key)
        if type(value) is not int or not least <= value <= most:
            raise self._error(f"needs {key}, a whole number from {least} to {most}")
        return value

    def _refuse_unknown(self, known: set[str]) -> None:
        for key in self._entry:
            if key not in known:
                meant = nearest(key, known)
                raise self._error(
                    f'has an unknown key "{key}"' + (f", did you mean {meant}?" if meant else "")
                )

    def _error(self, what: str) -> ManifestError:
        return ManifestError(f"{self._source}: {self._called} {what}" + ("" if what.endswith("?") else "."))
