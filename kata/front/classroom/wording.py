"""What a student may be told of the sentence of a hidden test: the words that its author wrote, and no values.

    wording.told("errand3 was cut short: it must run to its end", {"names": ["errand3"]}, "failed")
        # "… was cut short: it must run to its end"

A sentence that stands in the test as it is, is told as it is. Of one that was made when the test ran, the pieces that
stand in the test are told; what was put between them came from inputs, or from the answer, which may have been written
to carry hidden inputs out, and gives way to "…". Names that the stub has, too, and lines of the answer stay.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kata.layout import Layout
from kata.manifest import Exercise

GAP = "…"
UNSAID = {
    "error": "your code raised an error, or could not be loaded",
    "unfinished": "it is not written yet",
    "tampered": "your code reached for the grader",
    "timeout": "it took longer than is allowed, and was stopped",
    "deadlock": "everything waits, and nothing can ever happen again",
    "spin": "the event loop turns without end, and no time passes",
    "blocked": "the event loop was blocked: nothing else could run meanwhile",
    "leaked": "something was left behind when the call was over",
}
"""What is told by the verdict alone, where nothing of a sentence may be."""

_ELSE = "what came of it is not what the docstring asks for"
_FEWEST_WORDS = 2  # of a piece that may be told; single words could be put together to anything
_FEWEST_IN_DATA = 4  # of a piece that a function gave a name: it may be an input, too
_FEWEST_TOLD = 3
_MOST_GAPS = 4
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_PLACE = re.compile(r" at line \d+(?: \([\w<>]+\))?$")
_NUMBER_OF_LINE = re.compile(r"\d{1,5}\b")


class Wording:
    """What the author of one exercise's tests has written."""

    def __init__(self, written: Iterable[str], public: Iterable[str]) -> None:
        """``written`` are the sources of tests and judge, ``public`` texts that every student has."""
        pieces = {piece for source in written for piece in _pieces(source)}
        self._whole = {piece.strip() for piece in pieces}
        longest_first = sorted(
            (piece for piece in pieces if len(piece) >= 8), key=lambda one: (-len(one), one)
        )
        self._piece = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._names = {name for text in public for name in re.findall(r"[A-Za-z_]\w*", text)}

    def told(self, message: str | None, inputs: Mapping[str, Any], verdict: str) -> str:
        """The sentence without anything that was made from the inputs, or by the answer."""
        message = (message or "").strip()
        hidden = set(_leaves(list(inputs.values())))  # its keys are the scenario's own words
        if message in self._whole and message not in hidden:
            return message
        text, gaps = self._covered(message, hidden)
        for value in sorted(hidden, key=len, reverse=True):
            if len(value) > 3:
                text = text.replace(value, GAP)
        if gaps > _MOST_GAPS or len(_WORD.findall(_PLACE.sub("", text))) < _FEWEST_TOLD:
            place = _PLACE.search(message)
            return UNSAID.get(verdict, _ELSE) + (place[0] if place and verdict in UNSAID else "")
        return text

    def _covered(self, message: str, hidden: set[str]) -> tuple[str, int]:
        """The message with gaps for what no author wrote, and how many these are."""
        text, gaps, end = "", 0, 0
        for found in [*self._piece.finditer(message), None]:
            between = message[end : found.start() if found else len(message)]
            kept = self._between(between, text, hidden)
            gaps += kept.count(GAP)
            text += kept + (found[0] if found else "")
            end = found.end() if found else end
        return text, gaps

    def _between(self, between: str, before: str, hidden: set[str]) -> str:
        core = between.strip(" ,.;:()")
        if not core or (core in self._names and core not in hidden):
            return between
        number = _NUMBER_OF_LINE.match(between) if before.endswith("line ") else None
        if number:
            return number[0] + self._between(between[number.end() :], "", hidden)
        left, _, right = between.partition(core)
        return f"{left}{GAP}{right}"


def of_exercise(exercise: Exercise, layout: Layout) -> Wording:
    """The wording of an exercise's tests, and of what the judge says in general."""
    tests = layout.tests(exercise.chapter, exercise.name)
    judge = layout.root / "kata" / "judge" / "sentences.py"
    public = [layout.pristine(exercise.chapter, exercise.name)]
    texts = [[path.read_text("utf-8") for path in paths] for paths in ([*tests, judge], public)]
    return Wording(*texts)


def _pieces(source: str) -> Iterator[str]:
    """The texts in a module that may be sentences, or parts of one: no inputs, and nothing that is compared."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    yield from _texts(tree, inside_function=False, fewest=_FEWEST_WORDS)


def _texts(node: ast.AST, *, inside_function: bool, fewest: int) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and len(_WORD.findall(node.value)) >= fewest:
            yield node.value
        return
    if isinstance(node, (ast.List, ast.Tuple, ast.Set, ast.keyword, ast.Compare, ast.Subscript)):
        return
    if isinstance(node, ast.Dict) and inside_function:
        return
    if isinstance(node, ast.Assert):
        if node.msg is not None:
            yield from _texts(node.msg, inside_function=inside_function, fewest=fewest)
        return
    if isinstance(node, ast.Assign | ast.AnnAssign) and inside_function:
        fewest = max(fewest, _FEWEST_IN_DATA)
    inside_function = inside_function or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for child in ast.iter_child_nodes(node):
        yield from _texts(child, inside_function=inside_function, fewest=fewest)


def _leaves(value: Any) -> Iterator[str]:
    """Every text and number in some inputs, and every name of one."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
