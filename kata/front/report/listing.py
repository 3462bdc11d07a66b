"""The code of an answer as lines of coloured pieces, which are text and nothing but text.

    listing = of_answer(path, findings)
    listing.lines[11].pieces             # [Piece("await", "keyword"), Piece(" worker(...)", "")]

What cannot be coloured is shown plain; what cannot be read is not shown.
"""

import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kata.front import safe_text
from kata.front.findings import Finding

_LARGEST = 256 * 1024
_MOST_LINES = 2000
_MOST_COLOURED = 60_000  # characters

_COLOURS = (
    ("Token.Comment", "comment"),
    ("Token.Literal.String.Doc", "comment"),
    ("Token.Literal.String", "string"),
    ("Token.Literal.Number", "number"),
    ("Token.Keyword", "keyword"),
    ("Token.Operator.Word", "keyword"),
    ("Token.Name.Function", "name"),
    ("Token.Name.Class", "name"),
    ("Token.Name.Decorator", "name"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line, and the name of its colour: "keyword", "string", ..., or "" for none."""

    text: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line of code. ``notes`` say what was found there: "stuck", "raised"."""

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The code of an answer; ``name`` is that of its file."""

    name: str
    lines: tuple[CodeLine, ...]


def of_answer(path: Path, findings: Iterable[Finding]) -> Listing | None:
    """The code in this file with what was found in its lines; None when there is nothing to be read."""
    source = _read(path)
    if source is None:
        return None
    rows = safe_text.lines(source, _MOST_LINES)
    notes: dict[int, list[str]] = {}
    for finding in findings:
        if finding.where and points_at(finding.where, path.name):
            notes.setdefault(int(finding.where["line"]), []).append(finding.name)
    lines = (
        CodeLine(number, tuple(pieces), tuple(dict.fromkeys(notes.get(number, ()))))
        for number, pieces in enumerate(_coloured(rows), 1)
    )
    return Listing(path.name, tuple(lines))


def points_at(where: Mapping[str, Any], name: str) -> bool:
    """Whether this place is a line of the file of this name."""
    return where.get("file") == name and type(where.get("line")) is int


def _read(path: Path) -> str | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode) or path.stat().st_size > _LARGEST:
            return None
        return path.read_bytes()[:_LARGEST].decode("utf-8-sig", "replace")
    except OSError:
        return None


def _coloured(rows: Sequence[str]) -> list[list[Piece]]:
    source = "\n".join(rows)
    if len(source) > _MOST_COLOURED:
        return [[Piece(row)] for row in rows]
    lines: list[list[Piece]] = [[]]
    for text, colour in _tokens(source):
        first, *more = text.split("\n")
        for at, part in enumerate([first, *more]):
            if at:
                lines.append([])
            if part:
                lines[-1].append(Piece(part, colour))
    return lines[: len(rows)]


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    from pygments.lexers.python import PythonLexer  # rich brings it along

    lexer = PythonLexer(stripnl=False, ensurenl=False)
    for kind, text in lexer.get_tokens(source):
        name = str(kind)
        yield text, next((colour for start, colour in _COLOURS if name.startswith(start)), "")
