"""What a file under tests/submissions says of itself: its belief, and the verdict and diagnosis it must get.

    \"\"\"Awaits the workers one after the other.

    verdict: failed
    diagnosis: the second worker only started
        when the first had finished
    \"\"\"

Where nothing can happen at the very same moment, another sentence may fit: a line "in real time:" tells it.
Where a newer Python says it in other words, a line "from Python 3.14:" tells them, maybe after a verdict and a colon.

The file is read, never imported.
"""

import ast
import inspect
import io
import re
import sys
import tokenize
from dataclasses import dataclass
from pathlib import Path

from kata.front.judging import VERDICTS
from kata.manifest import nearest

_FROM_PYTHON = re.compile(r"from Python 3\.(\d+)")


class ExpectationError(Exception):
    """The file does not say what it must; the text is a short phrase that says what is missing."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the judge must say of a rejected answer: this verdict, and a diagnosis that contains this text.

    ``in_real_time`` takes the place of ``diagnosis`` on the wall clock, where there is one.
    """

    verdict: str
    diagnosis: str
    in_real_time: str | None = None


def approach(path: Path) -> str:
    """The first line of the file's docstring; ExpectationError when there is none."""
    return _docstring(path).splitlines()[0].strip()


def expectation(path: Path) -> Expectation:
    """What a rejected file says that it must get; ExpectationError when it does not say so."""
    fields = _fields(_docstring(path))
    fields |= _on_this_python(fields)
    verdict = fields.get("verdict")
    if not verdict:
        raise ExpectationError('its docstring has no "verdict:" line')
    if verdict == "passed" or verdict not in VERDICTS:
        meant = nearest(verdict, VERDICTS[:-1])
        raise ExpectationError(
            f'"{verdict}" is no verdict of a rejected answer' + (f", did you mean {meant}?" if meant else "")
        )
    diagnosis = fields.get("diagnosis")
    if not diagnosis:
        raise ExpectationError('its docstring has no "diagnosis:" line')
    return Expectation(verdict, diagnosis, fields.get("in real time"))


def _on_this_python(fields: dict[str, str]) -> dict[str, str]:
    """The diagnosis of the line "from Python 3.X:" that fits this Python best, and its verdict if one stands before."""
    since = {int(match[1]): text for key, text in fields.items() if (match := _FROM_PYTHON.fullmatch(key))}
    fitting = [minor for minor in since if minor <= sys.version_info.minor]
    if not fitting:
        return {}
    words = since[max(fitting)]
    verdict, _, diagnosis = words.partition(": ")
    return {"verdict": verdict, "diagnosis": diagnosis} if verdict in VERDICTS else {"diagnosis": words}


def _fields(docstring: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = None
    for line in docstring.splitlines()[1:]:
        if key and line[:1].isspace() and line.strip():
            fields[key] = f"{fields[key]} {line.strip()}".strip()
            continue
        key, colon, value = line.partition(":")
        if colon and (key in ("verdict", "diagnosis", "in real time") or _FROM_PYTHON.fullmatch(key)):
            fields[key] = value.strip()
        else:
            key = None
    return fields


def _docstring(path: Path) -> str:
    try:
        with tokenize.open(path) as file:
            source = file.read()
    except (OSError, SyntaxError, UnicodeDecodeError):
        raise ExpectationError("it cannot be read as Python source") from None
    text = _first_string(source)
    if not text or not text.splitlines()[0].strip():
        raise ExpectationError("it has no docstring whose first line says what it does")
    return text


def _first_string(source: str) -> str | None:
    try:
        return ast.get_docstring(ast.parse(source))
    except (SyntaxError, ValueError):
        return _first_string_of_broken(source)


def _first_string_of_broken(source: str) -> str | None:
    """The docstring of a file that does not compile: an answer may be there to get the verdict ``error``."""
    layout = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENCODING)
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.STRING:
                return inspect.cleandoc(str(ast.literal_eval(token.string)))
            if token.type not in layout:
                return None
    except (tokenize.TokenError, SyntaxError, ValueError):
        pass
    return None
