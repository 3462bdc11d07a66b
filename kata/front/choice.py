"""What the user named: from words on the command line to exercises of the manifest."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kata.front.errors import UsageProblem
from kata.layout import Layout
from kata.manifest import Exercise, Manifest, nearest


def choose(
    words: Sequence[str], manifest: Manifest, layout: Layout, commands: Iterable[str] = ()
) -> list[Exercise]:
    """The exercises that the words name, each once, in the words' order; all of them when there is no word.

    A word is the name of an exercise, the id of a chapter, or the path of a file or folder under exercises/.
    UsageProblem suggests the nearest exercise or command for a word that is none of these.
    """
    if not words:
        return list(manifest.exercises)
    chosen = [exercise for word in words for exercise in _named(word, manifest, layout, tuple(commands))]
    return list(dict.fromkeys(chosen))


def choose_one(word: str, manifest: Manifest, layout: Layout) -> Exercise:
    """The one exercise that the word names."""
    chosen = choose([word], manifest, layout)
    if len(chosen) != 1:
        raise UsageProblem(f'"{word}" is a whole chapter; name one exercise, such as {chosen[0].name}.')
    return chosen[0]


def _named(word: str, manifest: Manifest, layout: Layout, commands: tuple[str, ...]) -> tuple[Exercise, ...]:
    name = word
    if "/" in word or "\\" in word or word.endswith(".py"):
        name = _name_of_path(word, layout)
    if name in manifest:
        return (manifest[name],)
    for chapter in manifest.chapters:
        if name == chapter.id:
            return chapter.exercises
    if word in commands:
        raise UsageProblem(f'"{word}" is a command: write it first, as in  python3 grade.py {word}')
    names = [exercise.name for exercise in manifest.exercises]
    meant = nearest(name, [*names, *(chapter.id for chapter in manifest.chapters), *commands])
    advice = f"did you mean {meant}?" if meant else "python3 grade.py list  shows them all."
    raise UsageProblem(f'There is no exercise or command called "{word}"; {advice}')


def _name_of_path(word: str, layout: Layout) -> str:
    path = Path(word).resolve()
    if not path.is_relative_to(layout.exercises.resolve()) and path.exists():
        raise UsageProblem(
            f"{word} is not under exercises/; to grade it, write  python3 grade.py NAME --from {word}"
        )
    return path.stem
