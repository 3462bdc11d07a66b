"""The folders of packages that a player may need beside the standard library."""

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution

from ..manifest import Exercise


class MissingPackage(Exception):
    """A package that an exercise needs is not installed; the text is a sentence."""


def folders(needed: Iterable[str]) -> list[str]:
    """Where these distributions are installed, each folder once. Raises MissingPackage."""
    found: dict[str, None] = {}
    for name in needed:
        try:
            found[str(distribution(name).locate_file(""))] = None
        except PackageNotFoundError:
            raise MissingPackage(f"an exercise needs {name}, which is not installed here") from None
    return list(found)


def packages_of(exercises: Iterable[Exercise]) -> dict[str, list[str]]:
    """The folders for those of the exercises that need any, by name."""
    return {exercise.name: folders(exercise.needs) for exercise in exercises if exercise.needs}
